"""Giving a role and taking it away."""

from functools import partial

from django.db import transaction

from tenants.login.letters import send_letter
from tenants.models import Membership, PortalEvent
from tenants.models.memberships import PROVINCE_ROLES, is_in_place
from tenants.rights import derive
from tenants.verbs import record, verb

Kind = PortalEvent.Kind


class RoleOutOfPlace(Exception):
    """A role was to be given in a portal of a level that has none of it; forms refuse it before."""


def refuse_out_of_place(portal, role):
    if not is_in_place(role, portal):
        raise RoleOutOfPlace(f"{role} cannot be held in {portal.slug}, which is of level {portal.level}")


@verb
def grant(user, *, portal, role, now, by=None):
    """Give a person a role in a portal, for as long as nobody takes it away. Returns the membership.

    Asking twice changes nothing; what was an invitation or lasted for hours becomes a lasting role.
    Raises RoleOutOfPlace for a role that a portal of this level does not have (`models.memberships.LEVELS`).
    """
    refuse_out_of_place(portal, role)
    membership, created = Membership.objects.select_for_update().get_or_create(
        user=user, portal=portal, role=role, defaults={"granted_by": by}
    )
    if not created and membership.expires_at is None:
        return membership
    membership.expires_at, membership.reason, membership.invited_as = None, "", ""
    membership.save()
    derive(user, now=now)
    record(portal, Kind.GRANTED, now=now, by=by, data={"user": user.pk, "role": str(role)})
    return membership


@verb
def revoke(membership, *, now, by=None):
    """Take a role away, or an invitation back; the rights that were derived from it go with it.

    Whoever loses the last province role no longer acts for any portal. Of a role that was held a letter tells.
    """
    user = membership.user
    if not membership.is_pending and not membership.is_acting:
        transaction.on_commit(partial(send_letter, user, name="role_withdrawn", membership=membership, when=now))
    remove(membership, Kind.ACTING_ENDED if membership.is_acting else Kind.REVOKED, now=now, by=by)
    left = list(Membership.objects.filter(user=user, invited_as="").select_related("portal"))
    if not any(row.role in PROVINCE_ROLES for row in left):
        for row in left:
            if row.is_acting:
                remove(row, Kind.ACTING_ENDED, now=now, by=by)
    derive(user, now=now)


def remove(membership, kind, *, now, by):
    """Delete a membership and say so; the verb around it derives. False if it was gone before."""
    data = {"user": membership.user_id, "role": str(membership.role)}
    if membership.is_pending:
        data["name"] = membership.invited_as
    deleted, _rows = Membership.objects.filter(pk=membership.pk).delete()
    if deleted:
        record(membership.portal, kind, now=now, by=by, note=membership.reason, data=data)
    return bool(deleted)
