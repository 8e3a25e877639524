"""Codes by which a case is found again: unguessable, and easy to read out on the telephone."""

import re
import secrets
from unicodedata import normalize

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32 signs, 5 bits each; no 0 and O, no 1 and I
GROUPS, GROUP = 3, 4
CODE = re.compile(rf"[{ALPHABET}]{{{GROUPS * GROUP}}}")


def new_code():
    """A code of 60 random bits, as "K7QX-2MRD-9TWF"."""
    return _grouped("".join(secrets.choice(ALPHABET) for _sign in range(GROUPS * GROUP)))


def tidy(typed):
    """The code that somebody meant: small letters, spaces and dashes do not matter. Codes of other systems stay."""
    typed = normalize("NFKC", typed).strip()
    signs = re.sub(r"[^0-9A-Z]", "", typed.upper())
    return _grouped(signs) if CODE.fullmatch(signs) else typed


def _grouped(signs):
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))
