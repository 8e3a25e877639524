"""What "in the period" means."""

from datetime import UTC, date, datetime

import pytest

from .making import a_page, a_window, at


def test_the_first_quarter_of_2024_up_to_its_cut_off_touches_twelve_iso_weeks():
    assert a_window().weeks == {(2024, week) for week in range(1, 13)}


@pytest.mark.parametrize(
    ("first", "ends", "weeks"),
    [
        (date(2024, 1, 1), date(2024, 1, 1), 1),
        (date(2024, 1, 7), date(2024, 1, 8), 2),  # Sunday and Monday
        (date(2023, 10, 1), date(2023, 12, 31), 14),  # begins on a Sunday
        (date(2025, 1, 1), date(2025, 3, 31), 14),  # ISO week 1 begins in December
        (date(2026, 1, 1), date(2026, 3, 31), 14),
    ],
)
def test_partly_touched_weeks_count(first, ends, weeks):
    assert len(a_window(first=first, ends=ends).weeks) == weeks


@pytest.mark.parametrize(
    ("moment", "held"),
    [
        (at((1, 1), hour=0), True),
        (at(date(2023, 12, 31), hour=23), False),
        (at((3, 22), hour=23), True),
        (at((3, 23), hour=0), False),
    ],
)
def test_both_days_of_a_period_are_local_and_included(moment, held):
    assert a_window().holds(moment) is held


def test_a_moment_of_the_utc_day_before_is_the_local_day():
    new_year_in_utc = datetime(2023, 12, 31, 17, 30, tzinfo=UTC)
    assert a_window().holds(new_year_in_utc)  # 00:30 on 1 January in Lào Cai


def test_what_was_published_outside_is_left_out():
    pages = (a_page(1, date(2023, 12, 31)), a_page(2, (1, 1)), a_page(3, (3, 22)), a_page(4, (3, 23)))
    assert [page.id for page in a_window().published(pages)] == [2, 3]


@pytest.mark.parametrize(("day", "recent"), [((2, 21), True), ((2, 20), False), ((3, 22), True), ((3, 23), False)])
def test_recent_means_so_many_days_before_the_last_day_counted(day, recent):
    assert a_window().recent((a_page(1, day),), days=30) is recent


def test_what_was_published_before_the_period_can_still_be_recent():
    window = a_window(ends=date(2024, 1, 5))
    assert window.recent((a_page(1, date(2023, 12, 20)),), days=30)
    assert window.published((a_page(1, date(2023, 12, 20)),)) == ()
