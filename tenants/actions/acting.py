"""The province acts for a portal: openly, with a reason, for some hours. And what else ends by itself."""

from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tenants.hosts import base_url
from tenants.login.letters import send_letter
from tenants.models import Membership, Portal, PortalEvent, Role
from tenants.provisioning import Refused
from tenants.rights import derive
from tenants.verbs import record, verb

from .roles import remove

Kind = PortalEvent.Kind


@verb
def act_for(user, *, portal, reason, now):
    """Let a person of the province work in a portal as its chief for ACTING_HOURS. Returns the membership.

    The portal's chiefs get a letter. Beginning again gives a new reason and the full time.
    Raises Refused without a reason, or for who is the chief.
    """
    if not reason.strip():
        raise Refused(_("Cần ghi lý do làm thay."))
    Portal.objects.select_for_update().get(pk=portal.pk)
    until = now + timedelta(hours=settings.ACTING_HOURS)
    membership = Membership.objects.filter(user=user, portal=portal, role=Role.CHIEF).first()
    if membership and not membership.is_acting:
        raise Refused(_("Bạn đã có vai trò này ở cổng đã chọn."))
    membership = membership or Membership(user=user, portal=portal, role=Role.CHIEF, granted_by=user)
    membership.reason, membership.expires_at = reason.strip(), until
    membership.save()
    derive(user, now=now)
    data = {"user": user.pk, "role": str(Role.CHIEF), "until": until.isoformat()}
    record(portal, Kind.ACTING_BEGUN, now=now, by=user, note=membership.reason, data=data)
    _write_to_chiefs(membership, now=now)
    return membership


def _write_to_chiefs(acting, *, now):
    live = Membership.objects.live(now).filter(portal=acting.portal, reason="", user__is_active=True)
    link = base_url(acting.portal_id) + reverse("audit:index")
    says = {"portal": acting.portal, "person": acting.user, "reason": acting.reason, "until": acting.expires_at}
    for chief in live.filter(role=Role.CHIEF).select_related("user"):
        transaction.on_commit(partial(send_letter, chief.user, name="acting_begun", link=link, **says))


@verb
def end_acting(membership, *, now, by=None):
    """End it before its time. What has ended already stays ended."""
    if membership.is_acting and remove(membership, Kind.ACTING_ENDED, now=now, by=by):
        derive(membership.user, now=now)


def expire(memberships, *, now):
    """Remove those of these memberships whose time has passed, each by itself. Returns how many."""
    over = memberships.over(now).select_related("user", "portal").order_by("pk")
    return sum(_expire(membership, now=now) for membership in over)


@verb
def _expire(membership, *, now):
    kind = Kind.ACTING_ENDED if membership.is_acting else Kind.EXPIRED
    if not remove(membership, kind, now=now, by=None):
        return False
    derive(membership.user, now=now)
    return True
