from datetime import date

import pytest

from .making import a_page, a_window, facts, news_in_weeks, points

EVERY_WEEK = range(1, 13)


@pytest.mark.parametrize(
    ("weeks", "of", "score", "active"),
    [
        (EVERY_WEEK, 5, 5, 12),
        (EVERY_WEEK, 4, 4, 12),
        (range(2, 13), 5, 4.5, 11),  # 11/12 of 5 = 4.58
        (range(4, 13), 4, 3, 9),  # 9/12 of 4
        ([9, 10, 11, 12], 5, 1.5, 4),  # 4/12 of 5 = 1.67
        ([12], 5, 0, 1),  # 1/12 of 5 = 0.42
        ([12], 6, 0.5, 1),
    ],
)
def test_active_weeks_of_the_weeks_of_the_period(weeks, of, score, active):
    given, numerator, denominator, _reasons = points("news_frequency", of, facts(news=news_in_weeks(weeks)))
    assert (given, numerator, denominator) == (score, active, 12)


def test_many_items_in_one_week_are_one_active_week():
    news = tuple(a_page(number, (3, 19)) for number in range(50))
    assert points("news_frequency", 5, facts(news=news))[:3] == (0, 1, 12)


@pytest.mark.parametrize(
    ("last", "score", "reasons"),
    [
        ((2, 21), 3, ["co_tuan_khong_co_tin"]),  # 30 days before 22 March
        ((2, 20), 0, ["khong_co_tin_30_ngay"]),
    ],
)
def test_a_portal_silent_for_more_than_30_days_earns_nothing(last, score, reasons):
    news = (*news_in_weeks(range(1, 8)), a_page(99, last))
    given, _active, _weeks, named = points("news_frequency", 5, facts(news=news))
    assert (given, named) == (score, reasons)


def test_full_points_need_no_reason_and_silence_has_one():
    assert points("news_frequency", 5, facts(news=news_in_weeks(EVERY_WEEK)))[3] == []
    assert points("news_frequency", 5, facts()) == (0, 0, 12, ["khong_co_tin_30_ngay"])


def test_items_before_the_period_and_after_the_cut_off_do_not_count():
    news = (a_page(1, date(2023, 12, 31)), a_page(2, (3, 23)), a_page(3, (3, 22)))
    assert points("news_frequency", 12, facts(news=news))[:3] == (1, 1, 12)


def test_while_the_period_runs_only_its_weeks_so_far_are_asked_for():
    window = a_window(ends=date(2024, 1, 14))  # two weeks in
    assert points("news_frequency", 5, facts(news=news_in_weeks([1, 2])), window=window)[:3] == (5, 2, 2)


def test_weeks_are_iso_weeks_from_monday_to_sunday():
    sunday_and_monday = (a_page(1, (3, 17)), a_page(2, (3, 18)))
    assert points("news_frequency", 12, facts(news=sunday_and_monday))[1] == 2


# --- volume: 12 parts of regularity, 8 parts of quantity --------------------------------------------
PARAMS = {"weeks_points": 12, "items_points": 8, "quota": 30}


def one_a_week_and(more):
    return news_in_weeks(EVERY_WEEK) + tuple(a_page(100 + number, (3, 20)) for number in range(more))


@pytest.mark.parametrize(
    ("news", "score", "items", "reasons"),
    [
        (one_a_week_and(18), 20, 30, []),
        (one_a_week_and(500), 20, 512, []),  # more than the quota earns no more
        (one_a_week_and(17), 19.5, 29, ["chua_du_so_tin"]),  # 12 + 29/30 x 8 = 19.73
        (one_a_week_and(3), 16, 15, ["chua_du_so_tin"]),  # 12 + 4
        (news_in_weeks([1, 2, 3]), 3.5, 3, ["co_tuan_khong_co_tin", "chua_du_so_tin"]),  # 3 + 0.8
        ((), 0, 0, ["co_tuan_khong_co_tin", "chua_du_so_tin"]),
    ],
)
def test_volume_and_frequency(news, score, items, reasons):
    assert points("news_volume", 20, facts(news=news), **PARAMS) == (score, items, 30, reasons)


def test_the_quota_is_a_parameter_of_the_pack():
    assert points("news_volume", 20, facts(news=one_a_week_and(0)), **PARAMS | {"quota": 12})[0] == 20
