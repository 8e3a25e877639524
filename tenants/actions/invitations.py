"""Inviting somebody by address. Until they accept, whoever invites learns nothing but what they typed."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext as _

from tenants.models import Membership, Portal, PortalEvent, User
from tenants.provisioning import Refused
from tenants.rights import derive
from tenants.verbs import record, verb

from .roles import refuse_out_of_place

Kind = PortalEvent.Kind


@verb
def invite(email, *, last_name, first_name, portal, role, now, by=None):
    """Offer a role to whoever reads this address; who is new gets an account without a password.

    Returns the membership, which gives nothing before `accept` and ends after PASSWORD_RESET_TIMEOUT seconds.
    Inviting again renews it, and earlier links stop working. Raises Refused for somebody who holds the role
    already, RoleOutOfPlace as `grant` does.
    """
    refuse_out_of_place(portal, role)
    Portal.objects.select_for_update().get(pk=portal.pk)
    user = _account(email, {"last_name": last_name, "first_name": first_name})
    membership = Membership.objects.filter(user=user, portal=portal, role=role).first()
    if membership and not membership.is_pending:
        raise Refused(_("Người này đã có vai trò này."))
    again = membership is not None
    membership = membership or Membership(user=user, portal=portal, role=role)
    membership.invited_as = f"{last_name} {first_name}".strip() or email
    return _offer(membership, now=now, by=by, again=again)


@verb
def invite_again(membership, *, now, by=None):
    """Renew an open invitation: its time begins anew, and the link given out before stops working."""
    Portal.objects.select_for_update().get(pk=membership.portal_id)
    again = Membership.objects.select_related("user", "portal").filter(pk=membership.pk).exclude(invited_as="").first()
    if again is None:
        raise Refused(_("Lời mời không còn hiệu lực."))
    return _offer(again, now=now, by=by, again=True)


def _offer(membership, *, now, by, again):
    membership.granted_by = by
    membership.expires_at = now + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
    membership.save()
    data = {"user": membership.user_id, "role": str(membership.role), "name": membership.invited_as}
    data |= {"again": True} if again else {}
    record(membership.portal, Kind.INVITED, now=now, by=by, data=data)
    return membership


@verb
def accept(membership, *, now):
    """The person takes the offered role. Raises Refused if it was taken back, accepted before or too old."""
    offer = Membership.objects.select_for_update(of=("self",)).select_related("user", "portal")
    offer = offer.filter(pk=membership.pk, expires_at__gt=now).exclude(invited_as="").first()
    if offer is None or not offer.user.is_active:
        raise Refused(_("Lời mời không còn hiệu lực."))
    offer.invited_as, offer.expires_at = "", None
    offer.save(update_fields=["invited_as", "expires_at"])
    derive(offer.user, now=now)
    data = {"user": offer.user_id, "role": str(offer.role)}
    record(offer.portal, Kind.ACCEPTED, now=now, by=offer.user, data=data)
    return offer


def _account(email, name):
    known = User.objects.filter(email__iexact=email).first()
    values = {**name, "password": make_password(None)}
    return known or User.objects.get_or_create(email=email.lower(), defaults=values)[0]
