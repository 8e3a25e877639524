"""A calendar as a list of days, each with what falls on it."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext_lazy as _

WEEKDAYS = [_("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"), _("Thứ Bảy"), _("Chủ nhật")]


@dataclass(frozen=True)
class Day:
    """`day` is None for what has no date yet."""

    day: date | None
    is_today: bool
    records: list

    @property
    def name(self):
        return WEEKDAYS[self.day.weekday()] if self.day else ""


def by_day(records, name, *, today):
    """Days of records that are in the order of their days already; `name` is the field that holds the day."""
    groups = groupby(records, key=lambda record: getattr(record, name))
    return [Day(day, day == today, list(group)) for day, group in groups]
