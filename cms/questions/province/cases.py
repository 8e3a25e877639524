"""A waiting case as a line of the province's list, without its code: who knows that reads what the asker reads."""

from dataclasses import dataclass
from datetime import date

from django.db.models.functions import Left
from django.utils.text import Truncator

from cms.questions.explaining import days_left, days_left_in_words
from cms.questions.masking import mask
from cms.questions.models import Stage
from cms.questions.models.case import HEADING_LENGTH
from cms.questions.settings import working_calendar
from tenants.models import Portal

from .callees import Callee, callees_of


@dataclass(frozen=True)
class Line:
    """`heading` is empty for who may not read cases; `callees`: whom to ring, who may sign first."""

    number: int
    portal: Portal
    heading: str
    topic: str
    stage: str
    due_on: date
    days_left: int
    callees: list[Callee]

    @property
    def first(self):
        """Who answers for it: the first who may sign, or whoever can be rung."""
        return self.callees[0] if self.callees else None

    @property
    def others(self):
        return self.callees[1:3]

    @property
    def clock(self):
        return days_left_in_words(self.days_left)


def lines_of(cases, *, today, may_read):
    """Lines of a slice of cases; a fixed number of queries however many there are."""
    calendar = working_calendar()
    cases = cases.select_related("portal__parent").annotate(beginning=Left("text", 3 * HEADING_LENGTH))
    rows = list(cases.defer(*LONG))
    callees = callees_of({row.portal_id for row in rows}, day=today)
    return [
        Line(
            number=row.pk,
            portal=row.portal,
            heading=_heading(row) if may_read else "",
            topic=row.topic,
            stage=str(Stage(row.stage).label),
            due_on=row.due_on,
            days_left=days_left(row, today, calendar=calendar),
            callees=callees.get(row.portal_id, []),
        )
        for row in rows
    ]


LONG = ("text", "draft", "answer", "public_text", "public_answer", "correction")


def _heading(row):
    return Truncator(mask(row.subject or " ".join(row.beginning.split()))[0]).chars(HEADING_LENGTH)
