"""Rows that are written once and never changed. The database refuses changes as well (migration 0004)."""

from django.db import models

from tenants.scoping import TenantManager


class AppendOnlyError(TypeError):
    """Somebody tried to change or delete a row that only ever gets added."""


class AppendOnlyQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise AppendOnlyError(f"{self.model.__name__} rows are never changed")

    def delete(self):
        raise AppendOnlyError(f"{self.model.__name__} rows are never deleted")

    delete.queryset_only = True


class ScopedAppendOnlyManager(TenantManager.from_queryset(AppendOnlyQuerySet)):
    """The default manager: rows of the scope that is open, and no change to any."""


class AppendOnlyRow(models.Model):
    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise AppendOnlyError(f"{type(self).__name__} {self.pk} is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnlyError(f"{type(self).__name__} {self.pk} is never deleted")
