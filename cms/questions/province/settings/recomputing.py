"""Deadlines counted anew after a rule or the calendar has changed."""

from collections import Counter
from itertools import groupby
from operator import attrgetter

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.questions.models import CaseEvent, Question, Stage
from cms.questions.settings import Rules, working_calendar
from cms.questions.standing import clock_of, receipt_due
from tenants.audit import record
from tenants.verbs import verb

AT_ONCE = 500
CLOCK = ("due_on", "stands_since", "receipt_due_on")
RECOMPUTED = "question_setting.recomputed"


@verb
def recompute(*, by, now):
    """Count the deadlines of all open cases anew; returns how many moved. Each unit's log says how many of its own.

    The cases' versions stay: nobody has acted on them, so nobody's form is out of date.
    """
    rules, calendar, moved = Rules.read(), working_calendar(), Counter()
    keys = list(_open_cases().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        cases = list(Question.objects.select_for_update().filter(pk__in=keys[start : start + AT_ONCE]).order_by("pk"))
        events = _events_of(cases)
        changed = [case for case in cases if _moves(case, events.get(case.pk, []), rules, calendar)]
        Question.objects.bulk_update(changed, CLOCK)
        moved.update(case.portal_id for case in changed)
    for portal, number in moved.items():
        with override("vi"):
            note = _("%(number)d câu hỏi có hạn mới do tỉnh đổi thời hạn hoặc lịch làm việc") % {"number": number}
        record(RECOMPUTED, portal=portal, by=by, now=now, detail={"note": note})
    return moved.total()


@verb
def waiting_under(rule):
    """How many open cases of all units have their deadline from a rule: what a change of it may move."""
    cases = _open_cases().filter(kind=rule.kind_id, asked_at__date__gte=rule.valid_from)
    return (cases.filter(asked_at__date__lte=rule.valid_to) if rule.valid_to else cases).count()


def _open_cases():
    return Question.objects.filter(removal="", is_split=False).exclude(stage=Stage.ANSWERED)


def _events_of(cases):
    events = CaseEvent.objects.filter(question__in=cases).order_by("question_id", "number")
    return {pk: list(rows) for pk, rows in groupby(events, key=attrgetter("question_id"))}


def _moves(case, events, rules, calendar):
    """Set the clock of a case; does it say something else than before?"""
    before = [getattr(case, name) for name in CLOCK]
    rule = rules.on(case.kind_id, timezone.localdate(case.asked_at))
    clock = clock_of(case, events, rule=rule, calendar=calendar)
    case.due_on, case.stands_since = clock.due, clock.stands_since
    case.receipt_due_on = receipt_due(case, rule=rule, calendar=calendar)
    return before != [getattr(case, name) for name in CLOCK]
