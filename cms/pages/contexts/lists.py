"""Lists of the sections' records, and the pages of one record each."""

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.pages.document_filters import DocumentFilter
from cms.pages.models import (
    DirectionIndexPage,
    DirectivePage,
    DisseminationIndexPage,
    GazetteIndexPage,
    GazetteIssuePage,
    GuidancePage,
    LandPage,
    LegalDocumentPage,
    RecruitmentPage,
    SpecialDocumentIndexPage,
    TreatyIndexPage,
    WorkSchedulePage,
)
from cms.pages.models.guidance import GuidanceKind
from cms.pages.subtypes import queries
from cms.pages.subtypes.choices import KINDS, one_of, tabs, year_of
from cms.pages.subtypes.days import by_day
from cms.pages.subtypes.figures import grouped
from cms.pages.subtypes.rows import closing, posting, rows

from .documents import legal_document
from .registry import context_for

PAGE_SIZE = 20
DUE, SCHEDULES = 30, 2  # how many of each the first screen of a section shows
WITHOUT_BODY = ("body", "body_vi", "body_en")


def _numbered(found, request):
    return Paginator(found, PAGE_SIZE).get_page(request.GET.get("trang"))


def _filtered(documents, request, *, today):
    """A filter panel, a page of what it finds, and the rows of that page."""
    chosen = DocumentFilter(request.GET, documents)
    found = _numbered(chosen.found(), request)
    nothing = chosen.is_used and not found
    return {"filter": chosen, "documents": found, "rows": rows(found, today=today), "nothing_found": nothing}


@context_for(GazetteIndexPage)
def gazette_index(page, request):
    issues = queries.issues_of(page)
    years, year = queries.years_of(issues), year_of(request.GET.get("nam"))
    found = issues.filter(issued_on__year=year) if year in years else issues
    return {"years": years, "year": year if year in years else None, "issues": _numbered(found, request)}


@context_for(GazetteIssuePage)
def gazette_issue(page, request):
    """[(GazetteEntry, document or None)]: what is no longer public here is named only by the words of the issue."""
    entries = list(page.entries.all())
    documents = queries.public_documents(page.portal_id, [entry.document_id for entry in entries])
    paired = [(entry, documents.get(entry.document_id)) for entry in entries]
    return {"entries": [(entry, document) for entry, document in paired if document or entry.text]}


@context_for(DirectionIndexPage)
def direction_index(page, request):
    today = timezone.localdate()
    directives = queries.newest_first(queries.public_of(DirectivePage, page))
    schedules = queries.schedules_of(page, today=today)
    shown = one_of(["lich"], request.GET.get("xem"))
    choice = {"today": today, "shown": shown}
    choice["tabs"] = tabs("xem", [("lich", _("Lịch công tác"))], shown, everything=_("Văn bản chỉ đạo"))
    if shown:
        return {**choice, "schedules": _numbered(schedules, request)}
    return {
        **choice,
        **_filtered(directives, request, today=today),
        "schedules": schedules.filter(to_date__gte=today)[:SCHEDULES],
        "due": by_day(queries.due_from(directives, today=today)[:DUE], "due_date", today=today),
    }


@context_for(WorkSchedulePage)
def work_schedule(page, request):
    entries = sorted(page.entries.all(), key=lambda entry: (str(entry.day or "~"), str(entry.time or "")))
    return {"days": by_day(entries, "day", today=timezone.localdate())}


@context_for(TreatyIndexPage)
def treaty_index(page, request):
    documents = queries.newest_first(queries.public_of(LegalDocumentPage, page))
    return _filtered(documents, request, today=timezone.localdate())


@context_for(DisseminationIndexPage)
def dissemination_index(page, request):
    kind = one_of(GuidanceKind.values, request.GET.get("loai"))
    guidance = queries.public_of(GuidancePage, page).defer(*WITHOUT_BODY).order_by("-first_published_at", "-pk")
    found = guidance.filter(kind=kind) if kind else guidance
    everything = pgettext("mọi loại", "Tất cả")
    return {
        "tabs": tabs("loai", GuidanceKind.choices, kind, everything=everything),
        "guidance": _numbered(found, request),
    }


@context_for(GuidancePage)
def guidance(page, request):
    """The document it explains is linked while it is public; a number stands where it is not on this portal."""
    return {"document": queries.public_documents(page.portal_id, [page.explains_id]).get(page.explains_id)}


@context_for(SpecialDocumentIndexPage)
def special_document_index(page, request):
    today, kind = timezone.localdate(), one_of(KINDS, request.GET.get("loai"))
    model = KINDS[kind][0] if kind else LegalDocumentPage
    found = queries.newest_first(queries.public_of(model, page))
    if kind == "tuyen-dung":
        found = queries.open_first(found, today=today)
    options = [(code, label) for code, (_model, label) in KINDS.items()]
    kinds = tabs("loai", options, kind, everything=pgettext("mọi loại", "Tất cả"))
    return {"tabs": kinds, "kind_code": kind, **_filtered(found.specific(), request, today=today)}


@context_for(RecruitmentPage)
def recruitment(page, request):
    words, tone = closing(page.apply_until, today=timezone.localdate())
    return {**legal_document(page, request), "closing": words, "closing_tone": tone}


@context_for(LandPage)
def land(page, request):
    return {**legal_document(page, request), "posting": posting(page), "area_number": grouped(page.area)}
