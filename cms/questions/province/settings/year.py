"""A year of working days as a calendar: what the known holidays say, and what the province has written beside them."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cms.questions.models import CalendarDay
from cms.questions.working_time import WorkingCalendar
from cms.questions.working_time.calendar import known_holidays, known_swaps

YEARS = range(2011, 2100)
WEEK = Calendar(firstweekday=0)


@dataclass(frozen=True)
class Day:
    """`own` is the province's row, if there is one; `sort` one of worked, weekend, holiday, off, swapped."""

    day: date
    sort: str
    name: str = ""
    own: CalendarDay | None = None


@dataclass(frozen=True)
class Month:
    """`weeks` of seven, None where a day is of another month."""

    first: date
    weeks: list[list[Day | None]]


def year_of(year, *, language):
    """(Months, the Days that are not what their weekday says)."""
    own = {row.day: row for row in CalendarDay.objects.filter(day__year=year)}
    names = known_holidays(year, language=language) | dict.fromkeys(known_swaps(year), _("Làm bù"))
    known = WorkingCalendar()
    months = [_month(date(year, number, 1), own, names, known) for number in range(1, 13)]
    days = [day for month in months for week in month.weeks for day in week if day]
    return months, [day for day in days if day.own or day.name]


def _month(first, own, names, known):
    weeks = WEEK.monthdatescalendar(first.year, first.month)
    rows = [[_day(day, own, names, known) if day.month == first.month else None for day in week] for week in weeks]
    return Month(first, rows)


def _day(day, own, names, known):
    row, name = own.get(day), names.get(day, "")
    if row is not None:
        return Day(day, "swapped" if row.is_worked else "off", row.name, row)
    if known.is_working(day):
        return Day(day, "swapped" if day.weekday() > 4 else "worked", name)
    return Day(day, "holiday" if name and day.weekday() < 5 else "weekend", name)
