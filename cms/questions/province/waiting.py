"""Cases that wait for an answer now, by unit and by working days to their deadline."""

from collections import Counter
from dataclasses import dataclass
from types import SimpleNamespace

from django.db.models import Count

from cms.pages.accents import without_accents
from cms.questions.explaining import days_left
from cms.questions.models import Question, Stage
from cms.questions.settings import working_calendar
from tenants.models import Portal

from .bands import BANDS, LATE, Band, band_of, is_in


@dataclass(frozen=True)
class Cell:
    band: Band
    number: int


@dataclass(frozen=True)
class Row:
    """A unit; `cells` in the order of BANDS."""

    portal: Portal
    cells: tuple[Cell, ...]

    @property
    def total(self):
        return sum(cell.number for cell in self.cells)

    @property
    def overdue(self):
        return sum(cell.number for cell in self.cells if cell.band.is_late)


def waiting_cases(portals):
    """Cases that count and for which an answer is owed."""
    return open_cases(portals).filter(kind__counts=True)


def open_cases(portals):
    """Cases of any kind for which an answer is owed."""
    cases = Question.objects.filter(portal__in=portals, removal="", is_split=False)
    return cases.exclude(stage=Stage.ANSWERED)


def heat(portals, *, today):
    """(Rows of these units, most urgent first and those without a case last; the Row of all). One query over cases."""
    calendar, found = working_calendar(), Counter()
    grouped = waiting_cases(portals).values_list("portal", "due_on", "stands_since").annotate(number=Count("pk"))
    for portal, due_on, stands_since, number in grouped.order_by():
        band = _band(due_on, stands_since, today, calendar)
        found[portal, band.code] += number
        found[None, band.code] += number
    rows = [_row(portal, portal.pk, found) for portal in portals]
    return sorted(rows, key=_urgency), _row(None, None, found)


def _row(portal, key, found):
    return Row(portal, tuple(Cell(band, found[key, band.code]) for band in BANDS))


def _urgency(row):
    return [-row.overdue, *(-cell.number for cell in row.cells), without_accents(row.portal.name)]


def _band(due_on, stands_since, today, calendar):
    case = SimpleNamespace(due_on=due_on, stands_since=stands_since)
    return band_of(days_left(case, today, calendar=calendar), is_standing=stands_since is not None)


def cases_in(portals, code, *, today):
    """The waiting cases of a band (or LATE), the oldest deadline first: a queryset."""
    cases = waiting_cases(portals).order_by("due_on", "pk")
    if code == LATE:  # the clock of a case that stands still is not past
        return cases.filter(due_on__lt=today, stands_since=None)
    calendar = working_calendar()
    days = cases.order_by().values_list("due_on", "stands_since").distinct()
    wanted = [pair for pair in days if is_in(code, _band(*pair, today, calendar))]
    due = {due_on for due_on, _since in wanted}
    return cases.filter(due_on__in=due, stands_since__isnull=code != "standing")
