"""The order of Vietnamese dictionaries, which no database of ours knows."""

import re
import unicodedata

LETTERS = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
TONES = "\u0300\u0309\u0303\u0301\u0323"  # à ả ã á ạ, after a letter without one


def in_alphabet(text):
    """A key that sorts as Vietnamese dictionaries do: syllable by syllable, its letters first and then its tone."""
    return [_syllable(word) for word in re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())], text


def _syllable(word):
    letters, tones = [], []
    for char in word:
        marks = unicodedata.normalize("NFD", char)
        tone = next((mark for mark in marks if mark in TONES), "")
        letter = unicodedata.normalize("NFC", marks.replace(tone, "")) if tone else char
        tones.append(TONES.find(tone) + 1 if tone else 0)
        letters.append((1, LETTERS[letter]) if letter in LETTERS else (0, ord(letter[0])))
    return letters, tones
