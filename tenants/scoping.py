"""Which portals' rows may be read now: the one door that opens or lifts a scope.

A scope lives in a ContextVar, so it follows a request through threads and async code. Without a scope
a tenant-owned model answers no rows at all: forgetting to open one shows nothing instead of everything.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Scope:
    """`portal_ids` is None for the platform: commands, provisioning and province-wide tasks."""

    portal_ids: frozenset[int] | None

    def covers(self, portal_id):
        return self.portal_ids is None or portal_id in self.portal_ids


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


def portal_scope(portals):
    """Open a scope on these portals (objects or primary keys)."""
    return _opened(Scope(frozenset(getattr(portal, "pk", portal) for portal in portals)))


def platform_scope():
    """Lift the scope: every portal's rows. For commands and platform tasks, never for a unit's screen."""
    return _opened(Scope(None))


def open_platform_scope():
    """Lift the scope until `close_scope` gets the token back; where no `with` can span, as between two signals."""
    return _scope.set(Scope(None))


def close_scope(token):
    _scope.reset(token)


class TenantQuerySet(models.QuerySet):
    def in_scope(self):
        scope = current_scope()
        if scope is None:
            return self.none()
        return self if scope.portal_ids is None else self.filter(portal__in=scope.portal_ids)


class TenantManager(models.Manager.from_queryset(TenantQuerySet)):
    """Default manager of tenant-owned models. Django's `_base_manager` stays free, for cascades."""

    def get_queryset(self):
        return super().get_queryset().in_scope()


class TenantOwned(models.Model):
    """A row that belongs to one portal and is read inside a scope only."""

    portal = models.ForeignKey("tenants.Portal", verbose_name=_("Cổng"), on_delete=models.PROTECT, related_name="+")
    portal.wagtail_reference_index_ignore = True

    objects = TenantManager()

    class Meta:
        abstract = True
