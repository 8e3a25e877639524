"""What tests of logging in share: the form as a person fills it in, and codes as an app shows them."""

import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone

from tenants.models import Membership, Role, User
from tests.factories import make_user
from tests.factories.people import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LOGIN = "/admin/login/"


def code_now(secret=SECRET):
    """What the app on the telephone shows."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def browser(portal):
    """A browser of its own on a portal's host."""
    return Client(HTTP_HOST=f"{portal.slug}.localhost", HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Chrome/120.0")


def attempt(portal, email, password=PASSWORD, client=None, **data):
    """Fill in the form on a portal's host. Returns (client, response)."""
    client = client or browser(portal)
    return client, client.post(LOGIN, {"login": email, "password": password, **data})


def is_in(client):
    return "_auth_user_id" in client.session


@pytest.fixture
def give_app(db):
    """give_app(user) -> recovery codes of somebody who has an app with SECRET."""

    def give(user):
        TOTP.activate(user, SECRET)
        return RecoveryCodes.activate(user).generate_codes()

    return give


def factors_of(user):
    return sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True))


@pytest.fixture
def head(a, b):
    make_user("lanhdao@xa-b.example", portal=b, role=Role.HEAD)
    return make_user("lanhdao@xa-a.example", portal=a, role=Role.HEAD)


def later(user, **since):
    """As if the role had been given so long ago."""
    Membership.objects.filter(user=user).update(granted_at=timezone.now() - timedelta(**since))
    User.objects.filter(pk=user.pk).update(date_joined=timezone.now() - timedelta(**since))
