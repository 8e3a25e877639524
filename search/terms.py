"""The index terms of an entry and of a query: the same for every engine.

A document's own number is kept as `n` + each of its forms, a number mentioned in the text as `m` + its key.
"""

from dataclasses import dataclass

from .numbers import mentioned_numbers, number_forms
from .text import normalise, pairs, words

INDEXED_CHARACTERS = 200_000  # of a body; a book's first hundred pages


@dataclass(frozen=True)
class Terms:
    title: list[str]
    body: list[str]
    title_pairs: list[str]
    body_pairs: list[str]
    numbers: list[str]


def entry_terms(entry):
    """Terms of a SearchEntry. The number's parts count as words of the body."""
    title = words(entry.title)
    text = normalise(f"{entry.summary} {entry.body[:INDEXED_CHARACTERS]}")
    body = words(f"{text} {entry.doc_number}")
    numbers = [f"n{form}" for form in number_forms(entry.doc_number)]
    numbers += [f"m{key}" for key in mentioned_numbers(f"{normalise(entry.title)} {text}")]
    return Terms(title, body, pairs(title), pairs(body), numbers)


def number_terms(query):
    return own_number_terms(query) + [f"m{key}" for key in query.numbers]


def own_number_terms(query):
    """Terms of the documents that bear the number asked for; those that mention it are left out."""
    return [f"n{key}" for key in query.numbers]
