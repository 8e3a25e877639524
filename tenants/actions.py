"""Every write to portals' people: one transaction a verb, its event row inside it."""

from django.db import transaction

from .models import Membership, PortalEvent, State
from .rights import derive
from .signals import portal_state_changed


@transaction.atomic
def grant(user, *, portal, role, now, by=None):
    """Give a person a role in a portal. Asking twice changes nothing. Returns the membership."""
    membership, created = Membership.objects.get_or_create(
        user=user, portal=portal, role=role, defaults={"granted_by": by}
    )
    if created:
        derive(user)
        _record(portal, PortalEvent.Kind.GRANTED, now=now, by=by, data={"user": user.pk, "role": str(role)})
    return membership


@transaction.atomic
def revoke(membership, *, now, by=None):
    """Take a role away; the rights that were derived from it go with it."""
    user, portal, role = membership.user, membership.portal, membership.role
    membership.delete()
    derive(user)
    _record(portal, PortalEvent.Kind.REVOKED, now=now, by=by, data={"user": user.pk, "role": str(role)})


@transaction.atomic
def change_state(portal, *, state, now, by=None, note=""):
    """Move a portal to another lifecycle state (`State`); the same state again changes nothing."""
    portal = type(portal).objects.select_for_update().get(pk=portal.pk)
    before, after = portal.state, State(state)
    if before == after:
        return portal
    portal.state = after
    portal.save(update_fields=["state"])
    _record(portal, PortalEvent.Kind.STATE, now=now, by=by, note=note, data={"before": before, "after": str(after)})
    portal_state_changed.send(sender=type(portal), portal=portal, before=before, after=str(after))
    return portal


def _record(portal, kind, *, now, by, note="", data):
    PortalEvent.objects.create(portal=portal, kind=kind, happened_at=now, by=by, note=note, data=data)
