"""The deadline of a case for whoever asked: the day, how far it is, and why it is that day."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.questions.explaining import days_left, days_left_in_words, explain
from cms.questions.models import EventKind, Stage
from cms.questions.settings import NoRule, Rules
from cms.theme.partial_days import whole_day


@dataclass(frozen=True)
class Extension:
    day: date
    to: date
    reason: str


@dataclass(frozen=True)
class Deadline:
    """`why` are Lines of explaining.py; `extensions`, each with its public reason: since the asker asked again."""

    due_on: date
    left: str
    is_late: bool
    why: list
    extensions: list


def deadline_of(question, events, *, today):
    """None for a case that has none any more. `events` in order."""
    if question.removal or question.is_split:
        return None
    late = (timezone.localdate(question.answered_at) if question.answered_at else today) > question.due_on
    return Deadline(
        due_on=question.due_on,
        left=_left(question, today, late),
        is_late=late and not question.stands_since,
        why=explain(question, events, today=today, written=whole_day),
        extensions=[_extension(event) for event in this_round(events) if event.kind == EventKind.EXTENDED],
    )


def this_round(events):
    """Those after the asker last asked again, else all; `events` in order."""
    again = [place for place, event in enumerate(events, 1) if event.kind == EventKind.REOPENED]
    return events[again[-1] :] if again else events


def _left(question, today, late):
    if question.stage == Stage.ANSWERED:
        day = {"day": whole_day(timezone.localdate(question.answered_at))}
        return (_("trả lời ngày %(day)s, sau hạn") if late else _("trả lời ngày %(day)s, trong hạn")) % day
    if question.stands_since:
        return _("đang tạm dừng")
    return days_left_in_words(days_left(question, today))


def _extension(event):
    return Extension(timezone.localdate(event.at), date.fromisoformat(event.detail["to"]), event.reason)


def reopen_until(question):
    """The last local day on which the asker may ask again, None before the answer."""
    if question.answered_at is None:
        return None
    try:
        rule = Rules.read().on(question.kind_id, timezone.localdate(question.asked_at))
    except NoRule:
        return None
    return timezone.localdate(question.answered_at) + timedelta(days=rule.reopen_days)
