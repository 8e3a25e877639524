"""What happens to a case of the demonstration, step by step, through the product's own verbs on days of the past.

A story is a function (case, row): `case` does the verbs, `row` is the entry of content/questions.yaml.
"""

from datetime import datetime, time

from django.utils import timezone

from cms.questions import actions
from cms.questions.models import Channel, Visibility
from tenants.models import Portal

ASKED_AT, WORKED_AT = time(9, 20), time(14, 5)


class Case:
    """One case while it is being told: who handles it, and on which working day from the asking what happens."""

    def __init__(self, question, *, asked_on, staff, calendar, now):
        self.question, self.asked_on, self.staff, self.calendar, self.now = question, asked_on, staff, calendar, now

    @property
    def portal(self):
        return self.question.portal

    def moment(self, days):
        """`days` working days after the asking, in office hours, and never later than now."""
        day = self.calendar.following(self.asked_on, days)
        return min(datetime.combine(day, WORKED_AT, timezone.get_current_timezone()), self.now)

    def do(self, verb, days, *, role="officer", **values):
        """Do a verb of `actions` as the officer (or head) of the unit that holds the case."""
        by = self.staff[self.portal.slug][role]
        done = getattr(actions, verb)(self.question.pk, portal=self.portal, by=by, now=self.moment(days), **values)
        self.question = done if verb != "split" else self.question
        return self


def sent(case, row):
    """Nobody has looked at it yet."""


def received(case, row):
    case.do("receive", 1)


overdue = received


def phone(case, row):
    """Recorded by the officer of somebody who called; the telephone is a channel of `begin`."""
    case.do("receive", 0)


def forwarded(case, row):
    to = Portal.objects.get(slug=row["portal"])
    case.do("forward", 1, to=to, reason=row["reason"])


def asked_back(case, row):
    case.do("receive", 1).do("ask_back", 2, text=row["ask"])


def extended(case, row):
    to = case.calendar.following(case.question.due_on, 10)
    case.do("receive", 1).do("extend", 9, to=to, reason=row["reason"])


def submitted(case, row):
    _draft(case, row, 5, Visibility.PUBLIC)


def answered(case, row):
    _draft(case, row, 5, Visibility.PUBLIC)
    case.do("sign", 7, role="head")
    if "stars" in row:
        actions.rate(case.question, stars=row["stars"], now=case.moment(9))


def late(case, row):
    _draft(case, row, 18, Visibility.PUBLIC)
    case.do("sign", 19, role="head")


def private(case, row):
    _draft(case, row, 6, Visibility.PRIVATE)
    case.do("sign", 8, role="head")


def reopened(case, row):
    answered(case, row)
    actions.reopen(case.question, text=row["again"], now=case.moment(12))


def removed(case, row):
    case.do("receive", 1).do("remove", 1, removal=row["removal"], reason=row["reason"])


def split(case, row):
    units = [Portal.objects.get(slug=slug) for slug in row["to"]]
    case.do("receive", 1).do("split", 2, parts=list(zip(units, row["parts"], strict=True)), reason=row["reason"])


def _draft(case, row, days, visibility):
    shown = {"public_text": row["text"], "public_answer": row["answer"]} if visibility == Visibility.PUBLIC else {}
    case.do("receive", 1).do("save_draft", days, draft=row["answer"], visibility=visibility, **shown)
    case.do("submit", days, masked=True)


STORIES = {
    story.__name__: story
    for story in (
        sent, received, phone, forwarded, asked_back, extended, submitted, answered, late, private, reopened, removed,
        split,
    )
} | {"overdue": overdue}  # fmt: skip
CHANNELS = {"phone": Channel.PHONE}
