"""Which portals' rows may be read now: the one door that opens or lifts a scope.

A scope lives in a ContextVar, so it follows a request through threads and async code. Without a scope
a tenant-owned model answers no rows at all: forgetting to open one shows nothing instead of everything.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property

from django.apps import apps
from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Scope:
    """`portal_ids` is None for the platform: commands, provisioning and province-wide tasks.

    `user_id` is the person who acts: some rows are theirs, whatever portal they work for. `portals` and that
    person's live `memberships` (None: nobody looked) are those that who opened the scope had read already.
    """

    portal_ids: frozenset[int] | None
    user_id: int | None = None
    portals: tuple = field(default=(), compare=False, repr=False)
    memberships: tuple | None = field(default=None, compare=False, repr=False)

    def covers(self, portal_id):
        return self.portal_ids is None or portal_id in self.portal_ids

    @property
    def is_platform(self):
        return self.portal_ids is None

    @cached_property
    def slugs(self):
        """Slugs of the portals."""
        return [portal.slug for portal in self._portals]

    @cached_property
    def collection_paths(self):
        """Paths of the portals' own collections; what lies below them is the portals' too."""
        return [portal.collection.path for portal in self._portals if portal.collection]

    @cached_property
    def _portals(self):
        if len(self.portals) == len(self.portal_ids):
            return self.portals
        return apps.get_model("tenants.Portal").objects.select_related("collection").in_bulk(self.portal_ids).values()


_scope: ContextVar[Scope | None] = ContextVar("tenant_scope", default=None)


def current_scope():
    """The scope that is open, or None: then no tenant-owned row can be read."""
    return _scope.get()


@contextmanager
def _opened(scope):
    token = _scope.set(scope)
    try:
        yield scope
    finally:
        _scope.reset(token)


def portal_scope(portals, *, user_id=None, memberships=None):
    """Open a scope on these portals (objects or primary keys), for a person where one acts."""
    read = tuple(portal for portal in portals if isinstance(portal, models.Model))
    return _opened(Scope(frozenset(getattr(portal, "pk", portal) for portal in portals), user_id, read, memberships))


def same_scope(scope):
    """Open again a scope that was open before: for what is produced after the view returned."""
    return _opened(scope)


def platform_scope():
    """Lift the scope: every portal's rows. For commands and platform tasks, never for a unit's screen."""
    return _opened(Scope(None))


def open_scope(scope):
    """Open a scope until `close_scope` gets the token back; where no `with` can span, as between two signals."""
    return _scope.set(scope)


def close_scope(token):
    _scope.reset(token)


@models.ForeignKey.register_lookup
class InScope(models.Lookup):
    """`portal__in_scope=True`: the row's portal is in the scope that is open when the query runs.

    Not when it was written: Wagtail keeps form classes, filters and blocks with their querysets for the life of the
    process, and an export reads its rows after the view returned. Without a scope no row is in it.
    """

    lookup_name = "in_scope"
    prepare_rhs = False

    def without_scope(self):
        raise EmptyResultSet

    def as_sql(self, compiler, connection):
        scope = current_scope()
        if scope is None:
            return self.without_scope()
        if scope.portal_ids is None:
            raise FullResultSet
        if not scope.portal_ids:
            raise EmptyResultSet
        column, parameters = self.process_lhs(compiler, connection)
        marks = ", ".join(["%s"] * len(scope.portal_ids))
        return f"{column} IN ({marks})", [*parameters, *sorted(scope.portal_ids)]


@models.ForeignKey.register_lookup
class InOpenScope(InScope):
    """The same for pages and files, which migrations and Wagtail's own commands read without a scope.

    Every request and every background task has one open (middleware.py, task_scope.py).
    """

    lookup_name = "in_open_scope"

    def without_scope(self):
        raise FullResultSet


class TenantManager(models.Manager):
    """Default manager of tenant-owned models. Django's `_base_manager` stays free, for cascades."""

    def get_queryset(self):
        return super().get_queryset().filter(portal__in_scope=True)


class ScopedManager(models.Manager):
    """Mixed into the default managers of pages and files. Rows of no portal are seen by all: the tree's root."""

    def get_queryset(self):
        return super().get_queryset().filter(Q(portal__in_open_scope=True) | Q(portal__isnull=True))


class TenantOwned(models.Model):
    """A row that belongs to one portal and is read inside a scope only."""

    portal = models.ForeignKey("tenants.Portal", verbose_name=_("Cổng"), on_delete=models.PROTECT, related_name="+")
    portal.wagtail_reference_index_ignore = True

    objects = TenantManager()

    class Meta:
        abstract = True
