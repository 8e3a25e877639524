"""The queue "Hôm nay": which cases of a portal want something today, each once, under what is most urgent."""

from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cms.questions.models import EventKind, Stage
from cms.questions.settings import working_calendar

from .rows import Row, cases_of, is_new, rows_of

SOON = 2  # working days
SHOWN = 50  # rows of a group; the number is always that of all


class Group(TextChoices):
    """In the order in which they stand on the screen."""

    OVERDUE = "overdue", _("Quá hạn")
    SOON = "soon", _("Đến hạn trong 2 ngày làm việc")
    SENT_BACK = "sent_back", _("Lãnh đạo trả lại để sửa")
    RETURNED = "returned", _("Đơn vị khác trả lại")
    CLARIFIED = "clarified", _("Người hỏi đã làm rõ hoặc hỏi lại")
    NEW = "new", _("Chờ tiếp nhận")


AFTER = {
    EventKind.SENT_BACK: Group.SENT_BACK,
    EventKind.RETURNED: Group.RETURNED,
    EventKind.CLARIFIED: Group.CLARIFIED,
    EventKind.REOPENED: Group.CLARIFIED,
}


@dataclass(frozen=True)
class Waiting:
    """A row of the queue, and what else is to be said of it than the heading of its group."""

    row: Row
    marks: list

    @property
    def also(self):
        return self.marks[1:]


@dataclass(frozen=True)
class Queue:
    """`groups`: [(Group, number of all, the first rows)]. The numbers beside it are of cases that can wait."""

    groups: list = field(default_factory=list)
    at_the_head: int = 0
    at_the_asker: int = 0
    in_time: int = 0

    @property
    def number(self):
        return sum(number for _group, number, _rows in self.groups)


def marks_of(row, *, soon):
    """Groups that a row belongs to, the most urgent first; none: it can wait. `soon`: the day until which none can."""
    marks = []
    if row.is_overdue:
        marks.append(Group.OVERDUE)
    elif row.days_left is not None and row.due_on <= soon:
        marks.append(Group.SOON)
    if row.newest in AFTER:
        marks.append(AFTER[row.newest])
    if is_new(row.stage):
        marks.append(Group.NEW)
    return marks


def queue_of(portal, *, today):
    """The Queue of a portal: two queries, however many cases."""
    calendar = working_calendar()
    soon = calendar.following(today, SOON)
    open_cases = cases_of(portal).filter(removal="", is_split=False).exclude(stage=Stage.ANSWERED)
    found, rest = {group: [] for group in Group}, []
    for row in rows_of(open_cases.order_by("due_on", "pk"), today=today, calendar=calendar):
        marks = marks_of(row, soon=soon)
        (found[marks[0]] if marks else rest).append(Waiting(row, marks))
    return Queue([(group, len(rows), rows[:SHOWN]) for group, rows in found.items() if rows], **_numbers(rest))


def _numbers(rest):
    """What the cases that can wait are waiting for."""
    head = sum(one.row.stage == Stage.SUBMITTED for one in rest)
    asker = sum(one.row.stands_since is not None and one.row.stage != Stage.SUBMITTED for one in rest)
    return {"at_the_head": head, "at_the_asker": asker, "in_time": len(rest) - head - asker}
