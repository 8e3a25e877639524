"""Legal documents and lists of them."""

from django.core.paginator import Page, Paginator
from django.db.models import Count, Subquery, Value
from django.utils import timezone

from cms.pages.document_filters import DocumentFilter
from cms.pages.legal.banner import banner_of, state_of, undated_acts
from cms.pages.legal.issuers import issuing_portal
from cms.pages.legal.relations import grouped, ties_of
from cms.pages.models import DocumentIndexPage, LegalDocumentPage
from cms.pages.models.documents import Force
from cms.pages.queries import documents_of
from cms.pages.subtypes.queries import guidance_of

from .registry import context_for

DOCUMENT_PAGE_SIZE = 20
FURTHEST = 1_000_000  # rows; whoever asks for a page beyond it gets the last one
SCHEMA_FORCE = {
    Force.IN_FORCE: "InForce",
    Force.PARTLY: "PartiallyInForce",
    Force.EXPIRED: "NotInForce",
    Force.PENDING: "NotInForce",
}


@context_for(DocumentIndexPage)
def document_index(page, request):
    chosen = DocumentFilter(request.GET, documents_of(page.portal_id).descendant_of(page))
    documents = _page_of(chosen.found(), request.GET.get("trang", ""))
    return {"filter": chosen, "documents": documents, "nothing_found": chosen.is_used and not documents}


def _page_of(documents, number):
    """The rows and how many there are, in one query; only a page beyond the last asks again."""
    paginator, place = Paginator(documents, DOCUMENT_PAGE_SIZE), int(number) if number.isdecimal() else 1
    start = (place - 1) * DOCUMENT_PAGE_SIZE
    if not 0 <= start < FURTHEST:
        return paginator.get_page(number)
    all_of_them = documents.order_by().annotate(one=Value(1)).values("one").annotate(n=Count("pk")).values("n")
    shown = documents.values("pk")[start : start + DOCUMENT_PAGE_SIZE]  # sorts keys, not whole rows
    rows = LegalDocumentPage.objects.filter(pk__in=shown).order_by(*documents.query.order_by)
    rows = list(rows.annotate(found=Subquery(all_of_them)))
    if not rows and place > 1:
        return paginator.get_page(number)
    paginator.count = rows[0].found if rows else 0
    return Page(rows, place, paginator)


@context_for(LegalDocumentPage)
def legal_document(page, request):
    (does, done), today = ties_of(page), timezone.localdate()
    return {
        "files": page.public_files,
        "ties": grouped(does) + grouped(done),
        "does": does,
        "done": done,
        "schema_force": SCHEMA_FORCE.get(page.force, ""),
        "guidance": list(guidance_of(page)),
        "banner": banner_of(page, done, today=today),
        "undated_acts": undated_acts(page, done),
        "state": state_of(page, done, today=today),
        "issuer_portal": issuing_portal(page),
    }
