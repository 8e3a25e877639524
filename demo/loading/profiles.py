"""How well a portal is kept: what is filled in and what is missing. Scores differ for these reasons and no others."""

import random
from dataclasses import dataclass, replace
from functools import cache

from .quotas import inactive
from .reading import read_portals, read_yaml


@dataclass(frozen=True)
class Profile:
    """Which parts a portal has. Shares are of its leaders or documents, from 0 to 1."""

    introduction: str  # "full", "functions" (no duties), "old" (not reviewed for years) or "none"
    contact: str  # "full", "bare" (address only) or "none"
    units: str  # "tree", "flat" or "none"
    biographies: float  # share of the leaders with a biography that is long enough
    leaders: bool = True
    focal: bool = True
    focal_confirmed: bool = True
    history: bool = True
    board: bool = False
    english: bool = False
    english_outdated: bool = False
    complete_documents: float = 1.0  # share of the documents with all seven attributes and a file
    timely_documents: float = 1.0  # share published within five working days
    trial_article: bool = False  # a forgotten article of the portal's trial run


def profile_of(slug):
    """The Profile of a portal; the same every time."""
    return _profiles()[slug]


@cache
def _profiles():
    return {slug: _one(row) for slug, row in read_portals().items()}


def _one(row):
    kept = read_yaml("kept.yaml")
    slug, rng = row["slug"], random.Random(f"profile:{row['slug']}")
    level = _level(row, kept)
    profile = Profile(**kept["levels"][level])
    if level == "fair":
        profile = replace(profile, **_fair(rng))
    if level == "poor":
        profile = replace(profile, contact=rng.choice(["bare", "full"]), biographies=rng.choice([0.0, 0.5]))
    named = kept["editorial_boards"]
    return replace(profile, board=slug in named, **kept["particular"].get(slug, {}))


def _level(row, kept):
    """model > good > fair > poor > silent > dead; a portal being built has nothing yet."""
    if row["status"] != "active" or row["slug"] in read_yaml("quotas.yaml")["dead"]:
        return "dead"
    if row["slug"] in inactive():
        return "silent"
    for level in ("model", "good"):
        if row["slug"] in kept[level]:
            return level
    return "poor" if row["group"] == "commune" and random.Random(row["slug"]).random() < 0.5 else "fair"


def _fair(rng):
    return {
        "history": rng.random() < 0.5,
        "units": rng.choice(["tree", "tree", "flat"]),
        "biographies": rng.choice([1.0, 1.0, 0.5]),
        "focal_confirmed": rng.random() < 0.6,
        "complete_documents": rng.choice([1.0, 0.75]),
        "timely_documents": rng.choice([1.0, 0.75, 0.5]),
    }
