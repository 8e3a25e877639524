import pytest
from django.utils import timezone

from tenants.models import Portal
from tenants.scoping import platform_scope


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
