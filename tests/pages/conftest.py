"""What tests of pages share: more than one person logged in at a time, each on a host of their own."""

import pytest
from django.test import Client
from wagtail.users.models import UserProfile

from tests.factories import make_user
from tests.factories.people import PASSWORD


@pytest.fixture
def enter(db):
    """enter(portal, role) -> a new logged-in client on that portal's host; `language` is that of the screens."""

    def log_in(portal, role, *, language="vi"):
        user = make_user(f"{role}@{portal.slug}.example", portal=portal, role=role)
        UserProfile.objects.create(user=user, preferred_language=language)
        client = Client(HTTP_HOST=f"{portal.slug}.localhost")
        assert client.login(username=user.email, password=PASSWORD)
        client.user = user
        return client

    return log_in
