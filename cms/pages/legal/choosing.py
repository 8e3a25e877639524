"""Choosing a document for a relation: the dialogue opens where the portal has its documents."""

from django.shortcuts import redirect
from django.urls import reverse

from cms.pages.models import PortalPage
from tenants.rules import limited


def choose(request, parent_page_id=None):
    """Wagtail's dialogue at this page, or at the own portal's documents; across portals at Wagtail's own start."""
    number = parent_page_id or _section()
    names = ("wagtailadmin_choose_page_child", [number]) if number else ("wagtailadmin_choose_page", [])
    return redirect(f"{reverse(names[0], args=names[1])}?{request.GET.urlencode()}")


def _section():
    scope = limited()
    if scope is None or len(scope.portal_ids) != 1:
        return None
    sections = PortalPage.objects.filter(portal__in=scope.portal_ids, starts_section="documents")
    return sections.values_list("pk", flat=True).first()
