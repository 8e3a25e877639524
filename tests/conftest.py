"""One world for the whole run, planted once: a province, two communes, a department. Every test rolls back to it."""

import pytest
from django.core.cache import cache

from tenants.models import Portal
from tests.factories import make_portal, make_user
from tests.factories.people import PASSWORD
from tests.isolation import summary


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        plant_world()


def plant_world():
    """ "tinh" above everybody; "xa-a" and "xa-b" alike and side by side, so that whatever leaks shows."""
    make_portal("tinh", name="Tỉnh Thử", level="province", group="province", parent="", scale="none", scored_by="none")
    make_portal("xa-a", name="Xã An Bình", name_en="An Binh Commune")
    make_portal("xa-b", name="Xã Bình Yên", name_en="Binh Yen Commune")
    make_portal(
        "so-a", name="Sở Thử", level="department", group="department", scale="government", scored_by="province"
    )


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()


def _portal(slug):
    return Portal.objects.select_related("site__root_page", "collection", "parent").get(slug=slug)


@pytest.fixture
def province(db):
    return _portal("tinh")


@pytest.fixture
def a(db):
    """The portal whose people and visitors look."""
    return _portal("xa-a")


@pytest.fixture
def b(db):
    """The portal of which they must see nothing."""
    return _portal("xa-b")


@pytest.fixture
def department(db):
    return _portal("so-a")


@pytest.fixture
def visit(client):
    """visit(portal, "/path/") as an anonymous visitor of that portal's host."""

    def get(portal, path="/", **data):
        return client.get(path, data, headers={"host": f"{portal.slug}.localhost"})

    return get


@pytest.fixture
def log_in(client):
    """log_in(portal, role) -> a client on that portal's host, logged in as a new person of that role."""

    def enter(portal, role, email=None):
        user = make_user(email or f"{role}@{portal.slug}.example", portal=portal, role=role)
        client.defaults["HTTP_HOST"] = f"{portal.slug}.localhost"
        assert client.login(username=user.email, password=PASSWORD)
        client.user = user
        return client

    return enter


@pytest.fixture
def happen(django_capture_on_commit_callbacks):
    """happen(verb, ...): with what follows its commit."""

    def do(verb, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return verb(*args, **kwargs)

    return do


def pytest_terminal_summary(terminalreporter):
    """The crawler's one line, whichever processes it ran in."""
    summary.write(terminalreporter)
