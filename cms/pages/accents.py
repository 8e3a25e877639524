"""Vietnamese text as people type it in a hurry: without accents, in small letters."""

import unicodedata


def without_accents(text):
    """ "Đất đai" -> "dat dai". For comparing, never for showing."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def digits(text):
    """ "0214 3840.888" -> "02143840888"."""
    return "".join(c for c in text if c.isdecimal())
