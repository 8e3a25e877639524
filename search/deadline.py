"""A hard end for reading: the database itself stops a statement that takes too long."""

import time
from contextlib import contextmanager

from django.db import connection, transaction

INSTRUCTIONS = 1_000  # of SQLite's machine between two looks at the clock: far below a millisecond


@contextmanager
def within(seconds):
    """What is read inside ends in time or fails with Django's OperationalError; nothing else is disturbed by that."""
    with transaction.atomic(), _limited(seconds):
        yield


def _limited(seconds):
    return _on_postgresql(seconds) if connection.vendor == "postgresql" else _on_sqlite(seconds)


@contextmanager
def _on_postgresql(seconds):
    """For each statement, to the end of the transaction or savepoint around it."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = %s", [max(1, int(seconds * 1000))])
        yield
        cursor.execute("SET LOCAL statement_timeout TO DEFAULT")


@contextmanager
def _on_sqlite(seconds):
    until = time.monotonic() + seconds
    connection.ensure_connection()
    connection.connection.set_progress_handler(lambda: time.monotonic() > until, INSTRUCTIONS)
    try:
        yield
    finally:
        connection.connection.set_progress_handler(None, INSTRUCTIONS)
