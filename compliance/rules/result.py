"""What a rule finds, and what becomes of it when a pack gives it points."""

from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from ..reasons import Reason

MEASURED = "measured"
ASSESSOR = "assessor"
UNMEASURED = "unmeasured"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was looked at. `kind`: page, post, unit, section, platform; `at`: when it happened, ISO 8601."""

    kind: str
    id: int | None
    title: str
    counted: bool
    path: str = ""
    revision: int | None = None
    at: str | None = None
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict:
        return {
            "kind": self.kind, "id": self.id, "revision": self.revision, "path": self.path, "title": self.title,
            "at": self.at, "counted": self.counted, "notes": list(self.notes),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """`share`: the part of the points that was earned, 0 to 1; None where something it needs cannot be measured."""

    share: Fraction | None
    numerator: int | None = None
    denominator: int | None = None
    reasons: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = field(default=(), repr=False)

    def __post_init__(self):
        if self.share is not None and not 0 <= self.share <= 1:
            raise ValueError(f"a share is between 0 and 1, not {self.share}")


NOT_MEASURED = Finding(None, reasons=(Reason.NOT_MEASURED.value,))


@dataclass(frozen=True, slots=True)
class Result:
    """A finding in the points of one criterion; `rule` is "name/version", empty where there is none."""

    code: str
    half_points: int
    max_half_points: int
    state: str
    rule: str
    numerator: int | None
    denominator: int | None
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...] = field(repr=False)

    @property
    def score(self) -> float:
        return self.half_points / 2

    @property
    def max(self) -> float:
        return self.max_half_points / 2


def half_points(share: Fraction, *, of: int) -> int:
    """Points are given in halves and rounded down: 0.99 of 5 points is 4.5."""
    return floor(share * of)


def valued(finding: Finding, *, code: str, of: int, rule: str) -> Result:
    """The finding with `of` half points to give."""
    measured = finding.share is not None
    return Result(
        code=code,
        half_points=half_points(finding.share, of=of) if measured else 0,
        max_half_points=of,
        state=MEASURED if measured else UNMEASURED,
        rule=rule,
        numerator=finding.numerator,
        denominator=finding.denominator,
        reasons=finding.reasons,
        evidence=finding.evidence,
    )
