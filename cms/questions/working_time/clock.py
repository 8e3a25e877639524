"""When a question has to be answered, and why: a pure computation over days.

A clock starts on the first working day after a question was asked (after the cut-off hour: on the one after that) and
counts working days. It stands still while the asker is asked to clarify; an extension moves its end; a case opened
again is counted anew from that day. Forwarding does nothing to it. Every step is kept, for each case shows
"Vì sao hạn là ngày này".
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from .calendar import ONE_DAY, WorkingCalendar


@dataclass(frozen=True)
class Rule:
    """`days` working days; `cut_off`: local time of day after which a question counts as asked the next day."""

    days: int
    cut_off: time | None = None


class Event(StrEnum):
    ASKED_BACK = "asked_back"  # the asker is asked to clarify: the clock stands still
    CLARIFIED = "clarified"  # the asker has answered, or the office goes on without
    EXTENDED = "extended"  # to a day
    FORWARDED = "forwarded"  # changes nothing, and says so
    REOPENED = "reopened"  # the asker asks again after the answer: counted anew from that day


@dataclass(frozen=True)
class Happening:
    event: Event
    day: date
    to: date | None = None


class Why(StrEnum):
    ASKED = "asked"
    AFTER_HOURS = "after_hours"
    AFTER_HOURS_ON_A_DAY_OFF = "after_hours_on_a_day_off"
    STARTS = "starts"
    COUNTED = "counted"
    STOOD_STILL = "stood_still"
    STANDS_STILL = "stands_still"
    TOO_LATE_TO_STOP = "too_late_to_stop"
    EXTENDED = "extended"
    FORWARDED = "forwarded"
    REOPENED = "reopened"
    REOPENED_AND_KEPT = "reopened_and_kept"


@dataclass(frozen=True)
class Step:
    """One line of the explanation: what, on which day, where the deadline is then, how many working days.

    `counted`: the day that counting alone would give, where the deadline before it is later and stays.
    """

    why: Why
    day: date
    due: date | None = None
    days: int = 0
    counted: date | None = None


@dataclass(frozen=True)
class Clock:
    """`due` is the last day in time. `stands_since`: the day since which it has stood still, None while it runs."""

    starts: date
    due: date
    stands_since: date | None = None
    steps: tuple[Step, ...] = field(default=())

    def is_late(self, day):
        """Is the deadline past on a day? A clock that stands still moves its deadline along, so it never is."""
        return day > self.due


def start_of(asked_at, rule, calendar):
    """(the first day that counts, steps). `asked_at` is local time; the cut-off hour holds on days off as well."""
    first, steps = calendar.following(asked_at.date()), [Step(Why.ASKED, asked_at.date())]
    if rule.cut_off is not None and asked_at.time() > rule.cut_off:
        worked = calendar.is_working(asked_at.date())
        steps.append(Step(Why.AFTER_HOURS if worked else Why.AFTER_HOURS_ON_A_DAY_OFF, first))
        first = calendar.following(first)
    return first, [*steps, Step(Why.STARTS, first)]


def run(asked_at: datetime, rule: Rule, calendar: WorkingCalendar, happenings=(), *, as_of=None) -> Clock:
    """The clock after what happened up to the end of the local day `as_of` (None: all of it)."""
    starts, steps = start_of(asked_at, rule, calendar)
    due = calendar.following(starts - ONE_DAY, rule.days)
    steps.append(Step(Why.COUNTED, starts, due, rule.days))
    since = None
    for what in happenings:
        if as_of is not None and what.day > as_of:
            break
        if what.event is Event.REOPENED:
            step = _reopened(what.day, due, since, rule, calendar)
            due, since = step.due, None
            steps.append(step)
            continue
        due, since, step = _apply(what, due, since, calendar)
        steps += [step] if step else []
    if since is not None and as_of is not None:
        due = calendar.following(due, calendar.between(since, as_of))
    return Clock(starts, due, since, tuple(steps))


def _reopened(day, due, since, rule, calendar):
    """The step of a case opened again on a day: nobody's deadline comes nearer by that."""
    kept = calendar.following(due, calendar.between(since, day) if since else 0)
    counted = calendar.following(day, rule.days)
    if kept > counted:
        return Step(Why.REOPENED_AND_KEPT, day, kept, rule.days, counted)
    return Step(Why.REOPENED, day, counted, rule.days)


def _apply(what, due, since, calendar):
    """(due, since, step) after one happening."""
    if what.event is Event.FORWARDED:
        return due, since, Step(Why.FORWARDED, what.day, due)
    if what.event is Event.EXTENDED:
        due = max(due, what.to)
        return due, since, Step(Why.EXTENDED, what.day, due)
    if what.event is Event.ASKED_BACK and since is None:
        if what.day > due:
            return due, None, Step(Why.TOO_LATE_TO_STOP, what.day, due)
        return due, what.day, Step(Why.STANDS_STILL, what.day, due)
    if what.event is Event.CLARIFIED and since is not None:
        lost = calendar.between(since, what.day)
        due = calendar.following(due, lost)
        return due, None, Step(Why.STOOD_STILL, what.day, due, lost)
    return due, since, None
