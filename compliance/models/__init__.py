"""Is it done: the ledger of scores and what it hangs on."""

from tenants.models.append_only import AppendOnlyError

from .ledger import EvidenceSet, LedgerEntry
from .period import Period
from .runs import ScoreSheet, ScoringRun

__all__ = ["AppendOnlyError", "EvidenceSet", "LedgerEntry", "Period", "ScoreSheet", "ScoringRun"]
