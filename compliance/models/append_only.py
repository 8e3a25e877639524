"""The ledger's rows are written once: a correction is a new entry. So says the database too (migration 0002)."""

from django.db import models

from tenants.models.append_only import AppendOnlyRow, ScopedAppendOnlyManager
from tenants.scoping import TenantOwned


class AppendOnly(AppendOnlyRow, TenantOwned):
    objects = ScopedAppendOnlyManager()

    class Meta:
        abstract = True


def half_points_field(label):
    """Points are kept as whole numbers of halves: no other step can be stored."""
    return models.PositiveSmallIntegerField(label)
