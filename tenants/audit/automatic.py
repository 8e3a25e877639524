"""What an open screen asks by itself: whose person has gone on to work elsewhere attempts nothing by it."""

from datetime import timedelta

import swapper
from django.apps import apps
from django.urls import Resolver404, resolve
from django.utils import timezone

from tenants.models import AuditEntry

from .circumstances import ACTING

PINGS = "wagtailadmin_editing_sessions"
LEFT_OPEN = timedelta(hours=24)  # so long a screen of a portal one acted for may go on saving itself


def asks_by_itself(current):
    """Is this a ping of an open screen, or its draft saving itself, for a portal that its person works for, or acted
    for of late?"""
    request = current.request
    match = getattr(request, "resolver_match", None)
    if match is None or current.user is None or request.method != "POST":
        return False
    if match.namespace != PINGS and request.accepts("text/html"):
        return False
    return _worked_for(current, _portal_of_row(request))


def _portal_of_row(request):
    """Primary key of the portal whose row the address names, read anew: the guard has blotted out the number."""
    try:
        named = resolve(request.path_info).kwargs
        model = apps.get_model(named["app_label"], named["model_name"]) if "model_name" in named else _page_model()
    except (Resolver404, LookupError):
        return None
    model, key = _page_model() if model._meta.swapped else model, str(named.get("page_id", named.get("object_id", "")))
    if not key.isdigit() or not hasattr(model, "portal"):
        return None
    return model._base_manager.filter(pk=key).values_list("portal", flat=True).first()


def _page_model():
    return swapper.load_model("wagtailcore", "Page")


def _worked_for(current, portal):
    if portal is None:
        return False
    if portal in current.portals_of_user:
        return True
    since = timezone.now() - LEFT_OPEN
    own = AuditEntry._base_manager.filter(actor=current.user, portal=portal, happened_at__gte=since)
    return own.filter(action="portal.acting").exists() or own.filter(acting_as__contains=ACTING).exists()
