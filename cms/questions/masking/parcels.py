"""Plots of land, by their number and the number of their map: an owner's name is one look into the register away."""

import re

from .finding import Kind
from .folding import has_accents

NUMBER = r"\d+[a-z]?(?:-\d+)?\b(?![.,]\d)"
NO_AREA = r"(?! ?(?:m2|m²|met|ha\b|hec|sao\b|mau\b|cong\b|vu\b))"
MORE = rf"(?:(?:,| va) {NUMBER}(?=[,.;)\n]|$| va \d| (?:thuoc )?to ))*"
PLOT = rf"\b(?:(?P<named>so thua(?: dat)?|thua dat(?: so)?|thua so)|thua) ?:? ?{NUMBER}{NO_AREA}{MORE}"
MAP = r"\b(?:so )?(?:to ban do(?: dia chinh)?|tbd)(?: so)? ?:? ?\d+\b"
SHEET = rf"(?:{MAP}|\b(?:so )?to(?: so)? ?:? ?\d+\b)"
BETWEEN = r"[,;( ]+(?:(?:va|thuoc|o|tai) )?"
PLOT_OF_SHEET = re.compile(rf"{PLOT}(?P<sheet>{BETWEEN}{SHEET})?")
SHEET_OF_PLOT = re.compile(rf"{SHEET}{BETWEEN}(?P<plot>{PLOT})(?P<sheet>)")
MAP_ALONE = re.compile(MAP)


def parcels(text, folded):
    """(kind, start, end); they may overlap. "Thửa 45" is one, "thừa 45" and "thua 45" are not."""
    for pattern in (PLOT_OF_SHEET, SHEET_OF_PLOT):
        for match in pattern.finditer(folded):
            if _is_a_plot(match, text, folded):
                yield Kind.LAND, *match.span()
    for match in MAP_ALONE.finditer(folded):
        yield Kind.LAND, *match.span()


def _is_a_plot(match, text, folded):
    if match["named"]:
        return True
    start = folded.index("thua", match.start())
    word = text[start : start + 4].lower()
    return word == "thửa" or (word == "thua" and match["sheet"] is not None and not has_accents(text))
