"""Compares the database with what it was: which rows of B (and of portals beside it) changed, and what points at B.

Only the tables that a request wrote are read again, so that a request that writes nothing costs nothing.
"""

import re
from collections import namedtuple

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Collection

from cms.pages.models import PortalPage

from .canaries import B, pattern

Change = namedtuple("Change", "kind model key detail")

WRITE = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)"?', re.IGNORECASE)
# Changed by looking at a row, not by changing it.
VOLATILE = {"last_login", "last_used_at"}
# The whole program's, not a portal's: texts of the search engine, contents of a session, a count of changes.
UNREAD = {"wagtailsearch.SQLiteFTSIndexEntry", "sessions.Session"}


def installed_models():
    """Every model that has a table of its own, many-to-many tables included."""
    models = apps.get_models(include_auto_created=True)
    return [
        model
        for model in models
        if model._meta.managed and not model._meta.proxy and model._meta.label != "wagtailsearch.SQLiteFTSIndexEntry"
    ]


def keys_of_all_rows():
    """{model: {primary keys}} as of now, whatever scope is open."""
    return {model: set(_rows(model).values_list("pk", flat=True)) for model in installed_models()}


def _rows(model):
    return model._base_manager.order_by()


class Writes:
    """Records which tables are written while it is open. Hand it to `connection.execute_wrapper`."""

    def __init__(self):
        self.tables = set()

    def __call__(self, execute, sql, params, many, context):
        found = WRITE.match(sql) if isinstance(sql, str) else None
        if found:
            self.tables.add(found[1])
        return execute(sql, params, many, context)


class Database:
    """The database as it was when B was complete; `changes` says what a request did to B since."""

    def __init__(self, b, others):
        self.theirs, self.others = b.rows, others
        self.texts = {model: {str(key) for key in keys} for model, keys in b.rows.items()}
        self.home, self.collection = b.portal.root_page.path, b.portal.collection.path
        self.models = {model._meta.db_table: model for model in installed_models()}
        self.kinds = {kind.pk: kind.model_class() for kind in ContentType.objects.all()}
        self.words = pattern(B)
        self.before = {model: self._read(model) for model in self.models.values()}

    @staticmethod
    def _read(model):
        names = [field.attname for field in model._meta.local_concrete_fields]
        key = model._meta.pk.attname
        return {row[key]: row for row in _rows(model).values(*names)}

    def changes(self, tables, *, sent="", others=True):
        """What the writes to these tables did to B, and to other `others`; `sent` is what the request brought."""
        if connection.needs_rollback:  # the view broke its transaction: nothing of it stays
            return []
        self.kept = [self.theirs, self.others] if others else [self.theirs]
        return [change for table in sorted(tables) for change in self._changes_of(table, sent)]

    def _is_kept(self, model, key):
        return any(key in rows.get(model, ()) for rows in self.kept)

    def _changes_of(self, table, sent):
        model = self.models.get(table)
        if model is None or model._meta.label in UNREAD:
            return
        before, now = self.before[model], self._read(model)
        for key in before.keys() - now.keys():
            if self._is_kept(model, key):
                yield Change("deleted", model._meta.label, key, "")
        for key, row in now.items():
            old = before.get(key)
            if row != old:
                yield from self._judge(model, key, row, old or {}, sent)

    def _judge(self, model, key, row, old, sent):
        changed = [name for name in row if row[name] != old.get(name) and name not in VOLATILE]
        label = model._meta.label
        if self._is_kept(model, key):
            if changed:
                yield Change("changed", label, key, ",".join(changed))
            return
        place = key if old else "new"
        for detail in self._pointers(model, row, changed):
            yield Change("points", label, place, detail)
        copied = {word for name in changed for word in self.words.findall(str(row[name])) if word not in sent}
        if copied:
            yield Change("copied", label, place, " ".join(sorted(copied)[:6]))

    def _pointers(self, model, row, changed):
        for field in model._meta.local_concrete_fields:
            to = field.related_model if field.is_relation else None
            if field.attname in changed and row[field.attname] in self.theirs.get(to, ()):
                yield f"{field.name} -> {to._meta.label} {row[field.attname]}"
        yield from self._generic(row, changed)
        root = {PortalPage: self.home, Collection: self.collection}.get(model)
        if root and "path" in changed and row["path"].startswith(root):
            yield f"path below {root}"

    def _generic(self, row, changed):
        for kind, key in (("content_type_id", "object_id"), ("to_content_type_id", "to_object_id")):
            model = self.kinds.get(row.get(kind))
            if key in changed and model is not None:
                for parent in (model, *model._meta.get_parent_list()):
                    if str(row[key]) in self.texts.get(parent, ()):
                        yield f"{key} -> {parent._meta.label} {row[key]}"
                        break
