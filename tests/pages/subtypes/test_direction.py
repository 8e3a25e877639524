"""Direction: directives, what is due when, and the working calendar with the week that runs first."""

from datetime import date, time, timedelta

import pytest

from cms.pages.models import DirectivePage
from tests.factories import make_record, make_schedule

from .conftest import titles, words

PATH = "/chi-dao-dieu-hanh/"
MONDAY = date(2026, 3, 9)
WEEK = timedelta(days=7)


def weeks(portal, *numbers):
    for number in numbers:
        first = MONDAY + number * WEEK
        make_schedule(portal, first, first + timedelta(days=6), title=f"Tuần {number}")


def directive(portal, title, due=None, **values):
    make_record(portal, DirectivePage, title, due_date=due, **values)


def test_the_week_that_runs_stands_first_then_the_next_then_the_past(read, a, b, today):
    weeks(a, -2, 1, 0, 2, -1)
    weeks(b, 0)
    main = read(a, PATH, xem="lich")
    assert titles(main) == ["Tuần 0", "Tuần 1", "Tuần 2", "Tuần -1", "Tuần -2"]
    assert [words(badge) for badge in main.select(".badge")] == ["Đang thực hiện", "Sắp tới", "Sắp tới"]


@pytest.mark.parametrize(("first", "last", "running"), [(-6, 0, 1), (0, 6, 1), (-7, -1, 0), (1, 7, 0)])
def test_both_days_of_a_calendar_count(read, a, b, today, first, last, running):
    make_schedule(a, today + timedelta(days=first), today + timedelta(days=last))
    make_schedule(b, today, today)
    assert words(read(a, PATH, xem="lich")).count("Đang thực hiện") == running


def test_the_section_opens_with_this_week_and_what_is_due(read, a, b, today):
    weeks(a, -1, 0, 1, 2)
    directive(a, "Sau", today + WEEK)
    directive(a, "Hôm nay", today, assigned_to_vi="Các trưởng thôn")
    directive(a, "Quá hạn", today - timedelta(days=1))
    directive(a, "Không hạn")
    directive(b, "Của xã khác", today)
    main = read(a, PATH)
    assert titles(main, "[aria-labelledby=week] article") == ["Tuần 0", "Tuần 1"]
    days = [words(day) for day in main.select(".days > li")]
    assert days == ["Thứ Tư, 11/03/2026 Hôm nay Hôm nay Các trưởng thôn", "Thứ Tư, 18/03/2026 Sau"]
    assert sorted(titles(main, ".columns article")) == ["Hôm nay", "Không hạn", "Quá hạn", "Sau"]


def test_a_directive_says_who_and_until_when(read, a, b, today):
    directive(a, "Chống rét", today, assigned_to_vi="Phòng Kinh tế")
    directive(b, "Chống rét", today, assigned_to_vi="Phòng khác")
    facts = words(read(a, f"{PATH}chong-ret/").select_one(".facts--own"))
    assert facts == "Người, đơn vị thực hiện Phòng Kinh tế Hạn thực hiện 11/03/2026"


def entry(day, hour=None, content="Họp", **values):
    return {"day": day, "time": hour and time(hour), "content": content, **values}


def test_a_calendar_is_one_table_a_day_in_the_order_of_hours(read, a, b, today):
    later = today + timedelta(days=1)
    rows = [entry(later, 14, "Kiểm tra đường"), entry(today, 9, "Giao ban", person="Chủ tịch", place="Tầng 2")]
    make_schedule(a, today, later, [*rows, entry(today, 8, "Chào cờ"), entry(today, None, "Tiếp dân")], title="Lịch")
    make_schedule(b, today, later, [entry(today, 7, "Của xã khác")], title="Lịch")
    main = read(a, f"{PATH}lich/")
    assert [words(day) for day in main.select(".agenda h2")] == ["Thứ Tư, 11/03/2026 Hôm nay", "Thứ Năm, 12/03/2026"]
    assert [words(row) for row in main.select("tbody tr")] == [
        "Cả ngày Tiếp dân",
        "08:00 Chào cờ",
        "09:00 Giao ban Chủ tịch Tầng 2",
        "14:00 Kiểm tra đường",
    ]
    labels = {cell["data-label"] for cell in main.select("tbody tr > *")}
    assert labels == {"Giờ", "Nội dung", "Chủ trì, tham dự", "Địa điểm"}


def test_a_calendar_without_entries_says_so(read, a, b, today):
    make_schedule(a, today, today, title="Lịch trống")
    make_schedule(b, today, today, [entry(today)], title="Lịch trống")
    main = read(a, f"{PATH}lich-trong/")
    assert "Lịch này chưa ghi việc nào." in words(main)
    assert main.select_one(".empty a")["href"] == "../?xem=lich"


@pytest.mark.parametrize("query", [{"xem": "rac"}, {"xem": "LICH"}, {"trang": "999"}, {"hinh-thuc": "khong-co"}])
def test_nonsense_in_the_address_shows_the_section(read, a, b, today, query):
    directive(a, "Chỉ thị")
    directive(b, "Của xã khác")
    assert titles(read(a, PATH, **query), ".columns article") == ["Chỉ thị"]


def test_without_any_calendar_the_tab_says_so(read, a, b, today):
    directive(a, "Chỉ thị")
    weeks(b, 0)
    assert "Cơ quan chưa đăng lịch công tác nào." in words(read(a, PATH, xem="lich"))


def test_thirty_rows_cost_what_one_does(count, a, b, today):
    for portal in (a, b):
        weeks(portal, 0, 1)
        directive(portal, "Chỉ thị", today)
    paths = [{}, {"xem": "lich"}]
    queries = [count(a, PATH, **path) for path in paths]
    weeks(a, *range(2, 32))
    for number in range(30):
        directive(a, f"Chỉ thị {number}", today + timedelta(days=number))
    assert [count(a, PATH, **path) for path in paths] == queries
