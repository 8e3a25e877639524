"""Which periods there are. A quarter needs no preparation: its code says its days.

`periods.json` names those that differ: {"code": {"from", "to", "cutoff"}} in ISO dates; the cut-off counts to the end
of its day. Without an entry a quarter is cut off at the end of its last day.
"""

import json
import re
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from .facts.window import Window
from .models import Period

NAMED = Path(__file__).parent / "periods.json"
QUARTER = re.compile(r"^(\d{4})-Q([1-4])$")


class UnknownPeriod(ValueError):
    """No period has this code."""


class PeriodNotBegun(ValueError):
    """Nothing can be counted yet: the moment lies before the period's first day."""


def find_period(code: str) -> Period:
    """The stored period, or one made from the data and not stored yet. Raises UnknownPeriod."""
    return Period.objects.filter(code=code).first() or _from_data(code)


def current_period(now: datetime) -> Period:
    """What screens open on: the period of the settings (a demonstration's), else the quarter of the local day."""
    return find_period(settings.COMPLIANCE_DEFAULT_PERIOD or quarter_of(timezone.localdate(now)))


def quarter_of(day: date) -> str:
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def usual_as_of(period: Period, now: datetime) -> datetime:
    """As of now while the period runs, as of its cut-off afterwards."""
    return min(now, period.cutoff)


def window_of(period: Period, *, as_of: datetime) -> Window:
    """Raises PeriodNotBegun."""
    if timezone.localdate(as_of) < period.starts:
        raise PeriodNotBegun(f"{period.code} begins on {period.starts}")
    return Window(first_day=period.starts, ends=min(as_of, period.cutoff), as_of=as_of)


def end_of_day(day: date) -> datetime:
    """The last moment of a local day."""
    return timezone.make_aware(datetime.combine(day, time.max))


@cache
def _named() -> dict[str, dict[str, str]]:
    return json.loads(NAMED.read_text(encoding="utf-8"))


def _from_data(code: str) -> Period:
    row = _named().get(code)
    starts, ends, cutoff = map(date.fromisoformat, (row["from"], row["to"], row["cutoff"])) if row else _quarter(code)
    return Period(code=code, starts=starts, ends=ends, cutoff=end_of_day(cutoff))


def _quarter(code: str) -> tuple[date, date, date]:
    found = QUARTER.match(code)
    if not found:
        raise UnknownPeriod(code)
    year, quarter = int(found[1]), int(found[2])
    following = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    last = following - timedelta(days=1)
    return date(year, quarter * 3 - 2, 1), last, last
