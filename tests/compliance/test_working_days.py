"""Working days of Vietnam, computed by hand from the published calendars."""

from datetime import date

import pytest

from compliance.working_days import is_working_day, within_working_days

NOTHING = {"days_off": frozenset(), "days_worked": frozenset()}


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2024, 1, 2), True),
        (date(2024, 1, 1), False),  # New Year
        (date(2024, 1, 6), False),  # Saturday
        (date(2024, 2, 8), False),  # Tết: 8 to 14 February 2024
        (date(2024, 2, 14), False),
        (date(2024, 2, 15), True),
        (date(2024, 4, 18), False),  # Hùng Kings
        (date(2024, 4, 29), False),  # swapped ...
        (date(2024, 5, 4), True),  # ... for this Saturday
        (date(2024, 9, 3), False),
    ],
)
def test_public_holidays_and_swap_days_are_known(day, worked):
    assert is_working_day(day) is worked


def test_the_amendments_have_the_last_word():
    amendments = {"days_off": frozenset({date(2024, 3, 5)}), "days_worked": frozenset({date(2024, 3, 9)})}
    assert not is_working_day(date(2024, 3, 5), amendments=amendments)
    assert is_working_day(date(2024, 3, 9), amendments=amendments)
    assert is_working_day(date(2024, 3, 6), amendments=amendments)


def test_without_amendments_the_weekend_is_off():
    assert not is_working_day(date(2024, 3, 9), amendments=NOTHING)


@pytest.mark.parametrize(
    ("issued", "published", "in_time"),
    [
        (date(2024, 3, 4), date(2024, 3, 4), True),  # the same day
        (date(2024, 3, 4), date(2024, 3, 11), True),  # Monday to Monday: 5 working days
        (date(2024, 3, 4), date(2024, 3, 12), False),
        (date(2024, 3, 8), date(2024, 3, 15), True),  # Friday to Friday
        (date(2024, 3, 8), date(2024, 3, 18), False),
        (date(2024, 3, 9), date(2024, 3, 15), True),  # signed on a Saturday: Monday is the first day
        (date(2024, 3, 9), date(2024, 3, 16), True),  # a Saturday uses up nothing
        (date(2024, 3, 9), date(2024, 3, 18), False),
        (date(2024, 2, 7), date(2024, 2, 21), True),  # Tết and a weekend between: 15, 16, 19, 20, 21
        (date(2024, 2, 7), date(2024, 2, 22), False),
        (date(2023, 12, 29), date(2024, 1, 8), True),  # New Year between: 2, 3, 4, 5, 8
        (date(2023, 12, 29), date(2024, 1, 9), False),
        (date(2024, 4, 26), date(2024, 5, 7), True),  # the worked Saturday counts: 2, 3, 4, 6, 7 May
        (date(2024, 4, 26), date(2024, 5, 8), False),
        (date(2024, 3, 4), date(2024, 3, 1), True),  # published before the day of issue
    ],
)
def test_five_working_days(issued, published, in_time):
    assert within_working_days(issued, published, limit=5) is in_time


def test_years_are_no_trouble():
    assert not within_working_days(date(1999, 5, 5), date(2024, 3, 1), limit=5)
