"""The Vietnamese alphabet: people are looked up by their given name, the last word, and ă follows a."""

import unicodedata

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
PLACES = {letter: place for place, letter in enumerate(ALPHABET)}
TONES = ("\N{COMBINING GRAVE ACCENT}", "\N{COMBINING HOOK ABOVE}", "\N{COMBINING TILDE}",
         "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DOT BELOW}")  # fmt: skip
OTHER = "#"  # the heading of names that begin with no letter of the alphabet


def name_words(name):
    """ "Nguyễn Thị Hà (ví dụ)" -> ["Nguyễn", "Thị", "Hà"]; a remark in brackets is no name."""
    return str(name or "").partition("(")[0].split()


def given_name(name):
    return (name_words(name) or [""])[-1]


def letter_and_tone(character):
    """ "Ế" -> ("ê", 4): the letter of the alphabet in small, and the place of its tone (0: level)."""
    decomposed = unicodedata.normalize("NFD", character.lower())
    tone = next((place for place, mark in enumerate(TONES, 1) if mark in decomposed), 0)
    return unicodedata.normalize("NFC", "".join(part for part in decomposed if part not in TONES)), tone


def heading(name):
    """The letter under which a name stands: "Lê Văn Ân" -> "Â"."""
    letter, _tone = letter_and_tone(unicodedata.normalize("NFC", given_name(name))[:1])
    return letter.upper() if letter in PLACES else OTHER


def by_given_name(name):
    """Sort key: given name, then the names before it; letters first, tones only between equal letters."""
    *before, given = name_words(name) or [""]
    return [_spelled(given), [_spelled(word) for word in before]]


def _spelled(word):
    pairs = [letter_and_tone(character) for character in unicodedata.normalize("NFC", word)]
    letters = [PLACES.get(letter, len(ALPHABET) + ord(letter[:1] or " ")) for letter, _tone in pairs]
    return letters, [tone for _letter, tone in pairs]
