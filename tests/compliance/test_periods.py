"""Which quarter, cut off when, as of which moment."""

from datetime import date

import pytest
from django.utils import timezone

from compliance.models import Period
from compliance.periods import (
    PeriodNotBegun,
    UnknownPeriod,
    current_period,
    end_of_day,
    find_period,
    quarter_of,
    usual_as_of,
    window_of,
)

from .making import at

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "starts", "ends", "cutoff"),
    [
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), date(2024, 3, 22)),  # named in the data
        ("2024-Q2", date(2024, 4, 1), date(2024, 6, 30), date(2024, 6, 30)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31), date(2023, 12, 31)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30), date(2026, 9, 30)),
    ],
)
def test_a_quarter_needs_no_preparation(code, starts, ends, cutoff):
    period = find_period(code)
    assert (period.code, period.starts, period.ends, period.cutoff) == (code, starts, ends, end_of_day(cutoff))
    assert (period.pk, Period.objects.count()) == (None, 0)


def test_the_cut_off_counts_to_the_end_of_its_local_day():
    assert timezone.localtime(find_period("2024-Q1").cutoff).isoformat() == "2024-03-22T23:59:59.999999+07:00"


def test_a_stored_period_has_the_last_word():
    Period.objects.create(code="2024-Q1", starts=date(2024, 1, 1), ends=date(2024, 3, 31), cutoff=at((3, 25)))
    assert find_period("2024-Q1").cutoff == at((3, 25))


@pytest.mark.parametrize("code", ["", "2024", "2024-Q5", "2024-Q0", "24-Q1", "2024-q1", "2024-Q1 "])
def test_an_unknown_code_is_refused(code):
    with pytest.raises(UnknownPeriod):
        find_period(code)


@pytest.mark.parametrize(
    ("day", "code"), [((1, 1), "2024-Q1"), ((3, 31), "2024-Q1"), ((4, 1), "2024-Q2"), ((12, 31), "2024-Q4")]
)
def test_the_quarter_of_a_day(day, code):
    assert quarter_of(timezone.localdate(at(day))) == code


def test_screens_open_on_the_quarter_of_today_unless_the_settings_name_another(settings):
    assert current_period(at((5, 5))).code == "2024-Q2"
    settings.COMPLIANCE_DEFAULT_PERIOD = "2024-Q1"
    assert current_period(at((5, 5))).code == "2024-Q1"


def test_as_of_now_while_it_runs_and_as_of_the_cut_off_afterwards():
    period = find_period("2024-Q1")
    assert usual_as_of(period, at((2, 2))) == at((2, 2))
    assert usual_as_of(period, at((5, 5))) == period.cutoff


def test_a_window_ends_at_the_moment_or_at_the_cut_off():
    period = find_period("2024-Q1")
    early, late = window_of(period, as_of=at((2, 2))), window_of(period, as_of=at((5, 5)))
    assert (early.ends, early.as_of) == (at((2, 2)), at((2, 2)))
    assert (late.ends, late.as_of) == (period.cutoff, at((5, 5)))


def test_nothing_can_be_counted_before_the_first_day():
    with pytest.raises(PeriodNotBegun):
        window_of(find_period("2024-Q1"), as_of=at(date(2023, 12, 31), hour=23))
    assert window_of(find_period("2024-Q1"), as_of=at((1, 1), hour=0)).first_day == date(2024, 1, 1)
