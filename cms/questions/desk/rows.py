"""A case as a line of a list: read without its long texts, in one query however many there are."""

from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Left
from django.utils import timezone
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from cms.questions.explaining import days_left, days_left_in_words
from cms.questions.models import CaseEvent, Question, Removal, Stage
from cms.questions.models.case import HEADING_LENGTH
from cms.questions.settings import working_calendar

PLAIN = "hoi-dap"  # the kind that a list need not name
COLUMNS = [
    "pk", "subject", "topic", "channel", "stage", "removal", "is_split", "asked_at", "received_at",
    "answered_at", "receipt_due_on", "due_on", "stands_since", "version", "beginning", "newest", "kind__name",
    "kind__code", "page_path",
]  # fmt: skip
BEGINNING = 3 * HEADING_LENGTH  # characters of the text that a heading may need


@dataclass(frozen=True)
class Row:
    """Named by its number `pk`: the code of a case is the asker's and on no list.

    `days_left`: working days to the deadline, below zero when it is past; None where no clock runs.

    `newest` is the kind of the last event. `kind` is empty for a plain question, `page_path` for one about no page.
    """

    pk: int
    heading: str
    kind: str
    page_path: str
    topic: str
    stage: Stage
    removal: str
    is_split: bool
    asked_at: datetime
    answered_at: datetime | None
    receipt_due_on: date | None
    due_on: date
    stands_since: date | None
    version: int
    newest: str
    days_left: int | None
    is_overdue: bool
    is_receipt_overdue: bool

    @property
    def state(self):
        """One word for the list: that it was removed or split goes before the stage."""
        if self.removal:
            return _("Đã loại: %(why)s") % {"why": Removal(self.removal).label}
        if self.is_split:
            return _("Đã tách")
        return self.stage.label

    @property
    def clock(self):
        return clock_words(self)

    @property
    def can_be_received(self):
        return is_new(self.stage) and not self.removal and not self.is_split


def is_new(stage):
    """Nobody of the portal has received it: it came from the asker or from another unit."""
    return stage in (Stage.SENT, Stage.FORWARDED)


def is_open(case):
    """Does the portal owe an answer? For a Question or a Row."""
    return not case.removal and not case.is_split and case.stage != Stage.ANSWERED


def listed(questions):
    """What rows are made of, of a queryset of cases."""
    events = CaseEvent.objects.filter(question=OuterRef("pk")).order_by("-number")
    return questions.annotate(beginning=Left("text", BEGINNING), newest=Subquery(events.values("kind")[:1]))


def rows_of(questions, *, today, calendar=None):
    """Rows of a queryset of cases, in its order: one query, and one for the calendar."""
    calendar = calendar or working_calendar()
    return [_row(values, today, calendar) for values in listed(questions).values(*COLUMNS)]


def _row(values, today, calendar):
    stage = Stage(values["stage"])
    runs = not (values["removal"] or values["is_split"] or values["stands_since"]) and stage != Stage.ANSWERED
    receipt = values["receipt_due_on"]
    begins = " ".join((values["beginning"] or "").split())
    kept = {name: values[name] for name in Row.__dataclass_fields__ if name in values and name != "stage"}
    return Row(
        heading=values["subject"] or Truncator(begins).chars(HEADING_LENGTH),
        kind="" if values["kind__code"] == PLAIN else values["kind__name"],
        stage=stage,
        days_left=_days_left(values["due_on"], today, calendar) if runs else None,
        is_overdue=runs and values["due_on"] < today,
        is_receipt_overdue=runs and is_new(stage) and bool(receipt) and receipt < today,
        **kept,
    )


def clock_words(row):
    """How the clock stands, in a few words."""
    day = {"day": f"{row.due_on:%d/%m/%Y}"}
    if row.stands_since:
        return _("Tạm dừng tính hạn từ %(day)s") % {"day": f"{row.stands_since:%d/%m/%Y}"}
    if row.answered_at:
        late = timezone.localdate(row.answered_at) > row.due_on
        return _("Trả lời sau hạn %(day)s") % day if late else _("Trả lời trong hạn %(day)s") % day
    if row.days_left is None:
        return ""
    if row.is_overdue and not row.days_left:  # only days off have passed since
        return _("Quá hạn từ %(day)s") % day
    return capfirst(days_left_in_words(row.days_left))


def _days_left(due_on, today, calendar):
    return days_left(SimpleNamespace(due_on=due_on, stands_since=None), today, calendar=calendar)


def cases_of(portal):
    """A portal's cases, whatever their state; within the open scope."""
    return Question.objects.filter(portal=portal)
