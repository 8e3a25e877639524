"""How the board is filtered, sorted and headed."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cms.pages.accents import without_accents
from tenants.models import Group, Level, State

from ..models import Period
from ..queries import PortalScore

EVERY = [("", _("Tất cả"))]
DESCENDING = "-"


class BoardFilter(forms.Form):
    """All fields are optional; what cannot be understood filters nothing."""

    q = forms.CharField(label=_("Tên cổng"), required=False, max_length=100)
    group = forms.ChoiceField(label=_("Khối"), required=False, choices=EVERY + Group.choices)
    level = forms.ChoiceField(label=_("Cấp"), required=False, choices=EVERY + Level.choices)
    state = forms.ChoiceField(label=_("Trạng thái"), required=False, choices=EVERY + State.choices)
    ky = forms.ChoiceField(label=_("Kỳ"), required=False)

    def __init__(self, data, *, period: Period):
        super().__init__({**data.dict(), "ky": period.code})
        stored = Period.objects.order_by("-starts").values_list("code", flat=True)
        self.fields["ky"].choices = [(code, code) for code in dict.fromkeys([period.code, *stored])]

    def chosen(self, portals):
        """The portals (a queryset) that the filter lets through; names match without regard to accents."""
        self.is_valid()
        where = {name: self.cleaned_data[name] for name in ("group", "level", "state") if self.cleaned_data.get(name)}
        wanted = without_accents(self.cleaned_data.get("q") or "")
        return [portal for portal in portals.filter(**where) if _holds(without_accents(portal.placed_name), wanted)]


def _holds(name: str, words: str) -> bool:
    return all(word in name for word in words.split())


def _share(component: str) -> Callable[[PortalScore], float | None]:
    def share(score: PortalScore) -> float | None:
        packs = score.of_component(component)
        return packs[0].percent if packs else None

    return share


@dataclass(frozen=True, slots=True)
class Column:
    """`value` gives what the column is sorted by; None comes last in either direction."""

    key: str
    label: str
    value: Callable[[PortalScore], object]


POINTS = (
    Column("information", _("Thông tin"), _share("information")),
    Column("questions", _("Hỏi - Đáp"), _share("questions")),
    Column("online_services", _("Dịch vụ công trực tuyến"), _share("online_services")),
)
COLUMNS = (
    Column("portal", _("Cổng"), lambda score: without_accents(score.portal.name)),
    Column("group", _("Khối, trạng thái"), lambda score: (score.portal.group, score.portal.state)),
    *POINTS,
    Column("activity", _("Hoạt động gần nhất"), lambda score: score.last_activity),
)


def ordered(scores: list[PortalScore], key: str) -> list[PortalScore]:
    """Sorted by a column's key, descending with a leading "-"; by name where nothing sensible is asked for."""
    column = next((column for column in COLUMNS if column.key == key.removeprefix(DESCENDING)), COLUMNS[0])
    known = [score for score in scores if column.value(score) is not None]
    unknown = [score for score in scores if column.value(score) is None]
    known.sort(key=column.value, reverse=key.startswith(DESCENDING))
    return known + unknown


def headings(params: QueryDict) -> list[dict]:
    """Per column its label, the address that sorts by it, and how it is sorted now ("", ascending, descending)."""
    now = params.get("xep", COLUMNS[0].key)
    rows = []
    for column in COLUMNS:
        ascending = now == column.key
        query = params.copy()
        query["xep"] = DESCENDING + column.key if ascending else column.key
        direction = "ascending" if ascending else "descending" if now == DESCENDING + column.key else ""
        rows.append({"label": column.label, "url": f"?{query.urlencode()}", "direction": direction})
    return rows
