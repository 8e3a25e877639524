"""What became of a list of portals, row by row."""

from dataclasses import dataclass, field

from django.utils.translation import get_language

from .provisioning import CHANGED, CREATED, UNCHANGED

REFUSED, WAITING = "refused", "waiting"


@dataclass(frozen=True)
class RowResult:
    """What became of one data row (counted from 1): `result` is created, changed, unchanged, refused or waiting."""

    row: int
    slug: str
    name: str
    result: str
    reason: str = ""
    name_en: str = ""

    @property
    def line(self):
        """Its number as a spreadsheet shows it: the heading is line 1."""
        return self.row + 1

    @property
    def display_name(self):
        english = self.name_en if get_language() == "en" else ""
        return english or self.name or self.slug


@dataclass
class Outcome:
    """What became of a file, row by row."""

    results: list[RowResult] = field(default_factory=list)

    def add(self, number, row, result, reason=""):
        self.results.append(RowResult(number, row["slug"], row["name"], result, reason, row.get("name_en", "")))

    def count(self, result):
        return sum(1 for row in self.results if row.result == result)

    @property
    def rows(self):
        """Every row's result in the order of the file."""
        return sorted(self.results, key=lambda result: result.row)

    @property
    def refused(self):
        """[(data row, reason)] in the order of the file."""
        return [(row.row, row.reason) for row in self.rows if row.result == REFUSED]

    def as_json(self):
        figures = {result: self.count(result) for result in (CREATED, CHANGED, UNCHANGED)}
        return figures | {"refused": [{"row": row, "reason": reason} for row, reason in self.refused]}
