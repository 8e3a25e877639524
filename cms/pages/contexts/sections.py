"""Sections without a page type of their own."""

from django.utils import timezone

from cms.pages.models import SectionPage
from cms.pages.queries import child_pages
from cms.pages.sections import column_of

from .registry import context_for


@context_for(SectionPage)
def section(page, request):
    definition = page.definition
    column = column_of(page.portal)
    bases = definition.legal_bases_on(timezone.localdate(), column=column) if definition else []
    return {"children": child_pages(page), "definition": definition, "legal_bases": bases}
