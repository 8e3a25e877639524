"""Where a case stood at the end of a day: told from its events alone, so the past never changes afterwards."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from .models import EventKind
from .working_time import Event, Happening, run

ON_THE_CLOCK = {
    EventKind.ASKED_BACK: Event.ASKED_BACK,
    EventKind.CLARIFIED: Event.CLARIFIED,
    EventKind.RESUMED: Event.CLARIFIED,
    EventKind.REOPENED: Event.REOPENED,
    EventKind.EXTENDED: Event.EXTENDED,
    EventKind.FORWARDED: Event.FORWARDED,
}

ROUND = (EventKind.ANSWERED, EventKind.REOPENED)


@dataclass(frozen=True)
class Standing:
    """`holder` is a slug, empty before the case was there and after it was split; `first_holder` answers for receipt.

    Days are local. A corrected answer leaves `answered_on` where it was. `is_right`: did a title sign that portal and
    kind allow?
    """

    holder: str = ""
    first_holder: str = ""
    received_on: date | None = None
    removal: str = ""
    answered_on: date | None = None
    is_right: bool = True


def happenings_of(events):
    """What of a case's events moves its clock."""
    for event in events:
        if event.kind in ON_THE_CLOCK:
            to = date.fromisoformat(event.detail["to"]) if event.kind == EventKind.EXTENDED else None
            yield Happening(ON_THE_CLOCK[event.kind], timezone.localdate(event.at), to)


def is_correction(event, events):
    """Does this signed answer take the place of one that the asker did not ask again after?"""
    told = [one.kind for one in events if one.number < event.number and one.kind in ROUND]
    return event.kind == EventKind.ANSWERED and bool(told) and told[-1] == EventKind.ANSWERED


def clock_of(question, events, *, rule, calendar, as_of=None):
    """The clock of a case; `events` in order."""
    asked = timezone.localtime(question.asked_at)
    return run(asked, rule.for_answer, calendar, happenings_of(events), as_of=as_of)


def receipt_due(question, *, rule, calendar):
    """The last local day on which the first portal receives or forwards a case in time."""
    return run(timezone.localtime(question.asked_at), rule.for_receipt, calendar).due


def standing(events, *, as_of):
    """Where the case stood at the end of the local day `as_of`; later events are not known yet."""
    now = Standing()
    for event in events:
        if timezone.localdate(event.at) > as_of:
            break
        now = _after(now, event)
    return now


def _after(now, event):
    day = timezone.localdate(event.at)
    match event.kind:
        case EventKind.ASKED | EventKind.FORWARDED | EventKind.RETURNED:
            return replace(now, holder=event.to_unit, first_holder=now.first_holder or event.to_unit)
        case EventKind.SPLIT:
            return replace(now, holder="")
        case EventKind.RECEIVED:
            return replace(now, received_on=now.received_on or day)
        case EventKind.REMOVED:
            return replace(now, removal=event.detail["removal"])
        case EventKind.RESTORED:
            return replace(now, removal="")
        case EventKind.ANSWERED:
            return replace(now, answered_on=now.answered_on or day, is_right=event.detail["is_right"])
        case EventKind.REOPENED:
            return replace(now, answered_on=None, is_right=True)
    return now
