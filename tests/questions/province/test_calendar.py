"""Days off and days worked that the provincial administrator sets move deadlines."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cms.questions.models import CalendarDay
from tenants.models import AuditEntry
from tests.factories.questions import make_question

from .setting import SET, again, working_day


def test_a_day_off_moves_deadlines_and_its_going_moves_them_back(admin, a, b):
    question, other = make_question(a), make_question(b)
    due, day = again(question).due_on, working_day(timezone.localdate() + timedelta(days=2))
    data = {"day": f"{day:%d/%m/%Y}", "is_worked": "0", "name": "Lễ hội của tỉnh"}
    answer = admin.post(f"{SET}calendar/new/", data, follow=True)
    assert "Hạn của 2 câu hỏi" in answer.text
    assert again(question).due_on == again(other).due_on == working_day(due)
    row = CalendarDay.objects.get()
    assert "Ngày này đã có trong lịch" in admin.post(f"{SET}calendar/new/", data).text
    effect = f"Xóa thì ngày {day:%d/%m/%Y} lại là ngày làm việc. Hạn của các câu hỏi đang chờ được tính lại."
    assert effect in admin.get(f"{SET}calendar/delete/{row.pk}/").text
    assert "Lễ hội của tỉnh" in admin.get(f"{SET}calendar/?nam={day.year}").text
    admin.post(f"{SET}calendar/delete/{row.pk}/")
    assert again(question).due_on == again(other).due_on == due


def test_a_swap_is_one_form(admin, a, b):
    off = working_day(timezone.localdate() + timedelta(days=30))
    saturday = off + timedelta(days=(5 - off.weekday()) % 7)
    data = {"day": f"{off:%d/%m/%Y}", "is_worked": "0", "name": "Hoán đổi", "instead": f"{saturday:%d/%m/%Y}"}
    admin.post(f"{SET}calendar/new/", data)
    rows = {row.day: (row.is_worked, row.name) for row in CalendarDay.objects.all()}
    assert rows == {off: (False, "Hoán đổi"), saturday: (True, f"Làm bù cho ngày {off:%d/%m/%Y}")}
    assert (
        CalendarDay.objects.count() == 2
        and AuditEntry._base_manager.filter(action="question_setting.saved").count() == 1
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"day": "05/09/2026"}, "Ngày này vốn đã nghỉ."),
        ({"day": "02/09/2026"}, "Ngày này vốn đã nghỉ."),
        ({"is_worked": "1"}, "Ngày này vốn đã làm việc."),
        ({"instead": "08/09/2026"}, "Ngày này vốn đã làm việc."),
        ({"day": "31/02/2026"}, "day"),
        ({"is_worked": "2"}, "is_worked"),
        ({"name": ""}, "name"),
    ],
)
def test_a_day_that_changes_nothing_or_is_none_is_refused(admin, a, b, change, words):
    data = {"day": "07/09/2026", "is_worked": "0", "name": "Nghỉ riêng", **change}
    answer = admin.post(f"{SET}calendar/new/", data)
    assert (answer.status_code, words in answer.text) == (200, True) and not CalendarDay.objects.exists()


def test_the_year_shows_tet_the_swaps_and_ones_own_days(admin, a, b):
    CalendarDay.objects.create(day=date(2026, 9, 7), name="Ngày của tỉnh")
    text = admin.get(f"{SET}calendar/?nam=2026").text
    for words in ("Tết Nguyên Đán", "22/08/2026, Làm bù", "Ngày của tỉnh", "Quốc khánh", "Ngày Giỗ Tổ Hùng Vương"):
        assert words in text
    assert text.count("cong-year__month") == 12
    for year in ("x", "99999", "1066", "²²²²"):
        assert f"Năm {timezone.localdate().year}" in admin.get(f"{SET}calendar/?nam={year}").text
    assert "10/09/2026" in admin.get(f"{SET}calendar/new/?ngay=10/09/2026").text
