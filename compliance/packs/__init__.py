"""Criteria packs: what a portal is measured against, as versioned data files in `data/`.

A new set of criteria is a new file with its own version and dates; a file that has been scored with is never edited.
"""

from .loading import PackError, load_packs, pack_named, packs_for
from .nouns import Basis, Criterion, Instrument, Pack

__all__ = ["Basis", "Criterion", "Instrument", "Pack", "PackError", "load_packs", "pack_named", "packs_for"]
