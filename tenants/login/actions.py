"""Every write to somebody's log-in: one transaction a verb, its event inside, the letter after it."""

from functools import partial

from allauth.mfa.models import Authenticator
from django.db import transaction

from tenants.actions import reactivate
from tenants.audit import record as log
from tenants.models import LoginPolicy, Portal, PortalEvent, User
from tenants.verbs import record, verb

from .letters import send_notice
from .policy import forget_policy
from .sessions import end_sessions
from .words import WRITTEN

POLICY_FIELDS = ("grace_days", "idle_days", "session_hours")


@verb
def reset_second_factor(user, *, by, now):
    """Take away app, passkeys and recovery codes of somebody who lost them; sessions end, every portal records it.

    The person learns of it by mail, and sets a factor up anew at the next log-in if the role demands one.
    """
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    for portal in _portals(user):
        record(portal, PortalEvent.Kind.FACTOR, now=now, by=by, data={"user": user.pk})
    transaction.on_commit(partial(send_notice, user, sentence=WRITTEN["factor_reset"], when=now))


@verb
def reopen(user, *, by, now):
    """Let somebody log in again whose account was closed, or had not been used for long; a letter tells them."""
    was_open = User.objects.filter(pk=user.pk, is_active=True).exists()
    User.objects.filter(pk=user.pk).update(reopened_at=now)
    if not was_open:
        return reactivate(user, now=now, by=by)
    for portal in _portals(user):
        record(portal, PortalEvent.Kind.REACTIVATED, now=now, by=by, data={"user": user.pk})
    transaction.on_commit(partial(send_notice, user, sentence=WRITTEN["reopened"], when=now))
    return None


@verb
def set_policy(*, by, now, **values):
    """Change the province's rules of logging in (POLICY_FIELDS). What does not change is not recorded."""
    policy = LoginPolicy.objects.select_for_update().filter(pk=1).first() or LoginPolicy(pk=1)
    before = {name: getattr(policy, name) for name in POLICY_FIELDS}
    for name, value in values.items():
        setattr(policy, name, value)
    policy.save()
    transaction.on_commit(forget_policy)
    after = {name: getattr(policy, name) for name in POLICY_FIELDS}
    if before != after:
        portal = Portal.objects.provincial()
        log("login.policy", portal=portal, by=by, now=now, target=policy, detail={"before": before, "after": after})
    return policy


def _portals(user):
    """Those that the person works for; whoever was merely invited is none of theirs yet."""
    return Portal.objects.filter(memberships__user=user, memberships__invited_as="").distinct()
