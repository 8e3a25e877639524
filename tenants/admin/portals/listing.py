"""The list of all portals: a constant number of queries, however many there are."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button, HeaderButton

from tenants.activity import last_activity
from tenants.hosts import with_scheme
from tenants.models import State
from tenants.queries import portals_listed, portals_named

from .places import PLACES


def people_words(portal):
    """On narrow screens no heading says what is counted."""
    return ngettext("%(number)d người", "%(number)d người", portal.people) % {"number": portal.people}


COLUMNS = [
    Column("group", label=_("Khối"), accessor="get_group_display", sort_key="group", classname="cong-stacked"),
    StatusTagColumn(
        "state",
        label=_("Trạng thái"),
        accessor="get_state_display",
        sort_key="state",
        primary=lambda portal: portal.state == State.ACTIVE,
    ),
    Column("primary_host", label=_("Tên miền"), sort_key="primary_host"),
    Column("people", label=_("Số người"), sort_key="people", accessor=people_words),
    DateColumn("last_activity", label=_("Hoạt động gần nhất"), classname="cong-wide"),
]


class PortalIndexView(generic.IndexView):
    search_fields = ["name"]
    add_item_label = _("Thêm cổng")
    no_results_message = _("Không có cổng nào khớp.")

    def get_base_queryset(self):
        return portals_listed().placed()

    def search_queryset(self, queryset):
        return portals_named(queryset, self.search_query) if self.is_searching else queryset

    def get_table(self, object_list):
        moments = last_activity([portal.pk for portal in object_list])
        for portal in object_list:
            portal.last_activity = moments.get(portal.pk)
        return super().get_table(object_list)

    @cached_property
    def columns(self):
        name = self._get_title_column_class(TitleColumn)
        label = _("Tên chính thức")
        return [name("placed_name", label=label, sort_key="name", get_url=self.get_edit_url), *COLUMNS]

    @cached_property
    def header_buttons(self):
        upload = HeaderButton(_("Tải danh sách lên"), url=reverse("portals:upload"), icon_name="upload", priority=20)
        return [self.add_button, upload]

    def get_list_more_buttons(self, instance):
        buttons = [
            Button(label, url=reverse(f"portals:{name}", args=[instance.pk]), icon_name=icon, priority=number)
            for number, (name, label, icon) in enumerate(PLACES)
        ]
        if instance.primary_host:
            site = with_scheme(instance.primary_host, self.request)
            buttons.append(Button(_("Xem cổng"), url=f"{site}/", icon_name="view", priority=9))
        return buttons
