"""The trash empties itself."""

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from tenants.audit import record
from tenants.scoping import platform_scope

from .models import PURGED
from .queries import over


@task()
def purge_trash():
    """Delete for good what has been in a trash long enough; every portal's, hence a platform task."""
    with platform_scope():
        return purge(now=timezone.now())


@transaction.atomic
def purge(*, now):
    """Returns how many were purged; each is in its portal's log."""
    kept = list(over(now=now).defer("content"))
    for deleted in kept:
        record(PURGED, portal=deleted.portal_id, by=None, now=now, target=(
            deleted.page_type.lower(), deleted.page_key, deleted.title
        ))  # fmt: skip
    over(now=now).filter(pk__in=[deleted.pk for deleted in kept]).delete()
    return len(kept)
