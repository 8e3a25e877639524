"""Numbers and symbols of documents, however they are typed: `3098`, `3098/UBND`, `42/2022/NĐ-CP`."""

import re
import unicodedata

from cms.pages.accents import without_accents

LETTERS = "A-Za-zÀ-ỹ"  # in code points; Đ lies between À and ỹ, and so do loose accents
BETWEEN = f"[^0-9{LETTERS}]*"


def number_parts(text):
    """Runs of figures and of letters: "Số 05/TTr-HĐND" -> ["so", "5", "ttr", "hdnd"]. Zeros in front go."""
    parts = re.findall(r"[0-9]+|[a-z]+", without_accents(text).replace("ð", "d"))
    first = _first_figure(parts)
    if first < len(parts):
        parts[first] = parts[first].lstrip("0") or "0"
    return parts


def _first_figure(parts):
    return next((place for place, part in enumerate(parts) if part.isdecimal()), len(parts))


def number_key(text):
    """What two spellings of one number share, from the first figure on: "3098_ubndbbt"; "" without a figure."""
    parts = number_parts(text)
    return _joined(parts[_first_figure(parts) :])


def identity_key(text):
    """The whole number, letters before the first figure too: for telling whether two documents are one."""
    parts = number_parts(text)
    return _joined(parts[1:] if parts[:1] == ["so"] else parts)


def _joined(parts):
    """Letters run together, for NĐ-CP is NDCP; figures stay apart, for 1/22 is not 12/2."""
    return re.sub(r"(?<=[a-z])_(?=[a-z])", "", "_".join(parts))


def continues(key, start):
    """Does a number's key begin with what was asked for, no figure cut in two?"""
    rest = key[len(start) :]
    return key.startswith(start) and not (start[-1:].isdecimal() and rest[:1].isdecimal())


def with_number(title, number):
    """ "Quyết định về lệ phí" -> "Quyết định về lệ phí (77/QĐ-UBND)"; a title that says its number stays as it is."""
    said, parts = _figures_plain(title), _figures_plain(number)
    places = range(len(said) - len(parts) + 1)
    if not parts or any(said[place : place + len(parts)] == parts for place in places):
        return title
    return f"{title} ({number})"


def _figures_plain(text):
    return [part.lstrip("0") or "0" if part.isdecimal() else part for part in number_parts(text)]


def number_pattern(text):
    """A regular expression for both databases, or "" if nothing was asked.

    `3098`, `3098/UBND`, `so 3098 ubnd` all find 3098/UBND-BBT, and `42/2022/ND-CP` finds 42/2022/NĐ-CP: what stands
    between the parts does not matter, nor do accents, capitals, and zeros before the first figure.
    """
    parts = number_parts(text)
    first = _first_figure(parts)
    pattern = ""
    for part in parts[first % len(parts) :] if parts else []:
        if not pattern:
            pattern = f"(^|[^0-9])0*{part}" if part.isdecimal() else f"(^|[^{LETTERS}]){_spelled(part)}"
        else:
            pattern += BETWEEN + (part if part.isdecimal() else _spelled(part))
    return pattern


def _spelled(letters):
    """Each letter with any accent, alone or composed, and whatever somebody put between them."""
    return BETWEEN.join(f"[{_VARIANTS[letter]}][\u0300-\u036f]*" for letter in letters)


def _variants():
    found = {letter: letter + letter.upper() for letter in "abcdefghijklmnopqrstuvwxyz"}
    found["d"] += "đĐðÐ"  # the last two are Icelandic and look the same
    for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(point))[0].lower()
        if base in found and chr(point) not in found[base]:
            found[base] += chr(point)
    return found


_VARIANTS = _variants()
