"""Finding the unit that a question goes to: by typing some words of its name, with or without accents."""

from dataclasses import dataclass

from cms.pages.accents import without_accents
from cms.questions.asking.units import asked_portals

SHORT = (("ủy ban nhân dân", "ubnd"), ("uỷ ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"))
MOST = 8  # units offered at once


@dataclass(frozen=True)
class Unit:
    """`above`: the unit that supervises it; tells two of one name apart."""

    slug: str
    name: str
    above: str


def units(*, besides=None):
    """Units that take questions, by name."""
    found = asked_portals().exclude(pk=besides.pk) if besides else asked_portals()
    return [Unit(one.slug, one.display_name, one.parent.display_name if one.parent else "") for one in found]


def matching(words, choices):
    """Units in whose names every word begins one, names that go like the words first; a full name finds just these."""
    wanted = _folded(words)
    named = [unit for unit in choices if _folded(unit.name) == wanted]
    if named or not wanted:
        return named
    found = [unit for unit in choices if _has_words(wanted.split(), _folded(f"{unit.name} {unit.above}").split())]
    return sorted(found, key=lambda unit: wanted not in _folded(unit.name))


def _has_words(wanted, words):
    return all(any(word.startswith(one) for word in words) for one in wanted)


def _folded(text):
    text = " ".join(text.casefold().split())
    for full, short in SHORT:
        text = text.replace(full, short)
    return without_accents(text)
