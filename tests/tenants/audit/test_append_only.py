"""Neither the product nor somebody with a database shell changes or deletes an entry."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from tenants.models import AuditEntry
from tenants.models.append_only import AppendOnlyError
from tenants.scoping import platform_scope

migration = import_module("tenants.migrations.0004_audit")

TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'tenants_auditentry'",
    "postgresql": "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "WHERE relname = 'tenants_auditentry' AND NOT tgisinternal",
}


def run_sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else None


def locks():
    return {row[0] for row in run_sql(TRIGGERS[connection.vendor])}


def snapshot():
    return list(AuditEntry._base_manager.order_by("pk").values())


class Editor:
    """A schema editor that runs inside the test's transaction."""

    connection = connection

    @staticmethod
    def execute(statement, params=()):
        with connection.cursor() as cursor:
            cursor.execute(statement, params)


def test_the_model_refuses(a, b, plant):
    mine, other = plant(a), plant(b)
    before = snapshot()
    mine.target_title = "Khác"
    for change in (mine.save, mine.delete, other.delete):
        with pytest.raises(AppendOnlyError):
            change()
    with platform_scope():
        for change in (lambda: AuditEntry.objects.update(action="x"), AuditEntry.objects.all().delete):
            with pytest.raises(AppendOnlyError):
                change()
    assert snapshot() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tenants_auditentry SET actor_name = 'Người khác'",
        "UPDATE tenants_auditentry SET refused = NOT refused WHERE id = {pk}",
        "DELETE FROM tenants_auditentry WHERE id = {pk}",
        "DELETE FROM tenants_auditentry",
    ],
)
def test_the_database_refuses(a, b, plant, statement):
    plant(a)
    pk = plant(b).pk
    before = snapshot()
    with pytest.raises(DatabaseError, match="rows of tenants_auditentry are never"), transaction.atomic():
        run_sql(statement.format(pk=pk))
    assert snapshot() == before


@pytest.mark.parametrize("method", ["_raw_delete", "bulk_update"])
def test_ways_past_the_model_end_at_the_database(a, b, plant, method):
    rows = [plant(a), plant(b)]
    entries = AuditEntry._base_manager.all()
    act = {
        "_raw_delete": lambda: entries._raw_delete("default"),
        "bulk_update": lambda: AuditEntry._base_manager.bulk_update(rows, ["target_title"]),
    }[method]
    with pytest.raises(DatabaseError), transaction.atomic():
        act()
    assert entries.filter(pk__in=[row.pk for row in rows]).count() == 2


@pytest.mark.django_db
def test_the_table_is_locked():
    """A later migration that rebuilds it on SQLite loses its triggers and must create them again."""
    assert locks() == set(migration.TRIGGERS)


@pytest.mark.django_db
def test_the_locks_can_be_taken_away_and_put_back():
    migration.allow_changes(apps, Editor)
    assert locks() == set()
    migration.refuse_changes(apps, Editor)
    assert locks() == set(migration.TRIGGERS)
