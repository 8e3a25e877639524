"""What every verb on portals and people shares: one transaction, the whole platform, one event in each portal."""

from functools import wraps

from django.db import transaction

from .models import PortalEvent
from .scoping import platform_scope


def verb(function):
    """A write that may reach across portals. Whoever calls it has asked permissions.py before."""

    @wraps(function)
    def wrapped(*args, **kwargs):
        with platform_scope(), transaction.atomic():
            return function(*args, **kwargs)

    return wrapped


def record(portal, kind, *, now, by, note="", data):
    """Append one event to a portal's history, inside the transaction of the verb."""
    return PortalEvent.objects.create(portal=portal, kind=kind, happened_at=now, by=by, note=note, data=data)
