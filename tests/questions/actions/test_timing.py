"""A deadline moves only forward: by one extension with a cap, or by the days it stood still for the asker."""

from datetime import date

import pytest

from cms.questions.actions import NotDone, ask_back, clarify, extend, latest_extension, receive, resume
from cms.questions.explaining import days_left, days_left_in_words, explain
from cms.questions.models import CalendarDay, CaseEvent, ClockRule, EventKind
from tests.factories.pages import local
from tests.factories.questions import events_of, fresh, make_question
from tests.questions.actions.case import LATER, NOW, REASON, by, kinds, state

DUE, LATEST = date(2026, 3, 24), date(2026, 4, 14)


@pytest.fixture
def mine(a, b, staff_a):
    make_question(b, at=NOW)
    return make_question(a, at=NOW, upto="received")


@pytest.fixture
def officer(a, staff_a):
    return lambda now=LATER: by(staff_a.officer, a, now)


def test_an_extension_goes_as_far_as_the_rule_says(mine, officer):
    assert latest_extension(fresh(mine), ClockRule.objects.get(kind=mine.kind, valid_to=None)) == LATEST
    for day in (DUE, date(2026, 3, 10), date(2026, 4, 15)):
        with pytest.raises(NotDone, match="Hạn mới phải sau 24/03/2026 và chậm nhất 14/04/2026"):
            extend(mine.pk, to=day, **REASON, **officer())
    extend(mine.pk, to=LATEST, **REASON, **officer())
    assert (fresh(mine).due_on, fresh(mine).stage, fresh(mine).extensions) == (LATEST, "extended", 1)
    assert events_of(mine)[-1].detail == {"to": "2026-04-14"}


def test_as_often_as_the_rule_says(mine, officer):
    extend(mine.pk, to=date(2026, 3, 31), **REASON, **officer())
    with pytest.raises(NotDone, match="Chỉ được gia hạn 1 lần"):
        extend(mine.pk, to=date(2026, 4, 7), **REASON, **officer())
    ClockRule.objects.update(extensions=2)
    assert extend(mine.pk, to=date(2026, 4, 7), **REASON, **officer()).extensions == 2


def test_not_after_the_deadline(mine, officer):
    with pytest.raises(NotDone, match="Đã quá hạn ngày 24/03/2026"):
        extend(mine.pk, to=date(2026, 3, 31), **REASON, **officer(local(2026, 3, 25)))
    assert extend(mine.pk, to=date(2026, 3, 31), **REASON, **officer(local(2026, 3, 24, 23))).due_on == date(
        2026, 3, 31
    )


def test_a_kind_that_allows_none_allows_none(a, b, officer):
    fault = make_question(a, at=NOW, kind="bao-sai")
    with pytest.raises(NotDone, match="gia hạn 0 lần"):
        extend(fault.pk, to=date(2026, 3, 11), **REASON, **officer())


def test_the_clock_stands_still_until_the_asker_has_answered(a, b, mine, officer):
    ask_back(mine.pk, text="Đoạn nào?", **officer(local(2026, 3, 5)))
    assert (fresh(mine).stands_since, fresh(mine).due_on) == (date(2026, 3, 5), DUE)
    for again in (
        lambda: ask_back(mine.pk, text="Đâu?", **officer()),
        lambda: extend(mine.pk, to=LATEST, **REASON, **officer()),
    ):
        with pytest.raises(NotDone):
            again()
    clarify(mine, text="Gần trường.", now=local(2026, 3, 9))
    assert (fresh(mine).stands_since, fresh(mine).due_on) == (None, date(2026, 3, 26))


def test_or_until_the_unit_goes_on_without(mine, officer):
    with pytest.raises(NotDone, match="tính bình thường"):
        resume(mine.pk, **REASON, **officer())
    ask_back(mine.pk, text="Đoạn nào?", **officer(local(2026, 3, 5)))
    resume(mine.pk, **REASON, **officer(local(2026, 3, 6)))
    assert (fresh(mine).stands_since, fresh(mine).due_on) == (None, date(2026, 3, 25))


def test_after_the_deadline_it_is_too_late_to_stop_it(mine, officer):
    ask_back(mine.pk, text="Đoạn nào?", **officer(local(2026, 3, 25)))
    assert (fresh(mine).stands_since, fresh(mine).due_on) == (None, DUE)


def test_the_asker_may_add_something_unasked_and_moves_nothing(mine):
    clarify(mine, text="Thêm một điều.", now=LATER)
    assert (fresh(mine).due_on, kinds(mine)[-1]) == (DUE, "clarified")


@pytest.mark.parametrize("nothing", ["", "  "])
def test_words_are_needed(mine, officer, nothing):
    untouched = state(mine)
    for act in (lambda: ask_back(mine.pk, text=nothing, **officer()), lambda: clarify(mine, text=nothing, now=LATER)):
        with pytest.raises(NotDone, match="Hãy viết"):
            act()
    assert state(mine) == untouched


