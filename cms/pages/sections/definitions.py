"""What a section of the tree is: titles, columns, legal bases and when its content is stale."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import get_language

COLUMNS = ("P", "D", "C", "Pa")  # province, department and vertical, commune, Party bloc


@dataclass(frozen=True)
class LegalBasis:
    """A citation with the days on which it was law. Only confidence "H" may be shown to a reader as law."""

    text: str
    valid_from: date
    valid_to: date | None
    confidence: str

    def holds_on(self, day):
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def overlaps(self, other):
        return self.holds_on(other.valid_from) or other.holds_on(self.valid_from)


@dataclass(frozen=True)
class Menu:
    code: str
    title_vi: str
    title_en: str


@dataclass(frozen=True)
class Section:
    """A row of the section map; `number` is its row, 0 if none.

    What is stale say either `fresh_days`, calendar days, or `fresh_slots`, ((month, day), ...) of every year by which
    the item of that slot must be there. `built_in`: the platform fills the page, nobody writes it.
    """

    code: str
    number: int
    title_vi: str
    title_en: str
    slug: str
    page_type: str
    menu: str
    mandatory: frozenset[str]
    optional: frozenset[str]
    fresh_days: int | None
    fresh_slots: tuple[tuple[int, int], ...]
    nil_allowed: bool
    built_in: bool
    bases: tuple[LegalBasis, ...]

    @property
    def title(self):
        """In the language of the reader."""
        return self.title_en if get_language() == "en" else self.title_vi

    def legal_bases_on(self, day, *, column):
        """Citations that bound such a portal on a day and are certain enough to be shown.

        The decrees and laws cited here bind state agencies; Party bodies and mass organisations follow rules of
        their own, which are not published law.
        """
        if column == "Pa":
            return []
        return [basis.text for basis in self.bases if basis.confidence == "H" and basis.holds_on(day)]

    def fresh_since(self, day):
        """The local date on or after which the newest item must be dated to count as fresh on a day; None: no rule.

        A slot is asked for from the day after it on, and what came after the slot before serves for it.
        """
        if self.fresh_days is not None:
            return day - timedelta(days=self.fresh_days)
        if not self.fresh_slots:
            return None
        years = (day.year - 2, day.year - 1, day.year)
        slots = sorted(date(year, *slot) for year in years for slot in self.fresh_slots)
        return [slot for slot in slots if slot < day][-2] + timedelta(days=1)
