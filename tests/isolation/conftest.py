"""One world for all tests of this folder; it, every test and every request in it is rolled back."""

import logging

import pytest
from django.core.files.storage import FileSystemStorage
from django.db import transaction

from .world import add_b, plant_without_b


@pytest.fixture(scope="package")
def bare_world(django_db_setup, django_db_blocker):
    """Portals A and C, and everybody who will look."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield plant_without_b()
        transaction.set_rollback(True)


@pytest.fixture(scope="package")
def world(bare_world, django_db_blocker):
    """The same with B in it; test_birth.py comes before, for it wants to see B arrive."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield add_b(bare_world)
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _in_silence():
    """A refusal is what is asked for here, not something to log."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(autouse=True)
def _files_stay(monkeypatch):
    """What a request deletes comes back with the database's savepoint; its file would not."""
    monkeypatch.setattr(FileSystemStorage, "delete", lambda self, name: None)
