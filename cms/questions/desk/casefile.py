"""One case as its file shows it: the case, its time line, its clock with every step, its parts, and who asked.

Shared with the screens for drafting and signing: they open the same file and include `questions/desk/parts/`.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.urls import resolve

from cms.questions import explaining
from cms.questions.models import CaseEvent, EventKind, Question
from cms.questions.settings import working_calendar
from tenants.scoping import platform_scope

from .rows import Row, is_open, rows_of
from .timeline import exchange_of, time_line, unit_names

HOPS = (EventKind.FORWARDED, EventKind.RETURNED)


@dataclass(frozen=True)
class Part:
    """A part of a split question, wherever it is now: what whoever split it may know of it."""

    unit: str
    row: Row
    is_ours: bool


@dataclass(frozen=True)
class Case:
    """`asker` and `files` are None and empty for whoever may not see them. `lines`: newest first.

    `exchange`: what was said with the asker after the question, in order.
    """

    question: Question
    row: Row
    lines: list
    why: list
    exchange: list = field(default_factory=list)
    asker: object = None
    files: list = field(default_factory=list)
    parts: list = field(default_factory=list)
    rating: object = None

    @property
    def is_open(self):
        return is_open(self.question)


def find_question(question_id, *, portals):
    """A case of these portals. Raises Question.DoesNotExist."""
    found = Question.objects.select_related("kind", "portal", "parent", "draft_by")
    return found.get(pk=question_id, portal__in=portals)


@dataclass(frozen=True)
class Move:
    """The last time that a unit handed a case on."""

    unit: str
    at: datetime
    reason: str


def number_in(request):
    """The number of a case in the address. What a view is given of a case that is out of reach is nobody's number."""
    return resolve(request.path_info, getattr(request, "urlconf", None)).kwargs["question_id"]


def moved_on(question_id, *, portal):
    """The Move by which this portal handed a case to another unit, by the events of the case; None if it never did."""
    with platform_scope():
        hops = CaseEvent.objects.filter(question=question_id, kind__in=HOPS, from_unit=portal.slug)
        hop = hops.order_by("number").last()
    return Move(unit_names([hop])[hop.to_unit], hop.at, hop.reason) if hop else None


def left(keys, *, portal):
    """Those of these numbers whose cases this portal handed to another unit."""
    with platform_scope():
        hops = CaseEvent.objects.filter(question__in=keys, kind__in=HOPS, from_unit=portal.slug)
        return set(hops.values_list("question", flat=True))


def open_case(question, *, today, with_asker):
    """The Case of a question; a fixed number of queries. `with_asker`: permissions.may_see_asker."""
    events = list(question.events.select_related("by").order_by("number"))
    names = unit_names(events)
    (row,) = rows_of(Question.objects.filter(pk=question.pk), today=today)
    return Case(
        question=question,
        row=row,
        lines=time_line(question, events, names=names),
        exchange=exchange_of(question, events, names=names),
        why=explaining.explain(question, events, today=today),
        asker=getattr(question, "asker", None) if with_asker else None,
        files=list(question.files.all()) if with_asker else [],
        parts=parts_of(question, today=today) if question.is_split else [],
        rating=getattr(question, "rating", None),
    )


def parts_of(question, *, today):
    """Parts of a split question, wherever they are: unit, stage and clock alone leave the other portal."""
    with platform_scope():
        parts = Question.objects.filter(parent=question.pk).order_by("pk")
        held = dict(parts.values_list("pk", "portal__name"))
        ours = set(parts.filter(portal=question.portal_id).values_list("pk", flat=True))
        rows = rows_of(parts, today=today, calendar=working_calendar())
    return [Part(held[row.pk], row, row.pk in ours) for row in rows]
