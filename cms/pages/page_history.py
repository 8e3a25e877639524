"""A page's history: beside who changed it whether the province did so for the portal, as the log tells it."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.generic.history import LogEntryUserColumn
from wagtail.admin.views.pages.history import PageHistoryView

from tenants.audit.queries import changes_acted


class PersonColumn(LogEntryUserColumn):
    """The name and, where they acted for the portal, that they did."""

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        if instance.is_acted:
            context["display_name"] = _("%(name)s (tỉnh làm thay)") % {"name": context["display_name"]}
        return context


class PortalPageHistoryView(PageHistoryView):
    @cached_property
    def columns(self):
        return [
            PersonColumn(column.name, label=column.label, width=column.width) if column.name == "user" else column
            for column in super().columns
        ]

    def get_table(self, object_list):
        """What the log says is asked once for all rows."""
        acted = changes_acted(self.object)
        for row in object_list:
            row.is_acted = (row.action, row.revision_id or row.timestamp, row.user_id) in acted
        return super().get_table(object_list)
