"""The stretch of time that is counted."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from .nouns import PageFact


@dataclass(frozen=True, slots=True)
class Window:
    """A measure that says "period" counts what happened from `first_day` to `ends`; all else is as of `as_of`."""

    first_day: date
    ends: datetime
    as_of: datetime

    @property
    def last_day(self) -> date:
        return timezone.localdate(self.ends)

    @property
    def today(self) -> date:
        return timezone.localdate(self.as_of)

    @property
    def weeks(self) -> frozenset[tuple[int, int]]:
        """ISO weeks touched by the window; the first and the last may be partly inside."""
        days = (self.last_day - self.first_day).days + 1
        return frozenset(iso_week(self.first_day + timedelta(days=number)) for number in range(days))

    def holds(self, moment: datetime) -> bool:
        return moment <= self.ends and timezone.localdate(moment) >= self.first_day

    def published(self, pages: tuple[PageFact, ...]) -> tuple[PageFact, ...]:
        """The pages first published inside the window."""
        return tuple(page for page in pages if self.holds(page.published_at))

    def recent(self, pages: tuple[PageFact, ...], *, days: int) -> bool:
        """Was any of them first published at most so many calendar days before the window's last day?"""
        return any(
            page.published_at <= self.ends and (self.last_day - timezone.localdate(page.published_at)).days <= days
            for page in pages
        )


def iso_week(day: date) -> tuple[int, int]:
    return tuple(day.isocalendar()[:2])
