"""Reads of scores: frozen objects for screens, commands and exports, all from the ledger."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max, OuterRef, QuerySet, Subquery

from cms.pages.models import PortalPage
from tenants.models import Portal
from tenants.scoping import portal_scope

from .models import LedgerEntry, Period, ScoreSheet, ScoringRun
from .packs import Criterion, Pack, pack_named


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion of a sheet. `entry` is the ledger row, without its evidence."""

    criterion: Criterion
    entry: LedgerEntry

    @property
    def missing(self) -> float:
        """Points that could still be gained by work; none where nothing is measured."""
        measured = self.entry.state != LedgerEntry.State.UNMEASURED
        return self.entry.max - self.entry.score if measured else 0


@dataclass(frozen=True, slots=True)
class PackScore:
    """A pack's points. `measured_max`: the maximum of the criteria that are measured at all."""

    pack: Pack
    lines: tuple[Line, ...]

    @property
    def score(self) -> float:
        return sum(line.entry.half_points for line in self.lines) / 2

    @property
    def measured_max(self) -> float:
        measured = (line.entry for line in self.lines if line.entry.state != LedgerEntry.State.UNMEASURED)
        return sum(entry.max_half_points for entry in measured) / 2

    @property
    def unmeasured_max(self) -> float:
        return self.pack.max - self.measured_max

    @property
    def percent(self) -> float:
        """Of the whole scale, bonus included, 0 to 100."""
        return 100 * self.score / self.pack.max


@dataclass(frozen=True, slots=True)
class PortalScore:
    """A portal on the board. Without a `run` it was not scored for the period."""

    portal: Portal
    run: ScoringRun | None
    packs: tuple[PackScore, ...]
    last_activity: datetime | None = None

    def of_component(self, component: str) -> tuple[PackScore, ...]:
        return tuple(pack for pack in self.packs if pack.pack.component == component)

    def pack(self, code: str) -> PackScore | None:
        return next((pack for pack in self.packs if pack.pack.code == code), None)


def scoreboard(portals: Iterable[Portal], *, period: Period) -> list[PortalScore]:
    """The newest score of each portal given, in their order, in a number of queries that does not depend on theirs.

    Shown is what was scored as of the latest moment up to the period's cut-off; so is the last activity.
    """
    portals = list(portals)
    with portal_scope(portals):
        sheets = {sheet.portal_id: sheet for sheet in _newest_sheets(portals, period)}
        packs = _packs_of(sheets.values())
    activity = last_activity(portals, until=period.cutoff)
    return [
        PortalScore(
            portal,
            sheets[portal.pk].run if portal.pk in sheets else None,
            packs.get(portal.pk, ()),
            activity.get(portal.pk),
        )
        for portal in portals
    ]


def portal_score(portal: Portal, *, period: Period) -> PortalScore:
    return scoreboard([portal], period=period)[0]


def run_scores(run: ScoringRun) -> list[PortalScore]:
    """Every portal of one run, by slug."""
    portals = list(
        Portal.objects.filter(pk__in=ScoreSheet._base_manager.filter(run=run).values("portal")).order_by("slug")
    )
    with portal_scope(portals):
        packs = _packs_of(ScoreSheet.objects.filter(run=run))
    return [PortalScore(portal, run, packs.get(portal.pk, ())) for portal in portals]


def entry_with_evidence(portal: Portal, *, period: Period, pack: str, criterion: str) -> LedgerEntry | None:
    """The newest entry of a criterion with its evidence and run, or None."""
    with portal_scope([portal]):
        entries = LedgerEntry.objects.filter(portal=portal, pack=pack, criterion=criterion)
        entries = entries.filter(sheet__in=_newest_sheets([portal], period).values("pk"))
        return entries.select_related("evidence", "sheet__run__period", "sheet__run__by").order_by("-sequence").first()


def last_activity(portals: Iterable[Portal], *, until: datetime) -> dict[int, datetime]:
    """{portal: when its newest public page was first published}, as of the moment."""
    pages = PortalPage.objects.live().public().filter(portal__in=portals, is_starter=False, depth__gt=2)
    newest = pages.filter(first_published_at__lte=until).order_by().values_list("portal")
    with portal_scope(portals):
        return dict(newest.annotate(newest=Max("first_published_at")))


def _newest_sheets(portals: list[Portal], period: Period) -> QuerySet[ScoreSheet]:
    """Per portal the sheet with the latest moment up to the cut-off; of equals the last written."""
    if period.pk is None:
        return ScoreSheet.objects.none()
    sheets = ScoreSheet.objects.filter(
        portal=OuterRef("pk"), run__period=period, run__as_of__lte=F("run__period__cutoff")
    )
    newest = sheets.order_by("-run__as_of", "-pk").values("pk")[:1]
    chosen = Portal.objects.filter(pk__in=[portal.pk for portal in portals]).values_list(Subquery(newest), flat=True)
    return ScoreSheet.objects.filter(pk__in=chosen).select_related("run")


def _packs_of(sheets: Iterable[ScoreSheet]) -> dict[int, tuple[PackScore, ...]]:
    """{portal: its packs} in ledger order; a pack whose file is gone cannot be shown and is left out."""
    entries = LedgerEntry.objects.filter(sheet__in=[sheet.pk for sheet in sheets]).order_by("portal_id", "sequence")
    grouped = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        grouped[entry.portal_id][entry.pack, entry.pack_version].append(entry)
    return {portal: tuple(filter(None, map(_pack_score, packs, packs.values()))) for portal, packs in grouped.items()}


def _pack_score(name: tuple[str, str], entries: list[LedgerEntry]) -> PackScore | None:
    pack = pack_named(*name)
    if pack is None:
        return None
    known = ((pack.criterion(entry.criterion), entry) for entry in entries)
    return PackScore(pack, tuple(Line(criterion, entry) for criterion, entry in known if criterion))
