"""What an open screen asks by itself: whose person has gone on to work elsewhere attempts nothing by it."""

from datetime import timedelta

import swapper
from django.urls import Resolver404, resolve
from django.utils import timezone

from tenants.models import AuditEntry

from .circumstances import ACTING

PINGS = "wagtailadmin_editing_sessions"
LEFT_OPEN = timedelta(hours=24)  # so long a screen of a portal one acted for may go on saving itself


def asks_by_itself(current):
    """Is this a ping, or a draft saving itself into a portal that its person works for, or acted for of late?"""
    request = current.request
    match = getattr(request, "resolver_match", None)
    if match is None or current.user is None:
        return False
    if match.namespace == PINGS:
        return True
    if request.method != "POST" or request.accepts("text/html"):
        return False
    return _worked_for(current, _portal_of_page(request))


def _portal_of_page(request):
    """Primary key of the portal whose page the address names, read anew: the guard has blotted out the number."""
    try:
        number = resolve(request.path_info).kwargs.get("page_id")
    except Resolver404:
        return None
    pages = swapper.load_model("wagtailcore", "Page")._base_manager
    return pages.filter(pk=number).values_list("portal", flat=True).first() if number else None


def _worked_for(current, portal):
    if portal is None:
        return False
    if portal in current.portals_of_user:
        return True
    since = timezone.now() - LEFT_OPEN
    own = AuditEntry._base_manager.filter(actor=current.user, portal=portal, happened_at__gte=since)
    return own.filter(action="portal.acting").exists() or own.filter(acting_as__contains=ACTING).exists()
