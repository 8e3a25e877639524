"""The mails that officers and heads get at once: a case is due on the next working day, or it has become overdue."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from cms.questions.models import CaseMail, Question, Stage
from cms.questions.settings import working_calendar

from .staff import addresses

Kind = CaseMail.Kind
LONG_PAST = timedelta(days=7)  # older deadlines came with an import: no news to anybody


def on_the_clock():
    """Cases whose clock runs."""
    open_cases = Question.objects.filter(removal="", is_split=False, stands_since=None)
    return open_cases.exclude(stage=Stage.ANSWERED)


def write_alerts(*, now):
    """Put alerts into the outbox, each once a case, deadline and person; none on days off. Returns how many."""
    today, calendar = timezone.localdate(now), working_calendar()
    if not calendar.is_working(today):
        return 0
    cases = list(on_the_clock().filter(due_on__gte=today - LONG_PAST, due_on__lte=calendar.following(today)))
    staff = addresses({case.portal_id for case in cases}, now=now)
    wanted = {
        (case.pk, _kind(case.due_on, today), case.due_on.isoformat(), to)
        for case in cases
        for to in staff[case.portal_id]
    }
    known = CaseMail.objects.filter(question__in=cases, kind__in=(Kind.DUE, Kind.OVERDUE))
    new = wanted - set(known.values_list("question", "kind", "mark", "to"))
    CaseMail.objects.bulk_create(
        (CaseMail(question_id=pk, kind=kind, mark=mark, to=to, next_try_at=now) for pk, kind, mark, to in sorted(new)),
        ignore_conflicts=True,
    )
    return len(new)


def _kind(due, today):
    return Kind.OVERDUE.value if due < today else Kind.DUE.value


def is_called_for(mail, *, now):
    """Does an alert still tell the truth, to somebody who still handles the case?"""
    question, day = mail.question, date.fromisoformat(mail.mark)
    handled = on_the_clock().filter(Q(pk=question.pk, due_on=day)).exists()
    return handled and mail.to in addresses([question.portal_id], now=now)[question.portal_id]
