"""When things were published: spread evenly over the weeks of the quarter, at office hours of working days."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

QUARTER_STARTS, CUTOFF = date(2024, 1, 1), date(2024, 3, 22)
EARLIER_STARTS, EARLIER_ENDS = date(2023, 11, 20), date(2023, 12, 29)
HOLIDAYS = {date(2024, 1, 1), *(date(2024, 2, day) for day in range(8, 15))}  # New Year's Day, Tết Giáp Thìn


def working_days(first, last):
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5 and day not in HOLIDAYS]


def spread(number, *, rng, first=QUARTER_STARTS, last=CUTOFF):
    """`number` local days in order, one in each of `number` equal stretches; the last stretch ends on `last`."""
    days = working_days(first, last)
    step = len(days) / max(number, 1)
    return [days[min(int((position + rng.random()) * step), len(days) - 1)] for position in range(number)]


def office_moment(day, *, rng):
    """An aware moment of that day within the local office hours, 7:30-11:30 and 13:30-17:00."""
    minutes = rng.choice([*range(7 * 60 + 30, 11 * 60 + 30), *range(13 * 60 + 30, 17 * 60)])
    return timezone.make_aware(datetime.combine(day, time(minutes // 60, minutes % 60)))


def day_from(value, *, today):
    """A day as written, or one so many days from the day of loading; None stays None."""
    return today + timedelta(days=value) if isinstance(value, int) else value


def office_day(value, *, today):
    """The same, moved back to a day on which offices work."""
    day = day_from(value, today=today)
    while day and (day.weekday() > 4 or day in HOLIDAYS):
        day -= timedelta(days=1)
    return day


def short_day(day):
    """As Vietnamese official texts write it: days below ten and the months 1 and 2 get a nought: 05/02, 08/3."""
    month = f"{day.month:02d}" if day.month <= 2 else day.month
    return f"{day.day:02d}/{month}"


def full_day(day):
    return f"{short_day(day)}/{day.year}"
