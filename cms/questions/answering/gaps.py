"""Finds what a template left to be filled in and nobody did: dots, alone or in brackets. Pure."""

import re

DOTS = r"(?:\.{3,}|…)"
GAP = re.compile(rf"\[[^\[\]\n]*(?:{DOTS}|_{{2,}})[^\[\]\n]*\]|\[\s*\]|(?<!v\.v)(?<!v\.v\.){DOTS}", re.IGNORECASE)
BEFORE = 24  # characters that tell where a gap is


def gaps(text):
    """Each gap with the words before it on its line, as "Ngày ..."; the dots of "v.v..." are none."""
    return [f"{_before(text[: found.start()])}{found[0]}" for found in GAP.finditer(text)]


def _before(text):
    line = text.rpartition("\n")[2]
    return line if len(line) <= BEFORE else line[-BEFORE:].partition(" ")[2]
