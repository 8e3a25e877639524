"""What a section file may say. Each check raises ValueError with a reason that names what is wrong."""

import re
from datetime import date

from .definitions import COLUMNS

FILE_KEYS = {"menu", "sections"}
MENU_KEYS = {"code", "title_vi", "title_en"}
NEEDED = {"code", "number", "vi", "en", "slug"}
ROW_KEYS = NEEDED | {
    "page_type", "mandatory", "optional", "fresh_days", "fresh_slots", "nil_allowed", "built_in", "bases",
}  # fmt: skip
BASIS_NEEDED = {"text", "from", "confidence"}
BASIS_KEYS = BASIS_NEEDED | {"to"}
CONFIDENCE = ("H", "M", "L")
CODE = re.compile(r"[a-z]+(_[a-z]+)*")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
SLOT = re.compile(r"(\d\d)-(\d\d)")
ANY_YEAR = 2001  # without a 29 February: a slot must exist in every year


def check_keys(row, allowed, needed):
    if not isinstance(row, dict):
        raise ValueError(f"not a mapping: {row!r}")
    if unknown := set(row) - allowed:
        raise ValueError(f"unknown keys {sorted(unknown)}")
    if missing := needed - set(row):
        raise ValueError(f"missing keys {sorted(missing)}")


def check_file(data):
    check_keys(data, FILE_KEYS, FILE_KEYS)
    check_keys(data["menu"], MENU_KEYS, MENU_KEYS)
    _check_texts(data["menu"], *MENU_KEYS)


def check_row(row):
    check_keys(row, ROW_KEYS, NEEDED)
    _check_texts(row, "code", "vi", "en", "slug")
    _check_names(row)
    _check_columns(row)
    _check_freshness(row)
    for switch in ("nil_allowed", "built_in"):
        if not isinstance(row.get(switch, False), bool):
            raise ValueError(f"{switch} is neither true nor false")


def _check_texts(row, *names):
    for name in names:
        if not isinstance(row[name], str) or not row[name].strip():
            raise ValueError(f"{name} has no text")


def _check_names(row):
    if not CODE.fullmatch(row["code"]) or len(row["code"]) > 40:
        raise ValueError(f"the code {row['code']!r} is not of small letters and _")
    if not SLUG.fullmatch(row["slug"]):
        raise ValueError(f"the slug {row['slug']!r} cannot be an address")
    if type(row["number"]) is not int or row["number"] < 0:
        raise ValueError(f"the number {row['number']!r} is no row of the map")


def _check_columns(row):
    mandatory, optional = list(row.get("mandatory", ())), list(row.get("optional", ()))
    if unknown := set(mandatory + optional) - set(COLUMNS):
        raise ValueError(f"unknown columns {sorted(unknown)}")
    if twice := {column for column in COLUMNS if (mandatory + optional).count(column) > 1}:
        raise ValueError(f"columns {sorted(twice)} stand twice, or are both mandatory and optional")
    if not mandatory + optional:
        raise ValueError("asked of no portal at all")


def _check_freshness(row):
    if "fresh_days" in row and "fresh_slots" in row:
        raise ValueError("both fresh_days and fresh_slots")
    if "fresh_days" in row and (type(row["fresh_days"]) is not int or row["fresh_days"] < 1):
        raise ValueError(f"fresh_days is no number of days: {row['fresh_days']!r}")
    if "fresh_slots" in row and not row["fresh_slots"]:
        raise ValueError("fresh_slots is empty")


def slot_of(text):
    """ "03-31" -> (3, 31)."""
    found = SLOT.fullmatch(str(text))
    if found is None:
        raise ValueError(f"the slot {text!r} is not a month and a day like 03-31")
    month, day = int(found[1]), int(found[2])
    try:
        date(ANY_YEAR, month, day)
    except ValueError as error:
        raise ValueError(f"the slot {text!r} is no day of every year") from error
    return month, day


def check_basis(row):
    check_keys(row, BASIS_KEYS, BASIS_NEEDED)
    _check_texts(row, "text")
    if row["confidence"] not in CONFIDENCE:
        raise ValueError(f"the confidence {row['confidence']!r} is none of {', '.join(CONFIDENCE)}")
    for name in ("from", "to"):
        if name in row and type(row[name]) is not date:
            raise ValueError(f"{name} of {row['text']!r} is no date")
    if "to" in row and row["to"] < row["from"]:
        raise ValueError(f"{row['text']!r} ends before it begins")


def check_bases(bases):
    for number, basis in enumerate(bases):
        if any(basis.text == other.text and basis.overlaps(other) for other in bases[:number]):
            raise ValueError(f"{basis.text!r} stands twice for the same time")
