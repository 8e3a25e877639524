"""Vietnamese text as the index sees it. Pure: no database, no settings.

Every engine is fed with what is made here, so that the same words are found whatever stands behind.
Folding maps one code point to one code point: an offset in the folded text is an offset in the original.
"""

import re
import unicodedata
from itertools import pairwise

LONGEST_WORD = 64  # characters; the rest of a longer word does not count
LATIN = [*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00)]
STROKED_D = "đĐðÐɖƉ"  # Vietnamese d with stroke, and its doubles from other alphabets that look the same

_WORD = re.compile(r"[^\W_]+")
_DROPPED = [0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
_BLANKED = [*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)]
_CLEAN = {**dict.fromkeys(_DROPPED), **dict.fromkeys(_BLANKED, " ")}
_LETTER_MARKS = "\u0302\u0306\u031b"  # circumflex, breve and horn belong to the letter, the others to the tone
_STRAY_LETTER_MARK = re.compile(f"[{_LETTER_MARKS}]")
_MARKS = re.compile(r"[\u0300-\u036f]{2,}")


def normalise(text):
    """Composed (NFC), one space between words, without invisible characters, NUL and halves of surrogate pairs."""
    text = unicodedata.normalize("NFC", text.translate(_CLEAN))
    if _STRAY_LETTER_MARK.search(text):
        text = _MARKS.sub(_letter_marks_first, unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


def fold(text):
    """Lower case without marks, `đ` as `d`. The length stays; text should be normalised first."""
    return text.translate(_FOLDED).lower()


def words(text):
    """The folded words of a text, in order."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(fold(normalise(text)))]


def spans(normalised):
    """(folded word, start, end) of each word of a normalised text."""
    return [(match[0][:LONGEST_WORD], *match.span()) for match in _WORD.finditer(fold(normalised))]


def spelled(normalised):
    """The words of a normalised text as they are written."""
    return [normalised[start:end] for _word, start, end in spans(normalised)]


def pairs(folded_words):
    """Neighbouring words joined, `uy_ban`: most Vietnamese words are written as two."""
    return [f"{first}_{second}" for first, second in pairwise(folded_words)]


def _letter_marks_first(match):
    return "".join(sorted(match[0], key=lambda mark: mark not in _LETTER_MARKS))


def _base_letter(character):
    base, *marks = unicodedata.normalize("NFD", character)
    lower = base.lower()
    return lower if len(lower) == 1 and all(map(unicodedata.combining, marks)) else character


_FOLDED = {point: _base_letter(chr(point)) for point in LATIN} | str.maketrans(dict.fromkeys(STROKED_D, "d"))
