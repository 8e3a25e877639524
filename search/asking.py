"""What a visitor asks: the words, and where they may be looked for."""

from dataclasses import dataclass, replace

from .numbers import asked_numbers
from .text import fold, normalise, pairs, spelled, words

LONGEST_QUERY = 200  # characters; what is typed beyond is left out
MOST_WORDS = 24


@dataclass(frozen=True)
class Query:
    """A query ready for any engine. `words` are folded and distinct, `pairs` keep the order typed."""

    text: str
    words: tuple[str, ...]
    pairs: tuple[str, ...]
    exact: frozenset[str]  # the words as typed, in lower case, if any mark was typed; else empty
    numbers: tuple[str, ...]

    def __bool__(self):
        return bool(self.words)


@dataclass(frozen=True)
class SearchScope:
    """Where to look: these portals, or (`portal_ids` None) every active portal. There is no default.

    `questions_only`: among answered questions alone, not among pages.
    """

    portal_ids: frozenset[int] | None
    questions_only: bool = False

    @classmethod
    def portals(cls, portals):
        """These portals (objects or primary keys); an empty list finds nothing."""
        return cls(frozenset(getattr(portal, "pk", portal) for portal in portals))

    @classmethod
    def province(cls):
        """The public content of every active portal."""
        return cls(None)

    def of_questions(self):
        return replace(self, questions_only=True)

    def covers(self, portal_id):
        return self.portal_ids is None or portal_id in self.portal_ids


def parse(text):
    """A Query from whatever was typed; a false one if there is no word in it. Never raises."""
    text = normalise(text[: LONGEST_QUERY * 4])[:LONGEST_QUERY].strip()
    typed = words(text)[:MOST_WORDS]
    exact = frozenset(word.lower() for word in spelled(text)) if fold(text) != text.lower() else frozenset()
    return Query(text, tuple(dict.fromkeys(typed)), tuple(dict.fromkeys(pairs(typed))), exact, asked_numbers(text))
