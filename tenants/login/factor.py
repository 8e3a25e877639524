"""Who must log in with a second factor, and from when on."""

from collections import defaultdict
from datetime import timedelta

from allauth.mfa.models import Authenticator

from tenants.models import Membership, Role, User
from tenants.scoping import platform_scope

DEMANDING = frozenset({Role.CHIEF, Role.HEAD, Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN})  # they publish or sign
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)  # recovery codes alone are none


def factors_of(user):
    """The person's second factors; also of the person of an outer query (`OuterRef`)."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS)


def demanded_since(user, memberships):
    """When the oldest role that demands a factor began to be used, or None; `memberships` are the person's live ones.

    Somebody who was invited has no way in before choosing a password, so the time runs from then.
    """
    begun = [row.granted_at for row in memberships if row.role in DEMANDING or row.is_acting]
    if user.is_superuser:
        begun.append(user.date_joined)
    return max(min(begun), user.activated_at or user.date_joined) if begun else None


def due(user, standing, *, policy):
    """The moment from which the person gets no further without a second factor; None if none is missing."""
    since = demanded_since(user, standing.memberships)
    if since is None or standing.has_factor:
        return None
    return since + timedelta(days=policy.grace_days)


def stopped_by(grace_days, *, now, before):
    """Keys of people who would get no further at once if `before` grace days became `grace_days`."""
    since = _missing_since(now)
    return {
        key
        for key, moment in since.items()
        if moment + timedelta(days=grace_days) <= now < moment + timedelta(days=before)
    }


def _missing_since(now):
    """{person: since when a second factor is demanded} of all who have none, on every portal."""
    held = defaultdict(list)
    with platform_scope():
        without = User.objects.filter(is_active=True).exclude(
            pk__in=Authenticator.objects.filter(type__in=FACTORS).values("user")
        )
        for row in Membership.objects.live(now).filter(user__in=without):
            held[row.user_id].append(row)
        since = {user.pk: demanded_since(user, held[user.pk]) for user in without}
    return {key: moment for key, moment in since.items() if moment}
