"""What a pack file says, as frozen objects. Points are whole or half numbers, dates local days, both ends included."""

from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from django.utils.translation import get_language
from django.utils.translation import gettext as _

SHOWN_AS_LAW = "H"
"""The only confidence that may be shown to a reader as a legal basis. M and L await a lawyer's check, R is a law that
is referred to without binding the body, P is a practice or a report."""


def in_language(vi: str, en: str) -> str:
    return en if (get_language() or "").startswith("en") and en else vi


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, decree, circular or report that criteria refer to, with the days on which it is in force (None: open)."""

    code: str
    name_vi: str
    name_en: str
    valid_from: date | None
    valid_to: date | None

    @property
    def name(self) -> str:
        return in_language(self.name_vi, self.name_en)

    def in_force(self, day: date) -> bool:
        return (self.valid_from or day) <= day <= (self.valid_to or day)


@dataclass(frozen=True, slots=True)
class Basis:
    """One provision. `place` is article[.clause[.point]] ("4.1.a"), a range of articles ("25-28") or empty."""

    instrument: Instrument
    place: str
    confidence: str

    def shown_on(self, day: date) -> bool:
        return self.confidence == SHOWN_AS_LAW and self.instrument.in_force(day)

    @property
    def citation(self) -> str:
        article, clause, point = (self.place.split(".") + ["", ""])[:3]
        words = {
            "article": article.replace("-", "–"),
            "clause": clause,
            "point": point,
            "instrument": self.instrument.name,
        }
        if point:
            return _("điểm %(point)s khoản %(clause)s Điều %(article)s %(instrument)s") % words
        if clause:
            return _("khoản %(clause)s Điều %(article)s %(instrument)s") % words
        return _("Điều %(article)s %(instrument)s") % words if article else words["instrument"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a pack. `rule` names a function of `compliance.rules`; None is not measured yet and scores 0."""

    code: str
    name_vi: str
    name_en: str
    max: float
    rule: str | None
    bonus: bool = False
    params: MappingProxyType = field(default_factory=lambda: MappingProxyType({}))
    bases: tuple[Basis, ...] = ()

    @property
    def name(self) -> str:
        return in_language(self.name_vi, self.name_en)

    @property
    def half_points(self) -> int:
        return round(self.max * 2)

    def citations(self, day: date) -> list[str]:
        """The legal bases that may be shown and were in force on the day."""
        return [basis.citation for basis in self.bases if basis.shown_on(day)]


@dataclass(frozen=True, slots=True)
class Pack:
    """A set of criteria with its scale. `applies_to`: values of Portal.scale; `advice`: to-do lists come from it."""

    code: str
    version: str
    scale: str
    component: str
    applies_to: tuple[str, ...]
    label_vi: str
    label_en: str
    short_vi: str
    short_en: str
    valid_from: date
    valid_to: date | None
    base_max: float
    bonus_max: float
    bonus_pack: str | None
    advice: bool
    criteria: tuple[Criterion, ...]

    @property
    def label(self) -> str:
        return in_language(self.label_vi, self.label_en)

    @property
    def short(self) -> str:
        """A few words that tell two packs of one portal apart in a narrow column."""
        return in_language(self.short_vi, self.short_en)

    @property
    def max(self) -> float:
        return self.base_max + self.bonus_max

    def valid_on(self, day: date) -> bool:
        return self.valid_from <= day <= (self.valid_to or day)

    def criterion(self, code: str) -> Criterion | None:
        return next((criterion for criterion in self.criteria if criterion.code == code), None)
