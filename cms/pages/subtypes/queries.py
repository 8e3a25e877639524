"""Reads of the sections' records: each is one portal's, live and public, with the portal's day passed in."""

from django.db.models import Case, Count, F, Q, When
from django.db.models.functions import ExtractYear

from cms.pages.models import GazetteIssuePage, GuidancePage, LegalDocumentPage, WorkSchedulePage
from cms.pages.queries import public_pages


def public_of(model, page):
    """What citizens may read of one page type below a section."""
    return model.objects.live().public().filter(portal=page.portal_id).descendant_of(page)


def newest_first(documents):
    return documents.order_by(F("issue_date").desc(nulls_last=True), "-first_published_at", "-pk")


def open_first(recruitments, *, today):
    """Those one can still apply to, the nearest closing day first; then the closed ones, the latest closed first."""
    still = Q(apply_until__gte=today)
    return recruitments.order_by(
        Case(When(still, then=0), default=1),
        Case(When(still, then=F("apply_until"))).asc(nulls_last=True),
        F("apply_until").desc(nulls_last=True),
        "-pk",
    )


def issues_of(page):
    """Issues of the gazette, newest first, each with the number of documents that citizens see (`entry_count`)."""
    seen = ~Q(entries__text="") | Q(entries__document__live=True)
    issues = public_of(GazetteIssuePage, page).annotate(entry_count=Count("entries", filter=seen))
    return issues.order_by(F("issued_on").desc(nulls_last=True), "-pk")


def years_of(issues):
    years = issues.order_by().annotate(year=ExtractYear("issued_on")).values_list("year", flat=True).distinct()
    return sorted(filter(None, years), reverse=True)


def schedules_of(page, *, today):
    """Working calendars: the one of today, then those to come, then those of the past, the latest first."""
    order = Case(When(from_date__lte=today, to_date__gte=today, then=0), When(from_date__gt=today, then=1), default=2)
    coming = Case(When(from_date__gt=today, then=F("from_date")))
    return public_of(WorkSchedulePage, page).order_by(order, coming.asc(nulls_last=True), "-from_date", "-pk")


def due_from(directives, *, today):
    """Directives to be carried out from today on, the nearest first."""
    return directives.filter(due_date__gte=today).order_by("due_date", "-pk")


def guidance_of(document):
    """What explains a document, newest first: the other side of `GuidancePage.explains`."""
    guidance = GuidancePage.objects.live().public().filter(portal=document.portal_id, explains=document.pk)
    return guidance.defer("body", "body_vi", "body_en").order_by("-first_published_at", "-pk")


def public_documents(portal_id, keys):
    """{primary key: document} of those that citizens may read; a draft stands in no list, not even by its title."""
    documents = LegalDocumentPage.objects.live().public().filter(portal=portal_id, pk__in=[key for key in keys if key])
    return {document.pk: document for document in documents}


def topics_of(locality):
    """(filled topics, topics that nobody has written yet), both in the order of the tree."""
    topics = locality.get_children().live().public().specific().order_by("path")
    filled = set(public_pages(locality.portal_id).child_of(locality).values_list("pk", flat=True))
    topics = list(topics)
    return [t for t in topics if t.pk in filled], [t for t in topics if t.pk not in filled]
