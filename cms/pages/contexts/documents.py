"""Legal documents and lists of them."""

from django.core.paginator import Paginator

from cms.pages.document_filters import DocumentFilter
from cms.pages.models import DocumentIndexPage, LegalDocumentPage
from cms.pages.queries import documents_of
from cms.pages.subtypes.queries import guidance_of

from .registry import context_for

DOCUMENT_PAGE_SIZE = 20


@context_for(DocumentIndexPage)
def document_index(page, request):
    chosen = DocumentFilter(request.GET, documents_of(page.portal_id).descendant_of(page))
    return {
        "filter": chosen,
        "documents": Paginator(chosen.found(), DOCUMENT_PAGE_SIZE).get_page(request.GET.get("trang")),
    }


@context_for(LegalDocumentPage)
def legal_document(page, request):
    return {"files": page.public_files, "guidance": list(guidance_of(page))}
