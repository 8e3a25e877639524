"""Scoring by the clock."""

from django.utils import timezone
from django_tasks import task

from tenants.models import Portal
from tenants.scoping import platform_scope

from .actions import score
from .periods import find_period, quarter_of, usual_as_of
from .probes import probe


@task()
def rescore_all() -> int:
    """Score every active portal for the quarter of today; returns the run's primary key. Meant for every night."""
    now = timezone.now()
    portals = list(Portal.objects.active().order_by("slug"))
    period = find_period(quarter_of(timezone.localdate(now)))
    with platform_scope():
        run = score(portals, period=period, as_of=usual_as_of(period, now), by=None, platform=probe(portals))
    return run.pk
