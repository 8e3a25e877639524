"""What must hold for a set of packs before anything may be scored with it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from .nouns import Pack

CONFIDENCES = set("HMLRP")
COMPONENTS = {"information", "questions", "online_services"}


def faults(
    packs: Collection[Pack], *, scales: dict[str, tuple[float, float]], rules: Collection[str]
) -> Iterator[str]:
    """Yields one sentence per fault; nothing when the packs may be used."""
    for pack in packs:
        for fault in (*_sum_faults(pack, scales), *_shape_faults(pack), *_criterion_faults(pack, rules)):
            yield f"{pack.code} {pack.version}: {fault}"
    yield from _overlaps(packs)


def _sum_faults(pack: Pack, scales: dict[str, tuple[float, float]]) -> Iterator[str]:
    base = sum(criterion.max for criterion in pack.criteria if not criterion.bonus)
    bonus = sum(criterion.max for criterion in pack.criteria if criterion.bonus)
    if (base, bonus) != (pack.base_max, pack.bonus_max):
        yield f"the criteria sum to {base} + {bonus}, the pack says {pack.base_max} + {pack.bonus_max}"
    if scales.get(pack.scale) != (pack.base_max, pack.bonus_max):
        yield f"the scale {pack.scale} is {scales.get(pack.scale)}, the pack says {pack.base_max} + {pack.bonus_max}"


def _shape_faults(pack: Pack) -> Iterator[str]:
    if pack.component not in COMPONENTS:
        yield f"unknown component {pack.component}"
    if pack.valid_to and pack.valid_to < pack.valid_from:
        yield "ends before it begins"
    for code, times in Counter(criterion.code for criterion in pack.criteria).items():
        if times > 1:
            yield f"{code} stands {times} times"


def _criterion_faults(pack: Pack, rules: Collection[str]) -> Iterator[str]:
    for criterion in pack.criteria:
        if criterion.max <= 0 or criterion.max * 2 != int(criterion.max * 2):
            yield f"{criterion.code}: {criterion.max} is no positive multiple of half a point"
        if criterion.rule is not None and criterion.rule not in rules:
            yield f"{criterion.code}: no rule named {criterion.rule}"
        if any(basis.confidence not in CONFIDENCES for basis in criterion.bases):
            yield f"{criterion.code}: a basis has an unknown confidence"


def _overlaps(packs: Iterable[Pack]) -> Iterator[str]:
    """Two versions of one pack may not hold on the same day."""
    ordered = sorted(packs, key=lambda pack: (pack.code, pack.valid_from))
    for before, after in pairwise(ordered):
        if before.code == after.code and before.valid_on(after.valid_from):
            yield f"{after.code}: versions {before.version} and {after.version} both hold on {after.valid_from}"
