"""Whether a file may come in: what it is is told by its bytes, never by its name."""

from .doors import Door, allowed_words, checked

__all__ = ["Door", "allowed_words", "checked"]
