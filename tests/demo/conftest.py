import io
import random
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from tenants.models import Portal


@pytest.fixture
def rng():
    return random.Random("tests")


DOMAIN = "minh-hoa.localhost"  # "localhost" itself is the common world's


def load():
    """What the command wrote: (standard output, progress)."""
    stdout, stderr = io.StringIO(), io.StringIO()
    with override_settings(IS_DEMO=True, BASE_DOMAIN=DOMAIN):
        call_command("load_demo", "--small", stdout=stdout, stderr=stderr)
    return stdout.getvalue(), stderr.getvalue()


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def small(django_db_setup, django_db_blocker):
    """The small demonstration, loaded once for the tests of a module and taken away after them.

    There is room for one provincial portal only: that of the common world steps aside.
    """
    with django_db_blocker.unblock(), undone():
        Portal.objects.filter(slug="tinh").update(level="department", group="department")
        yield load()
