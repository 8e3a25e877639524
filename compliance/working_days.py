"""Working days of Vietnam: weekdays less public holidays, with the yearly swap days.

The `holidays` package knows the public holidays, their days in lieu and the published swaps. What it does not know yet
(a swap announced this week, a local day off) is written into `working_days.json`, which has the last word:
`days_off` are never worked, `days_worked` always are (ISO dates).
"""

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import holidays

AMENDMENTS = Path(__file__).parent / "working_days.json"


@cache
def _calendar():
    return holidays.country_holidays("VN")


@cache
def _amendments() -> dict[str, frozenset[date]]:
    rows = json.loads(AMENDMENTS.read_text(encoding="utf-8"))
    return {key: frozenset(map(date.fromisoformat, rows[key])) for key in ("days_off", "days_worked")}


def is_working_day(day: date, *, amendments: dict[str, frozenset[date]] | None = None) -> bool:
    amendments = amendments or _amendments()
    if day in amendments["days_off"] or day in amendments["days_worked"]:
        return day in amendments["days_worked"]
    return _calendar().is_working_day(day)


def within_working_days(start: date, end: date, *, limit: int) -> bool:
    """Is `end` at most `limit` working days after `start`? The day of `start` is not counted, that of `end` is."""
    day, used = start, 0
    while day < end and used <= limit:
        day += timedelta(days=1)
        used += is_working_day(day)
    return used <= limit
