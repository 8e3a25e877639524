"""Rows that are written once. The database refuses changes as well (migration 0002)."""

from django.db import models

from tenants.scoping import TenantManager, TenantOwned


class AppendOnlyError(TypeError):
    """Somebody tried to change or delete a row of the ledger: a correction is a new entry."""


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise AppendOnlyError(f"{self.model.__name__} rows are never changed")

    def delete(self):
        raise AppendOnlyError(f"{self.model.__name__} rows are never deleted")

    delete.queryset_only = True


class AppendOnlyManager(TenantManager.from_queryset(AppendOnlyQuerySet)):
    """The scoped default manager of append-only models."""


class AppendOnly(TenantOwned):
    objects = AppendOnlyManager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnlyError(f"{type(self).__name__} {self.pk} is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnlyError(f"{type(self).__name__} {self.pk} is never deleted")


def half_points_field(label):
    """Points are kept as whole numbers of halves: no other step can be stored."""
    return models.PositiveSmallIntegerField(label)
