"""Turns results into chained ledger rows. Called inside the transaction that holds the portals' lock."""

from dataclasses import dataclass

from django.db.models import Max

from tenants.models import Portal

from .assessing import PackResult
from .chain import GENESIS, chained, digest, payload
from .models import EvidenceSet, LedgerEntry, ScoreSheet, ScoringRun
from .rules import Result

BATCH = 500

Assessed = dict[Portal, tuple[PackResult, ...]]


@dataclass(slots=True)
class Head:
    """Where a portal's chain stands."""

    sequence: int = 0
    hash: str = GENESIS


def heads_of(portals: list[Portal]) -> dict[int, Head]:
    """{portal: Head}: where each chain ends, as its newest sheet says; a fresh one where nothing is written yet."""
    newest = ScoreSheet.objects.filter(portal__in=portals).values("portal").annotate(newest=Max("pk")).values("newest")
    heads = {portal.pk: Head() for portal in portals}
    for sheet in ScoreSheet.objects.filter(pk__in=newest):
        heads[sheet.portal_id] = Head(sheet.last_sequence, sheet.head_hash)
    return heads


def write(run: ScoringRun, assessed: Assessed) -> None:
    """Evidence first, then the entries in memory (their hashes give the sheets), then sheets and entries."""
    evidence = _write_evidence(assessed)
    heads, entries = heads_of(list(assessed)), {}
    for portal, packs in assessed.items():
        head = heads[portal.pk]
        entries[portal] = [
            _entry(run, portal, pack, result, head, evidence) for pack in packs for result in pack.results
        ]
    sheets = ScoreSheet.objects.bulk_create(
        ScoreSheet(
            run=run,
            portal=portal,
            entries=len(rows),
            last_sequence=heads[portal.pk].sequence,
            head_hash=heads[portal.pk].hash,
        )
        for portal, rows in entries.items()
    )
    for sheet, rows in zip(sheets, entries.values(), strict=True):
        for row in rows:
            row.sheet = sheet
    LedgerEntry.objects.bulk_create((row for rows in entries.values() for row in rows), batch_size=BATCH)


def _entry(run: ScoringRun, portal: Portal, pack: PackResult, result: Result, head: Head, evidence) -> LedgerEntry:
    """An unsaved entry; moves the portal's head on."""
    seen = _digest(result)
    entry = LedgerEntry(
        portal=portal,
        sequence=head.sequence + 1,
        pack=pack.pack.code,
        pack_version=pack.pack.version,
        criterion=result.code,
        rule=result.rule,
        state=result.state,
        half_points=result.half_points,
        max_half_points=result.max_half_points,
        numerator=result.numerator,
        denominator=result.denominator,
        reasons=list(result.reasons),
        evidence_id=evidence[portal.pk, seen],
        previous_hash=head.hash,
    )
    entry.entry_hash = chained(head.hash, payload(entry, run=run, evidence_digest=seen))
    head.sequence, head.hash = entry.sequence, entry.entry_hash
    return entry


def _items(result: Result) -> list[dict]:
    return [seen.as_json() for seen in result.evidence]


def _digest(result: Result) -> str:
    return digest(_items(result))


def _write_evidence(assessed: Assessed) -> dict[tuple[int, str], int]:
    """{(portal, digest): primary key}; content that is already kept is not written again."""
    wanted = {
        (portal.pk, _digest(result)): result
        for portal, packs in assessed.items()
        for pack in packs
        for result in pack.results
    }
    known = _known_evidence(wanted)
    fresh = [
        EvidenceSet(portal_id=portal_id, digest=seen, items=_items(result))
        for (portal_id, seen), result in wanted.items()
        if (portal_id, seen) not in known
    ]
    for row in EvidenceSet.objects.bulk_create(fresh, batch_size=BATCH):
        known[row.portal_id, row.digest] = row.pk
    return known


def _known_evidence(wanted) -> dict[tuple[int, str], int]:
    digests, known = sorted({seen for _portal, seen in wanted}), {}
    for start in range(0, len(digests), BATCH):
        rows = EvidenceSet.objects.filter(digest__in=digests[start : start + BATCH])
        known.update(
            {(portal_id, seen): key for portal_id, seen, key in rows.values_list("portal_id", "digest", "pk")}
        )
    return known
