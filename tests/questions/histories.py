"""Cases with any history that can be, written straight into the tables: for properties of what is counted."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from hypothesis import strategies as st

from cms.questions.history import chain
from cms.questions.models import CaseEvent, EventKind, Question, QuestionKind
from tenants.models import Portal

PORTALS = ("tinh", "xa-a", "xa-b", "so-a")
MOVES = (
    "received", "forwarded", "returned", "extended", "asked_back", "clarified", "resumed", "submitted", "sent_back",
    "answered", "reopened", "removed", "restored", "shown", "split",
)  # fmt: skip
REASONS = ("violation", "duplicate", "referred")


@st.composite
def histories(draw, *, first, last):
    """[(kind, local day, to portal, choice)]: asked first, then up to six moves, in the order of their days."""
    day = draw(st.dates(first, last))
    moves = [("asked", day, draw(st.sampled_from(PORTALS)), draw(st.integers(0, 2)))]
    for _turn in range(draw(st.integers(0, 6))):
        day += timedelta(days=draw(st.integers(0, 12)))
        moves.append((draw(st.sampled_from(MOVES)), day, draw(st.sampled_from(PORTALS)), draw(st.integers(0, 20))))
    return moves


def write(cases):
    """Record each history as a case; there must be none yet, for what happened is never deleted."""
    portals = {portal.slug: portal for portal in Portal.objects.filter(slug__in=PORTALS)}
    kind = QuestionKind.objects.get(code="hoi-dap")
    for number, moves in enumerate(cases):
        _kind, asked, slug, choice = moves[0]
        topic = ("", "Đất đai", "Y tế")[choice]
        question = Question._base_manager.create(
            portal=portals[slug],
            code=f"H{number}",
            kind=kind,
            text="?",
            topic=topic,
            asked_at=_at(asked),
            due_on=asked,
        )
        happenings = [_happening(*move, number) for number, move in enumerate(moves)]
        CaseEvent._base_manager.bulk_create(chain(question, happenings, recorded_at=timezone.now()))


def _at(day, minutes=0):
    return datetime.combine(day, time(8, minutes), timezone.get_default_timezone())


def _happening(kind, day, slug, choice, number):
    details = {
        "answered": {"is_right": choice % 3 > 0, "title": "Chủ tịch UBND xã", "answer": "Có."},
        "removed": {"removal": REASONS[choice % 3]},
        "extended": {"to": (day + timedelta(days=choice)).isoformat()},
    }
    goes = kind in (EventKind.ASKED, EventKind.FORWARDED, EventKind.RETURNED)
    return {"kind": kind, "at": _at(day, number), "to_unit": slug if goes else "", "detail": details.get(kind, {})}
