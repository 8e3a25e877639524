"""Records of the sections that have page types of their own."""

from datetime import date
from itertools import count

from cms.pages.models import (
    DirectivePage,
    FeePage,
    GazetteIssuePage,
    GuidancePage,
    InspectionPage,
    LandPage,
    RecruitmentPage,
    ScheduleEntry,
    StaticPage,
    TreatyPage,
    WorkSchedulePage,
)

from .pages import COMPLETE, add_page, section_page

SECTIONS = {
    GazetteIssuePage: "gazette",
    TreatyPage: "treaties",
    GuidancePage: "dissemination",
    DirectivePage: "direction",
    WorkSchedulePage: "direction",
    RecruitmentPage: "special_documents",
    FeePage: "special_documents",
    LandPage: "special_documents",
    InspectionPage: "special_documents",
    StaticPage: "introduction",
}
NUMBERS = count(1000)
PARAGRAPH = [("paragraph", "<p>Nội dung thử.</p>")]
USUAL = {
    GazetteIssuePage: {"number": "15", "issued_on": date(2026, 3, 20)},
    GuidancePage: {"lead": "Điều quan trọng nhất.", "body_vi": PARAGRAPH},
    StaticPage: {"body_vi": PARAGRAPH},
    WorkSchedulePage: {"from_date": date(2026, 3, 2), "to_date": date(2026, 3, 8)},
    RecruitmentPage: {**COMPLETE, "apply_until": date(2026, 3, 31)},
    **{model: COMPLETE for model in (TreatyPage, DirectivePage, FeePage, LandPage, InspectionPage)},
}


def make_record(portal, model, title="Bản ghi thử", *, live=True, at=None, **values):
    """A page of one of the types above in its section of this portal; values replace the usual ones.

    A document has a number of its own: a portal holds the same document once.
    """
    page, own = model(title=title), {"number": f"{next(NUMBERS)}/QĐ-UBND"} if "form" in USUAL[model] else {}
    for name, value in {**USUAL[model], **own, **values}.items():
        setattr(page, name, value)
    return add_page(section_page(portal, SECTIONS[model]), page, live=live, at=at)


def make_schedule(portal, first, last, entries=(), **values):
    """A working calendar; `entries` are dictionaries of ScheduleEntry."""
    rows = [ScheduleEntry(**entry) for entry in entries]
    return make_record(portal, WorkSchedulePage, from_date=first, to_date=last, entries=rows, **values)
