"""The arithmetic of the ledger: how an entry becomes a hash, and how a chain is proved. Knows no database.

Every hash covers the entry, what it rests on (the digest of its evidence) and the hash before it. Changing, moving or
removing one entry therefore breaks the chain from there on.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256

GENESIS = "0" * 64


def digest(value) -> str:
    """SHA-256 of the canonical JSON of a value."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def payload(entry, *, run, evidence_digest: str) -> dict:
    """Everything about an entry that must never change. `entry` and `run` are the models or look like them."""
    return {
        "portal": entry.portal_id,
        "sequence": entry.sequence,
        "period": run.period.code,
        "from": run.first_day.isoformat(),
        "until": run.counted_until.astimezone(UTC).isoformat(),
        "as_of": run.as_of.astimezone(UTC).isoformat(),
        "pack": [entry.pack, entry.pack_version],
        "criterion": entry.criterion,
        "rule": entry.rule,
        "state": entry.state,
        "half_points": [entry.half_points, entry.max_half_points],
        "measure": [entry.numerator, entry.denominator],
        "reasons": list(entry.reasons),
        "evidence": evidence_digest,
    }


def chained(previous_hash: str, content: dict) -> str:
    return digest([previous_hash, content])


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as the proof sees it: what is written and what the content really gives."""

    sequence: int
    previous_hash: str
    entry_hash: str
    content: dict


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain fails. `fault`: gap, order or content."""

    sequence: int
    fault: str


def breaks(links: Iterable[Link]) -> Iterator[Break]:
    """Walks a portal's chain in order of sequence and yields each place where it does not hold."""
    expected, previous = 1, GENESIS
    for link in links:
        if link.sequence != expected:
            yield Break(link.sequence, "gap")
        if link.previous_hash != previous:
            yield Break(link.sequence, "order")
        if chained(link.previous_hash, link.content) != link.entry_hash:
            yield Break(link.sequence, "content")
        expected, previous = link.sequence + 1, link.entry_hash
