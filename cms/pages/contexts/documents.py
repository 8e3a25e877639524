"""Legal documents and lists of them."""

from django.core.paginator import Paginator
from django.utils import timezone

from cms.pages.document_filters import DocumentFilter
from cms.pages.legal.banner import banner_of
from cms.pages.legal.issuers import issuing_portal
from cms.pages.legal.relations import grouped, ties_of
from cms.pages.models import DocumentIndexPage, LegalDocumentPage
from cms.pages.models.documents import Force
from cms.pages.queries import documents_of
from cms.pages.subtypes.queries import guidance_of

from .registry import context_for

DOCUMENT_PAGE_SIZE = 20
SCHEMA_FORCE = {
    Force.IN_FORCE: "InForce",
    Force.PARTLY: "PartiallyInForce",
    Force.EXPIRED: "NotInForce",
    Force.PENDING: "NotInForce",
}


@context_for(DocumentIndexPage)
def document_index(page, request):
    chosen = DocumentFilter(request.GET, documents_of(page.portal_id).descendant_of(page))
    documents = Paginator(chosen.found(), DOCUMENT_PAGE_SIZE).get_page(request.GET.get("trang"))
    return {"filter": chosen, "documents": documents, "nothing_found": chosen.is_used and not documents}


@context_for(LegalDocumentPage)
def legal_document(page, request):
    does, done = ties_of(page)
    return {
        "files": page.public_files,
        "ties": grouped(does) + grouped(done),
        "does": does,
        "done": done,
        "schema_force": SCHEMA_FORCE.get(page.force, ""),
        "guidance": list(guidance_of(page)),
        "banner": banner_of(page, done, today=timezone.localdate()),
        "issuer_portal": issuing_portal(page),
    }
