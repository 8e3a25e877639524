"""Tabs of a list: links with a query, so that they work without a script and can be sent on."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cms.pages.models import FeePage, InspectionPage, LandPage, RecruitmentPage

KINDS = {
    "tuyen-dung": (RecruitmentPage, _("Tuyển dụng")),
    "phi-le-phi": (FeePage, _("Thuế, phí, lệ phí")),
    "dat-dai": (LandPage, _("Đất đai")),
    "thanh-tra": (InspectionPage, _("Thanh tra")),
}


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    current: bool


def tabs(name, options, chosen, *, everything):
    """Tab rows for `?name=code`; `everything` labels the list without a choice."""
    first = Tab(everything, "?", not chosen)
    return [first, *(Tab(label, f"?{name}={code}", code == chosen) for code, label in options)]


def one_of(allowed, value):
    """The value if it is one that we know, else "": a list answers nonsense with everything."""
    return value if value in allowed else ""


def year_of(value):
    """A year of four figures, or None for whatever else an address may carry."""
    return int(value) if value and len(value) == 4 and value.isascii() and value.isdecimal() else None
