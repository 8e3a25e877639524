"""Every write to portals and their people: one transaction a verb, its event row inside it."""

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from .hosts import forget_host
from .models import Level, Membership, Portal, PortalEvent, PortalHost, State, User
from .models.memberships import PROVINCE_ROLES
from .provisioning import Refused
from .rights import derive
from .signals import portal_state_changed


class RoleOutOfPlace(Exception):
    """A province-wide role was to be given in a unit's portal; forms never offer it there."""


@transaction.atomic
def grant(user, *, portal, role, now, by=None):
    """Give a person a role in a portal. Asking twice changes nothing. Returns the membership.

    Raises RoleOutOfPlace for a province-wide role anywhere but in the provincial portal.
    """
    if role in PROVINCE_ROLES and portal.level != Level.PROVINCE:
        raise RoleOutOfPlace(f"{role} can be held in the provincial portal only, not in {portal.slug}")
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
def invite(email, *, last_name, first_name, portal, role, now, by=None):
    """Give a role to whoever has this address; who is new gets an account without a password.

    Returns (membership, is the person new). Of a person known already nothing is changed but the role.
    """
    user = User.objects.filter(email__iexact=email).first()
    is_new = user is None
    if is_new:
        user = User.objects.create_user(email, last_name=last_name, first_name=first_name)
    return grant(user, portal=portal, role=role, now=now, by=by), is_new


@transaction.atomic
def issue_invitation(user, *, portal, now, by=None):
    """The path where a person without a password chooses one; it works once and kills earlier ones.

    It is valid for PASSWORD_RESET_TIMEOUT seconds. Raises Refused for a person who has a password.
    """
    if user.has_usable_password():
        raise Refused(_("Người này đã có mật khẩu."))
    user.set_unusable_password()  # another random value, so that links given out before stop working
    user.save(update_fields=["password"])
    _record(portal, PortalEvent.Kind.INVITED, now=now, by=by, data={"user": user.pk})
    key = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("wagtailadmin_password_reset_confirm", args=[key, default_token_generator.make_token(user)])


def deactivate(user, *, now, by=None):
    """Close an account: its sessions end at once, its roles wait. Every portal of the person records it."""
    _switch(user, False, PortalEvent.Kind.DEACTIVATED, now=now, by=by)


def reactivate(user, *, now, by=None):
    _switch(user, True, PortalEvent.Kind.REACTIVATED, now=now, by=by)


@transaction.atomic
def _switch(user, active, kind, *, now, by):
    if not User.objects.filter(pk=user.pk, is_active=not active).update(is_active=active):
        return
    for portal in Portal.objects.filter(memberships__user=user).distinct():
        _record(portal, kind, now=now, by=by, data={"user": user.pk})


@transaction.atomic
def set_hosts(portal, *, primary, aliases=(), now, by=None):
    """Let a portal answer to these host names (as `hosts.clean_host` gives them) and to no other.

    Raises Refused if one of them is another portal's.
    """
    portal = Portal.objects.select_for_update(of=("self",)).select_related("site").get(pk=portal.pk)
    after = [primary, *sorted(aliases)]
    if taken := PortalHost.objects.filter(host__in=after).exclude(portal=portal).first():
        raise Refused(_("Tên miền “%(host)s” đã thuộc một cổng khác.") % {"host": taken.host})
    before = [row.host for row in sorted(portal.hosts.all(), key=lambda row: (not row.is_primary, row.host))]
    if before == after:
        return
    portal.hosts.exclude(host__in=after).delete()
    portal.hosts.update(is_primary=False)
    for host in after:
        PortalHost.objects.update_or_create(host=host, defaults={"portal": portal, "is_primary": host == primary})
    portal.site.hostname = primary
    portal.site.save()
    forget_host(portal.pk)
    _record(portal, PortalEvent.Kind.HOSTS, now=now, by=by, data={"before": before, "after": after})


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
