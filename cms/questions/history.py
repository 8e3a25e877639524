"""The chain of a case: how an event becomes a hash. Changing, moving or removing one event breaks it from there on."""

import json
from datetime import UTC
from hashlib import sha256

from .models import CaseEvent

GENESIS = "0" * 64
SAID = ("kind", "from_unit", "to_unit", "reason", "detail")


def digest(value):
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def content(event, code):
    """Everything about an event that must never change."""
    moments = {"at": event.at, "recorded_at": event.recorded_at}
    return {
        "question": code,
        "number": event.number,
        "by": event.by_id,
        **{name: moment.astimezone(UTC).isoformat() for name, moment in moments.items()},
        **{name: getattr(event, name) for name in SAID},
    }


def chain(question, happenings, *, recorded_at, after=None):
    """Unsaved events of a case that follow `after` (its newest event, or None), in the order given.

    `happenings` are dicts: kind, at, and optional by, from_unit, to_unit, reason, detail.
    """
    number, previous, events = (after.number, after.event_hash, []) if after else (0, GENESIS, [])
    for happening in happenings:
        number += 1
        event = CaseEvent(
            question=question, number=number, recorded_at=recorded_at, previous_hash=previous, **happening
        )
        event.event_hash = previous = digest([event.previous_hash, content(event, question.code)])
        events.append(event)
    return events


def faults(code, events):
    """(number, "gap" | "order" | "content") wherever the chain of a case does not hold."""
    expected, previous = 1, GENESIS
    for event in events:
        if event.number != expected:
            yield event.number, "gap"
        if event.previous_hash != previous:
            yield event.number, "order"
        if digest([event.previous_hash, content(event, code)]) != event.event_hash:
            yield event.number, "content"
        expected, previous = event.number + 1, event.event_hash
