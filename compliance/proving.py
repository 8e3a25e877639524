"""Proves that the ledger is what was written: every hash recomputed from the rows, every sheet's end compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenants.models import Portal
from tenants.scoping import portal_scope

from .chain import Break, Link, breaks, digest, payload
from .models import EvidenceSet, LedgerEntry, ScoreSheet


@dataclass(frozen=True, slots=True)
class Proof:
    """`entries` counts what was read; no `breaks`: the ledger holds. Fault "cut": entries a sheet knows are gone."""

    portal: Portal
    entries: int
    breaks: tuple[Break, ...]


def verify(portals: Iterable[Portal]) -> Iterator[Proof]:
    """One proof per portal, as it is done; reads the whole ledger of each."""
    for portal in portals:
        with portal_scope([portal]):
            proof = _prove(portal)
        yield proof


def _prove(portal: Portal) -> Proof:
    links = list(_links(portal))
    return Proof(portal, len(links), (*breaks(links), *_cuts(portal, links)))


def _links(portal: Portal) -> Iterator[Link]:
    digests = {row.pk: digest(row.items) for row in EvidenceSet.objects.filter(portal=portal).iterator()}
    entries = LedgerEntry.objects.filter(portal=portal).order_by("sequence").select_related("sheet__run__period")
    for entry in entries.iterator(chunk_size=2000):
        content = payload(entry, run=entry.sheet.run, evidence_digest=digests.get(entry.evidence_id, ""))
        yield Link(entry.sequence, entry.previous_hash, entry.entry_hash, content)


def _cuts(portal: Portal, links: list[Link]) -> Iterator[Break]:
    """What each sheet remembers of the end of the chain must still be there."""
    hashes = {link.sequence: link.entry_hash for link in links}
    for sheet in ScoreSheet.objects.filter(portal=portal, last_sequence__gt=0).order_by("pk"):
        if hashes.get(sheet.last_sequence) != sheet.head_hash:
            yield Break(sheet.last_sequence, "cut")
