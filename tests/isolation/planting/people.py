"""Whoever works in a portal, and what hangs on a person."""

from datetime import timedelta

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from wagtail.models import APIToken
from wagtail.users.models import UserProfile

from tenants import audit
from tenants.models import Membership, PortalEvent, Role
from tests.factories import make_user

from ..canaries import canary

UNIT_ROLES = (Role.EDITOR, Role.CHIEF, Role.HEAD, Role.OFFICER)


def person(word, portal, role):
    """Somebody of this role in the portal, with a canary for a name."""
    user = make_user(
        f"{canary(word, role)}@{word}.example",
        portal=portal,
        role=role,
        last_name=canary(word, role, "family"),
        first_name=canary(word, role, "given"),
    )
    UserProfile.objects.get_or_create(user=user, defaults={"preferred_language": "vi", "current_time_zone": ""})
    return user


def plant_people(word, portal, *, now):
    """{role: person} of a unit, and beside them an editor who has what one logs in with."""
    people = {role: person(word, portal, role) for role in UNIT_ROLES}
    keeper = person(word + "keys", portal, Role.EDITOR)
    _plant_keys(word, keeper)
    _plant_words(word, portal, keeper, now=now)
    people["keeper"] = keeper
    return people


def _plant_keys(word, user):
    """What a person logs in with, from where, and by which other program."""
    APIToken.create_token(user=user, name=canary(word, "token"))
    session = SessionStore()
    session["note"] = canary(word, "session")
    session.set_expiry(timedelta(days=1))
    session.create()
    UserSession.objects.create(
        user=user, ip="192.0.2.1", session_key=session.session_key, user_agent=canary(word, "agent"),
        data={"note": canary(word, "sessionnote")},
    )  # fmt: skip
    passkey = {"name": canary(word, "passkey"), "credential": {}}
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=passkey)
    address, _new = EmailAddress.objects.get_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    EmailConfirmation.objects.create(email_address=address, key=canary(word, "confirmation"))


def _plant_words(word, portal, user, *, now):
    """What somebody wrote beside a role, an event or an entry of the log."""
    for role, name in ((Role.HEAD, "reason"), (Role.OFFICER, "invited_as")):
        Membership.objects.create(
            user=user, portal=portal, role=role, expires_at=now + timedelta(days=1), **{name: canary(word, name)}
        )
    PortalEvent.objects.create(
        portal=portal, kind=PortalEvent.Kind.STATE, happened_at=now, note=canary(word, "note"),
        data={"before": "building", "after": "active"},
    )  # fmt: skip
    before = {"before": canary(word, "before"), "after": canary(word, "after")}
    audit.record("wagtail.rename", portal=portal, by=user, now=now, target=portal, detail=before)
    UserProfile.objects.filter(user=user).update(avatar=f"avatar_images/{canary(word, 'avatar')}.png")
