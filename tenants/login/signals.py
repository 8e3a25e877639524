"""What the library tells of goes into the log."""

from allauth.account import signals as account
from allauth.account.authentication import get_authentication_records
from allauth.core import ratelimit
from allauth.mfa import signals as factor
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver

from .journal import note
from .links import sets_first_password


@receiver(account.user_logged_in)
def logged_in(sender, request, user, **kwargs):
    ways = {record.get("type") for record in get_authentication_records(request, user)}
    note("login.in_by_code" if Authenticator.Type.RECOVERY_CODES in ways else "login.in", request, user=user)


@receiver(user_logged_out)
def logged_out(sender, request, user, **kwargs):
    if user is not None and hasattr(request, "portal"):
        note("login.out", request, user=user)


@receiver(account.password_changed)
def password_changed(sender, request, user, **kwargs):
    _forget_failures(request, user)
    note("login.password", request, user=user)


@receiver(account.password_reset)
def password_reset(sender, request, user, **kwargs):
    _forget_failures(request, user)
    note("login.password_first" if sets_first_password(request) else "login.password_reset", request, user=user)


def _forget_failures(request, user):
    """Who has set a new password begins with a clean count."""
    ratelimit.clear(request, action="login_failed", key=user.email.lower())


@receiver(factor.authentication_failed)
def factor_failed(sender, request, user, **kwargs):
    note("login.factor_failed", request, user=user, refused=True)


@receiver(factor.authenticator_added)
def factor_added(sender, request, user, authenticator, **kwargs):
    note(f"login.{authenticator.type}_added", request, user=user)


@receiver(factor.authenticator_removed)
def factor_removed(sender, request, user, authenticator, **kwargs):
    note(f"login.{authenticator.type}_removed", request, user=user)


@receiver(factor.authenticator_reset)
def codes_made(sender, request, user, **kwargs):
    note("login.codes", request, user=user)
