"""Puts a portal's facts before the packs that hold for it. Pure: the same facts always give the same points."""

from dataclasses import dataclass

from .facts.nouns import PortalFacts
from .facts.window import Window
from .packs import Pack, packs_for
from .rules import Result, judge


@dataclass(frozen=True, slots=True)
class PackResult:
    """A pack with one result per criterion, in the pack's order."""

    pack: Pack
    results: tuple[Result, ...]

    @property
    def score(self) -> float:
        return sum(result.half_points for result in self.results) / 2


def assess(scale: str, facts: PortalFacts, window: Window) -> tuple[PackResult, ...]:
    """Every pack of the scale that holds on the last day counted; none for the scale `none`."""
    return tuple(
        PackResult(pack, tuple(judge(criterion, facts, window) for criterion in pack.criteria))
        for pack in packs_for(scale, on=window.last_day)
    )
