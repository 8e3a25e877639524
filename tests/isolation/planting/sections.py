"""Records of the sections that have page types of their own, tied to one another as editors tie them."""

from datetime import date

from cms.pages.models import (
    DirectivePage,
    FeePage,
    GazetteEntry,
    GazetteIndexPage,
    GazetteIssuePage,
    GuidancePage,
    InspectionPage,
    LandPage,
    LegalDocumentPage,
    Milestone,
    RecruitmentPage,
    ScheduleEntry,
    TreatyPage,
    WorkSchedulePage,
)
from cms.pages.planting import insert_children
from tests.factories import section_page

from ..canaries import canary, fill

DAY = date(2026, 3, 2)
DOCUMENTS = {
    "directive": (DirectivePage, "direction", {"due_date": DAY}),
    "treaty": (TreatyPage, "treaties", {}),
    "recruitment": (RecruitmentPage, "special_documents", {"apply_until": DAY}),
    "fee": (FeePage, "special_documents", {}),
    "land": (LandPage, "special_documents", {"matter": "gia-dat"}),
    "inspection": (InspectionPage, "special_documents", {}),
}


def _maker(model, **values):
    """What Pages.add calls for an unsaved page; `values` are set before the canaries."""

    def make(word, label, media):
        page = model(title=canary(word, label, "title"))
        for name, value in values.items():
            setattr(page, name, value(word, label, media) if callable(value) else value)
        return fill(page, word, label)

    return make


def _entry(**values):
    return lambda word, label, media: [fill(GazetteEntry(page_number=3, **values), word, label)]


def plant_sections(pages, *, now):
    """Below every section, and the rows of those that have rows."""
    document = LegalDocumentPage.objects.get(pk=pages.found["document"].pk)
    for label, (model, section, values) in DOCUMENTS.items():
        pages.add(label, make=_maker(model, **values), section=section)
    pages.add("guidance", make=_maker(GuidancePage, explains=document), section="dissemination")
    rows = {"entries": lambda word, label, media: [fill(ScheduleEntry(day=DAY), word, label)]}
    pages.add("schedule", make=_maker(WorkSchedulePage, from_date=DAY, to_date=DAY, **rows), section="direction")
    _gazette(pages, document, now=now)
    _history(pages)


def _gazette(pages, document, *, now):
    """By law only the province has one; here each portal of the world does: an issue of B can be looked for."""
    index = GazetteIndexPage(title=canary(pages.word, "gazette"), slug="cong-bao", starts_section="gazette", live=True)
    insert_children(pages.portal.site.root_page.specific, [index], now=now)
    values = {"issued_on": DAY, "entries": _entry(document=document)}
    values["file"] = lambda word, label, media: media["file"]
    pages.add("issue", make=_maker(GazetteIssuePage, **values), section="gazette")


def _history(pages):
    page = section_page(pages.portal, "history")
    page.milestones = [fill(Milestone(), pages.word, "milestone")]
    pages.revise(page).publish(user=pages.chief, skip_permission_checks=True)
