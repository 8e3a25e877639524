"""What compliance does. One verb, one transaction."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from tenants.models import Portal, User
from tenants.scoping import platform_scope

from .assessing import assess
from .bookkeeping import write
from .facts import PlatformFact, Window, gather
from .models import Period, ScoringRun
from .periods import window_of


def score(
    portals: Iterable[Portal], *, period: Period, as_of: datetime, by: User | None, platform: PlatformFact
) -> ScoringRun:
    """Score portals for a period as of a moment and append the verdicts to their ledgers.

    Portals that are not active, or opened after the moment, are left out; those without a scale get an empty sheet.
    `platform` says what the system itself offers (probes.probe). Raises PeriodNotBegun.
    """
    window = window_of(period, as_of=as_of)
    portals = [portal for portal in portals if is_scored(portal, window)]
    facts = gather(portals, window, platform=platform)
    assessed = {portal: assess(portal.scale, facts[portal.pk], window) for portal in portals}
    with transaction.atomic(), platform_scope():  # a run and its quarter are the province's, whoever asked for it
        list(Portal.objects.select_for_update().filter(pk__in=[portal.pk for portal in portals]).order_by("pk"))
        run = _open_run(period, window, by=by)
        write(run, assessed)
    return run


def is_scored(portal: Portal, window: Window) -> bool:
    return portal.is_public and (portal.opened_on is None or portal.opened_on <= window.today)


def _open_run(period: Period, window: Window, *, by: User | None) -> ScoringRun:
    stored, _created = Period.objects.get_or_create(
        code=period.code, defaults={"starts": period.starts, "ends": period.ends, "cutoff": period.cutoff}
    )
    return ScoringRun.objects.create(
        period=stored, as_of=window.as_of, first_day=window.first_day, counted_until=window.ends, by=by
    )
