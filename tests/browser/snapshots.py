"""All rows of the database as they were, put back in a moment: planting a world anew for each test takes seconds."""

import sqlite3
from io import BytesIO

from django.db import connection, transaction


class Snapshot:
    """What the tables hold now. `restore()` makes them hold that again, numbers of the next rows included."""

    @staticmethod
    def take():
        return (SQLiteSnapshot if connection.vendor == "sqlite" else PostgreSQLSnapshot)()


class SQLiteSnapshot:
    def __init__(self):
        self.copy = sqlite3.connect(":memory:", check_same_thread=False)
        connection.ensure_connection()
        connection.connection.backup(self.copy)

    def restore(self):
        self.copy.backup(connection.connection)


class PostgreSQLSnapshot:
    """Rows are deleted, not truncated: a request that is still being answered then holds nobody up."""

    def __init__(self):
        with connection.cursor() as cursor:
            self.tables = connection.introspection.table_names(cursor)
            self.rows = {table: rows for table in self.tables if (rows := self._read(cursor, table))}
            cursor.execute("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'")
            self.numbers = cursor.fetchall()

    @staticmethod
    def _read(cursor, table):
        rows = BytesIO()
        cursor.copy_expert(f'COPY "{table}" TO STDOUT', rows)
        return rows.getvalue()

    @transaction.atomic
    def restore(self):
        with connection.cursor() as cursor:
            cursor.execute(
                "SET LOCAL session_replication_role = 'replica'"
            )  # no triggers: neither order nor log matter
            cursor.execute("; ".join(f'DELETE FROM "{table}"' for table in self.tables))
            for table, rows in self.rows.items():
                cursor.copy_expert(f'COPY "{table}" FROM STDIN', BytesIO(rows))
            for name, last in self.numbers:
                cursor.execute("SELECT setval(%s::regclass, %s, %s)", [f'"{name}"', last or 1, last is not None])
