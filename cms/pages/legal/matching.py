"""From a pasted list of numbers to the documents of a portal that are meant, in one query whatever the length."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum

from cms.pages.models import DocumentRelation, LegalDocumentPage

from .numbers import continues, number_key
from .order import is_backward
from .rows import contradict

MOST = 1000  # numbers of one list
OFFERED = 12  # documents to choose from for one number
NUMBER_LENGTH = 160  # characters, as DocumentRelation.target_number
_SEPARATORS = re.compile(r"[\n\r,;\t]+")
_WHAT_FOLLOWS = re.compile(r"\s+(ngày|của|về|do)\s.*$", re.IGNORECASE)  # "12/QĐ-UBND ngày 10/01/2024 về ..."
COLUMNS = ("pk", "number", "title_vi", "draft_title", "issue_date", "issue_precision", "live")


class State(StrEnum):
    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    ITSELF = "itself"
    REPEATED = "repeated"
    THERE = "there"  # the page has this relation already
    LATER = "later"  # issued after the page, which can neither end nor amend it
    AGAINST = "against"  # the page has a relation to it that this one contradicts


@dataclass(frozen=True)
class Candidate:
    number: int
    signed: str
    title: str
    issue_date: object
    issue_precision: str
    live: bool


@dataclass(frozen=True)
class Line:
    """One number of the list as it was typed; `candidates` are at most OFFERED of `count`."""

    text: str
    state: State
    candidates: list = field(default_factory=list)
    count: int = 0

    @property
    def can_be_kept(self):
        return self.state in (State.MISSING, State.AMBIGUOUS) and len(self.text) <= NUMBER_LENGTH


def numbers_in(text):
    """The numbers of a pasted list, in order: one a line, or with commas or semicolons between."""
    return [piece for piece in (part.strip(" .•-–\u00a0") for part in _SEPARATORS.split(text)) if piece]


def match(page, kind, text, *, is_partial=False):
    """A Line for each number of the list. `page` is the draft that the relations are for; `kind` a RelationKind."""
    known, seen = _Known(page), set()
    said = _Said(page, DocumentRelation(kind=kind, is_partial=is_partial))
    lines = []
    for piece in numbers_in(text):
        key = number_key(_WHAT_FOLLOWS.sub("", piece))
        lines.append(_line(said, piece, key or piece, known.of(key), seen))
        seen.add(key or piece)
    return lines


def _line(said, piece, key, found, seen):
    others = [candidate for candidate in found if candidate.number != said.page.pk]
    fitting = [candidate for candidate in others if not said.why_not(candidate)]
    state = {0: State.MISSING, 1: State.FOUND}.get(len(fitting), State.AMBIGUOUS)
    if key in seen:
        state = State.REPEATED
    elif found and not others:
        state = State.ITSELF
    elif others and not fitting:
        state = said.why_not(others[0])
    elif not others:
        state = said.rows.get(key, state)
    return Line(piece, state, fitting[:OFFERED], len(fitting))


class _Said:
    """What the draft says already: no candidate for `asked`, the relation as it would be added."""

    def __init__(self, page, asked):
        self.page, self.asked = page, asked
        against = [row for row in page.relations.all() if contradict(row, asked)]
        self.rows = {_key_of(row): State.THERE if row.kind == asked.kind else State.AGAINST for row in against}

    def why_not(self, candidate):
        """The State that keeps this candidate out, or None."""
        later = State.LATER if is_backward(self.asked, self.page, candidate) else None
        return self.rows.get(candidate.number, later)


def _key_of(row):
    return row.target_id or number_key(row.target_number)


class _Known:
    """The numbers of a portal's documents, sorted by their keys. An alias is no document of its own."""

    def __init__(self, page):
        documents = LegalDocumentPage.objects.filter(portal=page.portal_id, alias_of__isnull=True).exclude(number="")
        rows = documents.order_by("-issue_date", "-pk").values_list(*COLUMNS)
        known = [(number_key(number), _candidate(pk, number, *rest)) for pk, number, *rest in rows]
        self.sorted = sorted((pair for pair in known if pair[0]), key=lambda pair: pair[0])
        self.keys = [key for key, _candidate in self.sorted]

    def of(self, key):
        """Those of exactly this number; if there are none, those whose number goes on after it."""
        if not key:
            return []
        start = bisect_left(self.keys, key)
        longer = []
        for known, candidate in self.sorted[start:]:
            if not known.startswith(key):
                break
            longer.append((known, candidate))
        exact = [candidate for known, candidate in longer if known == key]
        return exact or [candidate for known, candidate in longer if continues(known, key)]


def _candidate(pk, number, title, draft_title, issue_date, precision, live):
    return Candidate(pk, number, (title if live else draft_title) or title, issue_date, precision, live)
