"""Accounts: the link that sets a first password, and closing and opening an account."""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from tenants.login.letters import send_notice
from tenants.login.links import password_path
from tenants.login.sessions import end_sessions
from tenants.login.words import WRITTEN
from tenants.models import Portal, PortalEvent, User
from tenants.provisioning import Refused
from tenants.verbs import record, verb

Kind = PortalEvent.Kind


@verb
def issue_invitation(user, *, portal, now, by=None):
    """The path where a person without a password chooses one; it works once and kills earlier ones.

    It is valid for PASSWORD_RESET_TIMEOUT seconds. Raises Refused for a person who has a password.
    """
    if user.has_usable_password():
        raise Refused(_("Người này đã có mật khẩu."))
    user.set_unusable_password()  # another random value, so that links given out before stop working
    user.save(update_fields=["password"])
    record(portal, Kind.INVITED, now=now, by=by, data={"user": user.pk})
    return password_path(user)


def deactivate(user, *, now, by=None):
    """Close an account: its sessions end at once, its roles wait. Its portals record it, a letter tells the person."""
    _switch(user, False, Kind.DEACTIVATED, now=now, by=by)


def reactivate(user, *, now, by=None):
    _switch(user, True, Kind.REACTIVATED, now=now, by=by)


@verb
def _switch(user, active, kind, *, now, by):
    if not User.objects.filter(pk=user.pk, is_active=not active).update(is_active=active):
        return
    if not active:
        end_sessions(user)
    for portal in Portal.objects.filter(memberships__user=user, memberships__invited_as="").distinct():
        record(portal, kind, now=now, by=by, data={"user": user.pk})
    sentence = WRITTEN["reopened" if active else "closed"]
    transaction.on_commit(partial(send_notice, user, sentence=sentence, when=now))
