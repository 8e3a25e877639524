"""The figures of questions: the one function that screens, reports and scores use."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import attrgetter

from django.db.models import Exists, OuterRef
from django.utils import timezone

from tenants.models import Group, Portal
from tenants.scoping import platform_scope

from .models import CaseEvent, Question, Removal
from .settings import Rules, working_calendar
from .standing import Standing, clock_of, standing

FEW = 30  # portals: for more of them every case of the period is read
CHUNK = 2000  # cases whose events are read at once


class FiguresDoNotAddUp(AssertionError):
    """received = eligible + removed, eligible = answered + waiting: always, or the software is wrong."""


@dataclass(frozen=True)
class Removed:
    """How many were removed, by reason."""

    total: int = 0
    violation: int = 0
    duplicate: int = 0
    referred: int = 0


@dataclass(frozen=True)
class QuestionFigures:
    """Numbers of questions. `late`: answered after the deadline; `waiting_overdue`: waiting, deadline before the day.

    `wrong_title`: answered under a title that portal and kind do not allow. `by_topic`: {topic: received}. `imported`:
    how many of those received came from another system.
    """

    received: int = 0
    eligible: int = 0
    answered: int = 0
    on_time: int = 0
    late: int = 0
    waiting: int = 0
    waiting_overdue: int = 0
    removed: Removed = field(default_factory=Removed)
    wrong_title: int = 0
    imported: int = 0
    by_topic: dict = field(default_factory=dict)

    def __post_init__(self):
        holds = (
            self.received == self.eligible + self.removed.total
            and self.eligible == self.answered + self.waiting
            and self.answered == self.on_time + self.late
            and self.removed.total == self.removed.violation + self.removed.duplicate + self.removed.referred
        )
        if not holds:
            raise FiguresDoNotAddUp(asdict(self))


def sum_of(parts) -> QuestionFigures:
    """Of figures that no question is counted in twice."""
    found, topics, removed = Counter(), Counter(), Counter()
    for part in parts:
        found.update({name: getattr(part, name) for name in NUMBERS})
        removed.update(asdict(part.removed))
        topics.update(part.by_topic)
    return QuestionFigures(removed=Removed(**removed), by_topic=dict(sorted(topics.items())), **found)


NUMBERS = [name for name in QuestionFigures.__dataclass_fields__ if name not in ("removed", "by_topic")]


@dataclass(frozen=True)
class Span:
    """Local days of asking, both included."""

    first: date
    last: date

    @property
    def moments(self):
        """(from, until) as aware moments; `until` is not included."""
        zone = timezone.get_current_timezone()
        midnights = (datetime.combine(day, time.min, zone) for day in (self.first, self.last + timedelta(days=1)))
        return tuple(midnights)


def figures(*, portals, period: Span, as_of: date) -> QuestionFigures:
    """Questions asked in the period, as they stood at the end of the local day `as_of`, for these portals together.

    A question counts once, at the portal that held it then; after a split its parts count, it does not. Kinds that say
    so do not count at all. Who asks must have made sure that they may know: rows are
    read over the whole platform, and nothing but numbers comes back.
    """
    slugs = {portal.slug for portal in portals}
    tally = Tally()
    for case in _cases(period, as_of, slugs):
        tally.add(case, as_of)
    return tally.figures()


def figures_by_portal(*, portals, period: Span, as_of: date) -> dict[str, QuestionFigures]:
    """{slug: the same figures} of each of these portals, in one reading."""
    slugs = [portal.slug for portal in portals]
    return _figures_by(lambda case: case.state.holder, slugs, slugs, period, as_of)


def figures_by_group(*, portals, period: Span, as_of: date) -> dict[str, QuestionFigures]:
    """{group: the same figures} of these portals, in the order of the groups; groups without portals are not there."""
    groups = {portal.slug: portal.group for portal in portals}
    there = [group for group in Group.values if group in groups.values()]
    return _figures_by(lambda case: groups[case.state.holder], there, list(groups), period, as_of)


def figures_by_month(*, portals, period: Span, as_of: date) -> dict[date, QuestionFigures]:
    """{first day of a month of asking: the same figures} of these portals together, for each month of the period."""
    months = [period.first.replace(day=1)]
    while (following := months[-1] + timedelta(days=32)) and following.replace(day=1) <= period.last:
        months.append(following.replace(day=1))
    slugs = [portal.slug for portal in portals]
    return _figures_by(lambda case: case.asked_on.replace(day=1), months, slugs, period, as_of)


def _figures_by(key, keys, slugs, period, as_of):
    tallies = {one: Tally() for one in keys}
    for case in _cases(period, as_of, set(slugs)):
        tallies[key(case)].add(case, as_of)
    return {one: tally.figures() for one, tally in tallies.items()}


class Tally:
    """Counts cases, one after the other."""

    def __init__(self):
        self.found, self.topics = Counter(), Counter()

    def add(self, case, as_of):
        self.found.update(_counted(case.state, case.due, as_of))
        self.found["imported"] += case.question.imported
        self.topics[case.question.topic] += 1

    def figures(self):
        removed = {reason: self.found[f"removed_{reason}"] for reason in Removal.values if reason}
        return QuestionFigures(
            removed=Removed(total=sum(removed.values()), **removed),
            by_topic=dict(sorted(self.topics.items())),
            **{name: self.found[name] for name in NUMBERS},
        )


def _counted(state, due, as_of):
    """The names of the figures that one case counts in."""
    yield "received"
    if state.removal:
        yield f"removed_{state.removal}"
        return
    yield "eligible"
    if state.answered_on is None:
        yield "waiting"
        if due < as_of:
            yield "waiting_overdue"
        return
    yield "answered"
    yield "late" if state.answered_on > due else "on_time"
    if not state.is_right:
        yield "wrong_title"


@dataclass(frozen=True)
class Case:
    """A question, where it stood at the end of the day, and its deadline as it was known then."""

    question: Question
    asked_on: date
    state: Standing
    due: date


def _cases(period, as_of, slugs):
    """The Case of each question asked in the period and not after `as_of` that one of these portals held then."""
    rules, calendar = Rules.read(), working_calendar()
    first, until = Span(period.first, min(period.last, as_of)).moments
    with platform_scope():
        asked = Question.objects.filter(kind__counts=True, asked_at__gte=first, asked_at__lt=until).order_by("pk")
        if len(slugs) <= FEW:
            asked = asked.filter(_passed_through(slugs))
        questions = list(asked.only("pk", "code", "kind", "topic", "asked_at", "portal", "imported"))
        for start in range(0, len(questions), CHUNK):
            chunk = questions[start : start + CHUNK]
            events = _events_of(chunk)
            for question in chunk:
                history = events.get(question.pk, [])
                state = standing(history, as_of=as_of)
                if state.holder in slugs:
                    asked_on = timezone.localdate(question.asked_at)
                    rule = rules.on(question.kind_id, asked_on)
                    clock = clock_of(question, history, rule=rule, calendar=calendar, as_of=as_of)
                    yield Case(question, asked_on, state, clock.due)


def _passed_through(slugs):
    """Cases that one of these portals ever held: who held one on a day is told by its events alone."""
    return Exists(CaseEvent.objects.filter(question=OuterRef("pk"), to_unit__in=slugs))


def _events_of(questions):
    rows = CaseEvent.objects.filter(question__in=[question.pk for question in questions])
    rows = rows.order_by("question_id", "number").defer("reason")
    return {pk: list(events) for pk, events in groupby(rows, key=attrgetter("question_id"))}


def figures_as_json(found: QuestionFigures, *, period: Span, as_of: date, portals: list[Portal]) -> dict:
    """The shape that other programs rely on: names never change, new ones may be added."""
    return {
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "as_of": as_of.isoformat(),
        "portals": len(portals),
        **asdict(found),
    }
