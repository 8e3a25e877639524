"""Sections without a page type of their own, and pages of text about the agency and its place."""

from django.utils import timezone

from cms.pages.models import IntroductionPage, SectionPage
from cms.pages.people.queries import unit_tree
from cms.pages.queries import child_pages
from cms.pages.sections import column_of

from .registry import context_for


@context_for(SectionPage)
def section(page, request):
    definition = page.definition
    column = column_of(page.portal)
    bases = definition.legal_bases_on(timezone.localdate(), column=column) if definition else []
    return {"children": child_pages(page), "definition": definition, "legal_bases": bases}


@context_for(IntroductionPage)
def introduction(page, request):
    return {"units": unit_tree(page.portal_id), "children": child_pages(page)}
