"""What a reader of the log can narrow it down by. Every condition can use an index together with the moment."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from tenants.models import AuditEntry, Portal

from .labels import Group, codes_of
from .permissions import may_read_all_entries
from .queries import people_named

DONE, REFUSED = "done", "refused"
OUTCOMES = {DONE: _("Đã làm"), REFUSED: _("Bị từ chối")}


def _portals():
    """Every portal: only who reads all of the log is offered them, whatever portal they act for."""
    return [(portal.pk, portal.display_name) for portal in Portal._base_manager.order_by("name")]


class AuditFilterSet(WagtailFilterSet):
    happened_at = django_filters.DateFromToRangeFilter(label=_("Thời gian"), widget=DateRangePickerWidget)
    person = django_filters.CharFilter(
        label=_("Người thực hiện"), method="of_person", widget=forms.TextInput(attrs={"placeholder": _("Tên, thư")})
    )
    group = django_filters.ChoiceFilter(label=_("Loại việc"), choices=Group.choices, method="of_group")
    outcome = django_filters.ChoiceFilter(label=_("Kết quả"), choices=list(OUTCOMES.items()), method="of_outcome")
    portal = django_filters.ChoiceFilter(label=_("Cổng"), choices=_portals)

    class Meta:
        model = AuditEntry
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_read_all_entries(self.request):
            del self.filters["portal"]

    def of_person(self, entries, name, value):
        return entries.filter(actor__in=people_named(value))

    def of_group(self, entries, name, value):
        return entries.filter(action__in=codes_of(value))

    def of_outcome(self, entries, name, value):
        return entries.filter(refused=value == REFUSED)
