"""What tests of tenants share: several people logged in at once, each on a host of their own."""

import pytest
from django.test import Client

from tenants.models import Portal, Role
from tests.factories import make_portal, make_user
from tests.factories.people import PASSWORD


@pytest.fixture
def enter(db):
    """enter(portal, role) -> a new logged-in client on that portal's host; without role somebody with no role."""

    def log_in(portal, role=None, email=None):
        user = make_user(email or f"{role or 'nobody'}@{portal.slug}.example", portal=portal, role=role)
        client = Client(HTTP_HOST=f"{portal.slug}.localhost")
        assert client.login(username=user.email, password=PASSWORD)
        client.user = user
        return client

    return log_in


@pytest.fixture
def district(db):
    """A district with a commune of its own below it, beside A and B, which are the province's."""
    make_portal("huyen-a", name="Huyện A", level="district", group="district", scored_by="province")
    make_portal("xa-c", name="Xã C", parent="huyen-a")
    return Portal.objects.get(slug="huyen-a")


@pytest.fixture
def enter_as(enter, a, province, district):
    """enter_as(role) -> a client of that role where it is held: in the province, a district or A."""
    places = {
        Role.PROVINCE_OFFICE: province,
        Role.PROVINCE_ADMIN: province,
        Role.DISTRICT_ASSESSOR: district,
    }
    return lambda role: enter(places.get(role, a), role)


@pytest.fixture
def office(enter, province):
    return enter(province, Role.PROVINCE_OFFICE)


@pytest.fixture
def chief(enter, a):
    return enter(a, Role.CHIEF)


@pytest.fixture
def admin(enter, province):
    return enter(province, Role.PROVINCE_ADMIN)


@pytest.fixture
def people(a, b):
    """{"a": ..., "b": ...}: an editor of each portal with a telling name."""
    return {
        "a": make_user("hoa@xa-a.example", portal=a, role=Role.EDITOR, last_name="Lê", first_name="Hoa"),
        "b": make_user("mai@xa-b.example", portal=b, role=Role.EDITOR, last_name="Trần", first_name="Mai"),
    }
