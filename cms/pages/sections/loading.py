"""Loads and validates the section files at start-up; a wrong file stops the start, not a citizen's page."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

COLUMNS = ("P", "D", "C", "Pa")  # province, department and vertical, commune, Party bloc
FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class LegalBasis:
    """A citation with the days on which it was law. Only confidence "H" may be shown to a reader as law."""

    text: str
    valid_from: date
    valid_to: date | None
    confidence: str

    def holds_on(self, day):
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Menu:
    code: str
    title_vi: str
    title_en: str


@dataclass(frozen=True)
class Section:
    """A row of the section map. `fresh_days` are calendar days (None: no rule); `number` is its row, 0 if none."""

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
    nil_allowed: bool
    bases: tuple[LegalBasis, ...]

    def legal_bases_on(self, day, *, column):
        """Citations that bound such a portal on a day and are certain enough to be shown.

        The decrees and laws cited here bind state agencies; Party bodies and mass organisations follow rules of
        their own, which are not published law.
        """
        if column == "Pa":
            return []
        return [basis.text for basis in self.bases if basis.confidence == "H" and basis.holds_on(day)]


class InvalidSection(Exception):
    """A section file is wrong; the message names the file and the section."""


@cache
def _load():
    menus_by_code, sections = {}, {}
    for path in sorted(FOLDER.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        menu = Menu(**data["menu"])
        menus_by_code[menu.code] = menu
        for row in data["sections"]:
            section = _section(row, menu=menu.code, file=path.name)
            if section.code in sections or section.slug in {other.slug for other in sections.values()}:
                raise InvalidSection(f"{path.name}: {section.code} or its slug stands twice")
            sections[section.code] = section
    return menus_by_code, sections


def _section(row, *, menu, file):
    try:
        mandatory, optional = frozenset(row.get("mandatory", ())), frozenset(row.get("optional", ()))
        if unknown := (mandatory | optional) - set(COLUMNS):
            raise ValueError(f"unknown columns {sorted(unknown)}")
        return Section(
            code=row["code"],
            number=row["number"],
            title_vi=row["vi"],
            title_en=row["en"],
            slug=row["slug"],
            page_type=row.get("page_type", "SectionPage"),
            menu=menu,
            mandatory=mandatory,
            optional=optional,
            fresh_days=row.get("fresh_days"),
            nil_allowed=row.get("nil_allowed", False),
            bases=tuple(_basis(basis) for basis in row.get("bases", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidSection(f"{file}: {row.get('code', row)}: {error!r}") from error


def _basis(row):
    return LegalBasis(
        text=row["text"], valid_from=row["from"], valid_to=row.get("to"), confidence=str(row.get("confidence", "L"))
    )


def load_sections():
    """Every section, in the order of the files."""
    return tuple(_load()[1].values())


def find_section(code):
    """The section of a code, or None."""
    return _load()[1].get(code)


def place_in_tree(code):
    """Sort key of a section's code: its place in the tree; what the tree does not know comes last."""
    codes = list(_load()[1])
    return codes.index(code) if code in codes else len(codes)


def menus():
    """The groups of the menu, in order."""
    return tuple(_load()[0].values())


def column_of(portal):
    """Which column of the section map a portal reads: "P", "D", "C" or "Pa". A district reads the province's."""
    if portal.group == "party":
        return "Pa"
    return {"province": "P", "district": "P", "department": "D", "commune": "C"}[portal.level]


def sections_for(portal):
    """Sections a portal is born with, mandatory and optional ones. The gazette is the province's alone."""
    column = column_of(portal)
    return [
        section
        for section in load_sections()
        if column in section.mandatory | section.optional
        and not (section.code == "gazette" and portal.level == "district")
    ]
