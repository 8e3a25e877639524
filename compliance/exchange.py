"""The shape of scores that other programs rely on: field names never change, new ones may be added."""

from datetime import datetime

from django.utils import timezone

from .models import LedgerEntry, ScoringRun
from .queries import PackScore, PortalScore


def scores_as_json(run: ScoringRun, portals: list[PortalScore]) -> dict:
    """Points are numbers in steps of 0.5, times ISO 8601 with offset."""
    return {
        "period": run.period.code,
        "as_of": moment(run.as_of),
        "portals": [portal_as_json(portal) for portal in portals],
    }


def portal_as_json(score: PortalScore) -> dict:
    return {
        "slug": score.portal.slug,
        "group": score.portal.group,
        "packs": [_pack_as_json(pack) for pack in score.packs],
    }


def _pack_as_json(score: PackScore) -> dict:
    return {
        "pack": score.pack.code,
        "version": score.pack.version,
        "component": score.pack.component,
        "score": score.score,
        "base_max": score.pack.base_max,
        "bonus_max": score.pack.bonus_max,
        "criteria": [_criterion_as_json(line.entry) for line in score.lines],
    }


def _criterion_as_json(entry: LedgerEntry) -> dict:
    return {
        "code": entry.criterion,
        "score": entry.score,
        "max": entry.max,
        "state": entry.state,
        "numerator": entry.numerator,
        "denominator": entry.denominator,
        "reasons": entry.reasons,
    }


def moment(when: datetime) -> str:
    return timezone.localtime(when).isoformat(timespec="seconds")
