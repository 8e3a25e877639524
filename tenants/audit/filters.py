"""What a reader of the log can narrow it down by. Every condition can use an index together with the moment."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from tenants.models import AuditEntry, Portal

from .labels import Group, codes_of, label_of
from .permissions import may_read_all_entries, people_known
from .queries import labels_of_pages, people_named

PAGES, OTHERS = "page", "other"
DONE, REFUSED = "done", "refused"
OUTCOMES = {DONE: _("Đã làm"), REFUSED: _("Bị từ chối")}


def _portals():
    """Every portal: only who reads all of the log is offered them, whatever portal they act for."""
    return [
        (portal.pk, portal.placed_name) for portal in Portal._base_manager.select_related("parent").order_by("name")
    ]


def _deeds():
    """[(group, [(value, what the list calls the deed)])]; one that is told of pages otherwise stands twice.

    `value` is all codes of that name, joined by commas, and behind a slash whether pages are meant.
    """
    return [(group.label, list(_named(group))) for group in Group]


def _named(group):
    codes = {}
    for code in codes_of(group):
        label = label_of(code)
        if label.of_page:
            codes.setdefault((str(label.of_page), f"/{PAGES}"), []).append(code)
        other = str(label.text) % {"kind": _("mục khác")} if "%(kind)s" in str(label.text) else str(label.text)
        codes.setdefault((other, f"/{OTHERS}" if label.of_page else ""), []).append(code)
    for (name, kind), held in codes.items():
        yield ",".join(held) + kind, name


class AuditFilterSet(WagtailFilterSet):
    happened_at = django_filters.DateFromToRangeFilter(label=_("Thời gian"), widget=DateRangePickerWidget)
    person = django_filters.CharFilter(
        label=_("Người thực hiện"), method="of_person", widget=forms.TextInput(attrs={"placeholder": _("Tên, thư")})
    )
    group = django_filters.ChoiceFilter(label=_("Loại việc"), choices=Group.choices, method="of_group")
    deed = django_filters.ChoiceFilter(label=_("Việc"), choices=_deeds, method="of_deed")
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
        return entries.filter(actor__in=people_named(value, known=people_known(self.request)))

    def of_group(self, entries, name, value):
        return entries.filter(action__in=codes_of(value))

    def of_deed(self, entries, name, value):
        codes, _slash, kind = value.partition("/")
        entries = entries.filter(action__in=codes.split(","))
        if kind == PAGES:
            return entries.filter(target_model__in=labels_of_pages())
        return entries.exclude(target_model__in=labels_of_pages()) if kind else entries

    def of_outcome(self, entries, name, value):
        return entries.filter(refused=value == REFUSED)