def test_a_day_that_the_province_sets_off_counts_from_the_next_verb_on(a, b, mine, officer):
    CalendarDay.objects.create(day=date(2026, 3, 10), name="Nghỉ bão")
    clarify(mine, text="Thêm.", now=LATER)
    assert fresh(mine).due_on == date(2026, 3, 25)


def test_why_the_deadline_is_this_day(a, b, staff_a, officer):
    mine = make_question(a, at=local(2026, 3, 3, 18))
    receive(mine.pk, **officer(local(2026, 3, 4)))
    ask_back(mine.pk, text="Đoạn nào?", **officer(local(2026, 3, 9)))
    clarify(mine, text="Đây.", now=local(2026, 3, 11))
    extend(mine.pk, to=date(2026, 3, 31), **REASON, **officer(local(2026, 3, 12)))
    lines = explain(fresh(mine), events_of(mine), today=date(2026, 3, 13))
    assert [line.text for line in lines] == [
        "Câu hỏi được gửi lúc 18:00 ngày 03/03/2026.",
        "Gửi sau giờ chốt 17:00 nên coi như gửi ngày 04/03/2026.",
        "Bắt đầu tính từ ngày làm việc tiếp theo: 05/03/2026.",
        "Cộng 15 ngày làm việc (không tính thứ bảy, chủ nhật, ngày lễ): hạn là 25/03/2026.",
        "Ngày 09/03/2026 đơn vị đề nghị người hỏi làm rõ: tạm dừng tính hạn.",
        "Ngày 11/03/2026 tiếp tục tính hạn; đã dừng 2 ngày làm việc nên hạn lùi đến 27/03/2026.",
        "Ngày 12/03/2026 đơn vị gia hạn: hạn mới là 31/03/2026.",
    ]
    assert lines[-1].due == fresh(mine).due_on


def test_asked_again_on_a_day_off_under_an_extended_deadline_tells_why_in_days_that_add_up(a, b):
    make_question(b, at=NOW)
    mine, then = make_question(a, at=local(2026, 3, 1, 18)), local(2026, 3, 4)
    rows = [
        CaseEvent(question=mine, kind=EventKind.EXTENDED, at=then, detail={"to": "2026-04-30"}),
        CaseEvent(question=mine, kind=EventKind.REOPENED, at=then),
    ]
    texts = [line.text for line in explain(mine, rows, today=date(2026, 3, 5))]
    assert texts[1] == (
        "Gửi vào ngày nghỉ, sau 17:00: giờ chốt áp dụng cả ngày nghỉ, nên coi như gửi ngày làm việc tiếp theo, "
        "02/03/2026."
    )
    assert texts[-1] == (
        "Ngày 04/03/2026 người hỏi hỏi lại: tính lại 15 ngày làm việc thì đến 25/03/2026, sớm hơn hạn đã có; "
        "hạn vẫn là 30/04/2026."
    )


def test_while_it_stands_the_last_line_says_where_the_deadline_is_today(mine, officer):
    ask_back(mine.pk, text="Đoạn nào?", **officer(local(2026, 3, 5)))
    lines = explain(fresh(mine), events_of(mine), today=date(2026, 3, 10))
    assert lines[-1].text.endswith("hiện là 27/03/2026.") and lines[-1].due == date(2026, 3, 27)


def test_the_law_is_named_only_where_it_is_sure(a, b, mine):
    rule = ClockRule.objects.filter(kind=mine.kind, valid_to=None)
    rule.update(legal_basis="Điều 9")
    assert "Điều 9" not in explain(fresh(mine), events_of(mine), today=DUE)[-1].text
    rule.update(confidence="H")
    assert explain(fresh(mine), events_of(mine), today=DUE)[-1].text == "Căn cứ: Điều 9."


@pytest.mark.parametrize(
    ("today", "days", "words"),
    [
        (date(2026, 3, 20), 2, "còn 2 ngày làm việc"),
        (date(2026, 3, 22), 2, "còn 2 ngày làm việc"),
        (DUE, 0, "hôm nay là hạn"),
        (date(2026, 3, 25), -1, "quá hạn 1 ngày làm việc"),
        (date(2026, 3, 29), -3, "quá hạn 3 ngày làm việc"),
    ],
)
def test_how_many_working_days_are_left(mine, today, days, words):
    assert days_left(fresh(mine), today) == days and days_left_in_words(days) == words


def test_past_on_a_day_off_is_past_and_a_clock_that_stands_loses_nothing(mine, officer):
    row = fresh(mine)
    row.due_on = date(2026, 3, 20)
    assert days_left(row, date(2026, 3, 21)) == -1
    ask_back(mine.pk, text="Đoạn nào?", **officer(local(2026, 3, 20)))
    assert days_left(fresh(mine), date(2026, 6, 1)) == 2
