import pytest
from django.utils import timezone

from tenants.models import Portal
from tenants.scoping import platform_scope
from tests.demo.conftest import load, undone


@pytest.fixture(scope="package")
def small(django_db_setup, django_db_blocker):
    """The small demonstration once for all tests of the sections; nothing here changes it."""
    with django_db_blocker.unblock(), undone():
        Portal.objects.filter(slug="tinh").update(level="department", group="department")
        yield load()


@pytest.fixture
def everything():
    """The whole installation may be read."""
    with platform_scope():
        yield


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def portal_of(small):
    return lambda slug: Portal.objects.get(slug=slug)
