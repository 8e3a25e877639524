"""A text as patterns read it: every character in its place, but without accents, capitals and unusual digits."""

from unicodedata import combining, decimal, normalize

DASHES = dict.fromkeys("‐‑‒–—―−", "-")
INVISIBLE = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", " ")


def compose(text):
    """Letters with their accents as one character each; what cannot be composed keeps its marks."""
    return normalize("NFC", text)


def fold(text):
    """As long as `text`, which must be composed."""
    return "".join(map(_plain, text))


def _plain(char):
    if char in "đĐ":
        return "d"
    if char == "\n":
        return char
    if char.isspace() or char in INVISIBLE:
        return " "
    if (digit := decimal(char, None)) is not None:
        return str(digit)
    if char in DASHES:
        return "-"
    base = "".join(one for one in normalize("NFKD", char) if not combining(one)).lower()
    return base if len(base) == 1 else char


def has_accents(text):
    return any(_plain(char) != char.lower() for char in text)
