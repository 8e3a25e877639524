"""Loads and validates the section files at start-up; a wrong file stops the start, not a citizen's page."""

from functools import cache
from pathlib import Path

import yaml

from .definitions import LegalBasis, Menu, Section
from .validation import check_bases, check_basis, check_file, check_row, slot_of

FOLDER = Path(__file__).parent
WITHOUT_A_TYPE = "SectionPage"


class InvalidSection(Exception):
    """A section file is wrong; the message names the file and the section."""


@cache
def _load():
    return read_folder(FOLDER)


def read_folder(folder):
    """({code: Menu}, {code: Section}) of every section file in a folder, in order; raises InvalidSection."""
    menus_by_code, sections = {}, {}
    for path in sorted(folder.glob("*.yaml")):
        menu, rows = _file(path)
        if menu.code in menus_by_code:
            raise InvalidSection(f"{path.name}: the menu {menu.code} stands twice")
        menus_by_code[menu.code] = menu
        for row in rows:
            section = _section(row, menu=menu.code, file=path.name)
            if section.code in sections or section.slug in {other.slug for other in sections.values()}:
                raise InvalidSection(f"{path.name}: {section.code} or its slug stands twice")
            sections[section.code] = section
    return menus_by_code, sections


def _file(path):
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        check_file(data)
        return Menu(**data["menu"]), data["sections"]
    except (ValueError, yaml.YAMLError) as error:
        raise InvalidSection(f"{path.name}: {error}") from error


def _section(row, *, menu, file):
    try:
        check_row(row)
        bases = tuple(_basis(basis) for basis in row.get("bases", ()))
        check_bases(bases)
        return Section(
            code=row["code"],
            number=row["number"],
            title_vi=row["vi"],
            title_en=row["en"],
            slug=row["slug"],
            page_type=row.get("page_type", WITHOUT_A_TYPE),
            menu=menu,
            mandatory=frozenset(row.get("mandatory", ())),
            optional=frozenset(row.get("optional", ())),
            fresh_days=row.get("fresh_days"),
            fresh_slots=tuple(sorted(slot_of(slot) for slot in row.get("fresh_slots", ()))),
            nil_allowed=row.get("nil_allowed", False),
            built_in=row.get("built_in", False),
            bases=bases,
        )
    except (TypeError, ValueError) as error:
        name = row.get("code", row) if isinstance(row, dict) else row
        raise InvalidSection(f"{file}: {name}: {error}") from error


def _basis(row):
    check_basis(row)
    return LegalBasis(row["text"], row["from"], row.get("to"), row["confidence"])


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
