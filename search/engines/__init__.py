"""Engines: where the terms are kept and ranked. The kind of database chooses; a search server would be one more.

An engine is a module with the functions of `Engine`. Scope and language are always filters, never hints.
"""

from typing import Protocol

from django.db import connection

from . import postgres, sqlite


class Engine(Protocol):
    """Without `loose` every word of the query must be there, or one of its document numbers; with it two of the
    query's words that stand side by side will do.

    A document's own number is the same in every language: where a page has no living entry in `lang`, its entry in
    Vietnamese is found by that number, and by nothing else.

    A word that stands everywhere must not make a search slow: an engine may rank the newest matches (at least
    candidates.COUNTED) and the newest that have every word in the title, and leave the others out.
    """

    def index(self, entries):
        """Take in these saved entries, or take them in anew."""

    def remove(self, uids):
        """Forget these entries; an unknown uid is no error."""

    def tidy(self):
        """Forget what belongs to no living entry."""

    def find(self, query, *, scope, lang, limit, offset=0, loose=False):
        """[(entry id, score)], the best first."""

    def count(self, query, *, scope, lang, most, loose=False):
        """How many entries match, counted up to `most`."""


def engine() -> Engine:
    return {"sqlite": sqlite, "postgresql": postgres}[connection.vendor]
