"""Which local days are worked."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import holidays

ONE_DAY = timedelta(days=1)


LANGUAGES = {"vi": "vi", "en": "en_US"}  # ours and the package's


def known_holidays(year, *, language="vi"):
    """{day: name} of a year's public holidays, days off that are swapped among them."""
    return dict(holidays.country_holidays("VN", years=year, language=LANGUAGES[language]))


def known_swaps(year):
    """Days at a weekend that are worked, as the government has announced for a year."""
    found = holidays.country_holidays("VN", years=year).weekend_workdays
    return sorted(day for day in found if day.year == year)


@dataclass(frozen=True)
class WorkingCalendar:
    """Vietnam's weekdays less public holidays and with the yearly swaps, as the `holidays` package knows them.

    Days `off` and `worked` are what an office has written down beside that, and have the last word.
    """

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    _asked: dict = field(default_factory=dict, compare=False, repr=False)
    _known: object = field(default_factory=lambda: holidays.country_holidays("VN"), compare=False, repr=False)

    def is_working(self, day):
        found = self._asked.get(day)
        if found is None:
            found = day in self.worked or (day not in self.off and self._known.is_working_day(day))
            self._asked[day] = found
        return found

    def following(self, day, number=1):
        """The `number`-th working day after a day; the day itself is never counted."""
        while number > 0:
            day += ONE_DAY
            number -= self.is_working(day)
        return day

    def between(self, start, end):
        """How many working days there are after `start`, up to and including `end`."""
        return sum(self.is_working(start + step * ONE_DAY) for step in range(1, (end - start).days + 1))
