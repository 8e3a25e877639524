"""Accounts that nobody used for long: refused at log-in until somebody opens them again. In calendar days."""

from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone


def idle_before(now, *, policy):
    """The start of the local day before which an account must have been used last to be idle at `now`."""
    day = timezone.localdate(now) - timedelta(days=policy.idle_days)
    return timezone.make_aware(datetime.combine(day, time.min))


def last_used(user):
    """When the account was last in use; one that was never used counts from when it was made."""
    moments = (user.date_joined, user.activated_at, user.reopened_at, user.last_login)
    return max(moment for moment in moments if moment)


def is_idle(user, *, now, policy):
    """Superusers keep the server and have nobody who could open their account again: they are never idle."""
    return not user.is_superuser and last_used(user) < idle_before(now, policy=policy)


def idle(now, *, policy, prefix=""):
    """The same as a condition on rows; `prefix` leads to the person, as in "user__"."""
    edge = idle_before(now, policy=policy)
    condition = Q(**{f"{prefix}date_joined__lt": edge, f"{prefix}is_superuser": False})
    for name in ("activated_at", "reopened_at", "last_login"):
        condition &= Q(**{f"{prefix}{name}": None}) | Q(**{f"{prefix}{name}__lt": edge})
    return condition
