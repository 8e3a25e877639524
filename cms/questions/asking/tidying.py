"""What people type, without what no eye sees: controls, directions, invisible letters. Words stay as they are."""

import re
import unicodedata

# What turns the direction of letters, or is no letter at all; joiners stay, for they make up signs and scripts.
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
INVISIBLE = frozenset(
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0"
)
TAGS = frozenset(map(chr, range(0xE0000, 0xE0080)))
NO_LETTERS = frozenset(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
UNSEEN = DIRECTIONS | INVISIBLE | TAGS | NO_LETTERS
KEPT = frozenset("\n\t")
# Vietnamese needs two marks upon a letter; stacks of dozens hide the lines around them.
MARKS = "[\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff]"
STACK = re.compile(f"({MARKS}{{4}}){MARKS}+")
BLANK_LINES = re.compile(r"\n{4,}")


def tidy(text):
    """The text in composed form, lines ended alike, without unseen letters and without space around it."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    seen = "".join(letter for letter in text if not is_unseen(letter))
    return BLANK_LINES.sub("\n\n\n", STACK.sub(r"\1", seen)).strip()


def tidy_line(text):
    """The same on one line."""
    return " ".join(tidy(text).split())


def is_unseen(letter):
    if letter in KEPT:
        return False
    return letter in UNSEEN or unicodedata.category(letter) in ("Cc", "Cs")
