"""Deadlines, computed by hand on a wall calendar; every span is in working days."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from cms.questions.working_time import Event, Happening, Rule, Why, WorkingCalendar, run

HANOI = WorkingCalendar()
RULE = Rule(15, time(17))


def at(day, hour=9, minute=0):
    month, number = (int(part) for part in reversed(day.split("/")))
    return datetime(2024, month, number, hour, minute, tzinfo=timezone.get_default_timezone())


def on(day):
    return at(day).date()


def asked_back(day):
    return Happening(Event.ASKED_BACK, on(day))


def clarified(day):
    return Happening(Event.CLARIFIED, on(day))


def extended(day, to):
    return Happening(Event.EXTENDED, on(day), on(to))


def forwarded(day):
    return Happening(Event.FORWARDED, on(day))


# 2024: Tết is off from Thursday 8/2 to Wednesday 14/2; Hùng Kings on Thursday 18/4; Monday 29/4 is swapped for
# Saturday 4/5; 30/4 and 1/5 are off; 2/9 and 3/9 (Monday, Tuesday) are off.
BY_HAND = {
    "a Tuesday with no holiday in sight": (at("2/1"), [], "23/1"),
    "a minute before the cut-off": (at("2/1", 16, 59), [], "23/1"),
    "on the stroke of the cut-off": (at("2/1", 17), [], "23/1"),
    "a minute after it: as if asked on Wednesday": (at("2/1", 17, 1), [], "24/1"),
    "a Friday": (at("5/1"), [], "26/1"),
    "a Friday evening: as if asked on Monday": (at("5/1", 20), [], "29/1"),
    "a Saturday: counts from Monday": (at("6/1"), [], "26/1"),
    "a Sunday night: the hour counts there too": (at("7/1", 23), [], "29/1"),
    "New Year's Day": (at("1/1"), [], "22/1"),
    "across Tết": (at("31/1"), [], "28/2"),
    "the last working day before Tết": (at("7/2"), [], "6/3"),
    "its evening: as if asked on the first day back": (at("7/2", 18), [], "7/3"),
    "in the middle of Tết": (at("12/2"), [], "6/3"),
    "across Hùng Kings and the swapped Monday; the Saturday worked counts": (at("15/4"), [], "9/5"),
    "the worked Saturday itself": (at("4/5"), [], "24/5"),
    "before National Day": (at("30/8"), [], "24/9"),
    "asked back on 8/1, clarified on 11/1: three days stood still": (
        at("2/1"), [asked_back("8/1"), clarified("11/1")], "26/1",
    ),
    "asked back over a weekend: Monday alone is lost": (at("2/1"), [asked_back("5/1"), clarified("8/1")], "24/1"),
    "asked back twice": (
        at("2/1"), [asked_back("4/1"), clarified("5/1"), asked_back("9/1"), clarified("10/1")], "25/1",
    ),
    "asked back and answered the same day: nothing is lost": (
        at("2/1"), [asked_back("8/1"), clarified("8/1")], "23/1",
    ),
    "asked back after the deadline: too late": (at("2/1"), [asked_back("24/1"), clarified("30/1")], "23/1"),
    "extended to a day": (at("2/1"), [extended("20/1", "7/2")], "7/2"),
    "extended, then asked back for two days": (
        at("2/1"), [extended("15/1", "31/1"), asked_back("22/1"), clarified("24/1")], "2/2",
    ),
    "forwarded: the clock runs on": (at("2/1"), [forwarded("3/1"), forwarded("10/1")], "23/1"),
}  # fmt: skip


@pytest.mark.parametrize("case", BY_HAND)
def test_deadlines_by_hand(case):
    asked, happenings, due = BY_HAND[case]
    assert run(asked, RULE, HANOI, happenings).due == on(due)


def test_receipt_is_due_in_two_days():
    assert run(at("7/2"), Rule(2, time(17)), HANOI).due == on("16/2")


def test_a_local_day_off_and_a_local_day_worked_have_the_last_word():
    local = WorkingCalendar(off=frozenset({on("10/1")}), worked=frozenset({on("13/1")}))
    assert run(at("2/1"), RULE, local).due == on("23/1")
    assert run(at("2/1"), RULE, WorkingCalendar(off=frozenset({on("10/1")}))).due == on("24/1")


def test_while_the_clock_stands_still_the_deadline_moves_along():
    clock = run(at("2/1"), RULE, HANOI, [asked_back("8/1")], as_of=on("1/3"))
    assert clock.stands_since == on("8/1") and not clock.is_late(on("1/3"))


def test_what_happens_later_is_not_known_yet():
    happenings = [asked_back("8/1"), clarified("11/1"), extended("20/1", "7/2")]
    assert run(at("2/1"), RULE, HANOI, happenings, as_of=on("12/1")).due == on("26/1")


def test_every_step_is_told():
    clock = run(at("5/1", 20), RULE, HANOI, [forwarded("9/1"), asked_back("10/1"), clarified("12/1")])
    assert [step.why for step in clock.steps] == [
        Why.ASKED, Why.AFTER_HOURS, Why.STARTS, Why.COUNTED, Why.FORWARDED, Why.STANDS_STILL, Why.STOOD_STILL,
    ]  # fmt: skip
    assert clock.steps[-1].due == clock.due == on("31/1") and clock.steps[-1].days == 2


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (at("5/1", 16), []),
        (at("5/1", 20), [Why.AFTER_HOURS]),
        (at("6/1", 16), []),
        (at("6/1", 20), [Why.AFTER_HOURS_ON_A_DAY_OFF]),
        (at("4/5", 20), [Why.AFTER_HOURS]),
    ],
    ids=["Friday", "Friday evening", "Saturday", "Saturday evening", "the evening of a Saturday that is worked"],
)
def test_the_hour_is_a_reason_only_after_it_and_a_day_off_is_named(asked, told):
    whys = [step.why for step in run(asked, RULE, HANOI).steps]
    assert whys == [Why.ASKED, *told, Why.STARTS, Why.COUNTED]


def test_asked_again_under_an_extended_deadline_tells_both_days():
    clock = run(at("2/1"), RULE, HANOI, [extended("3/1", "7/2"), Happening(Event.REOPENED, on("4/1"))])
    [last] = clock.steps[-1:]
    assert (last.why, last.counted, last.due, clock.due) == (Why.REOPENED_AND_KEPT, on("25/1"), on("7/2"), on("7/2"))


def test_asked_again_later_is_counted_from_that_day():
    clock = run(at("2/1"), RULE, HANOI, [Happening(Event.REOPENED, on("4/1"))])
    assert (clock.steps[-1].why, clock.steps[-1].counted, clock.due) == (Why.REOPENED, None, on("25/1"))


START = datetime(2023, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 1300 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
DAYS = st.integers(0, 60)


@st.composite
def histories(draw):
    asked, day, happenings = draw(MOMENTS), None, []
    day = asked.date()
    for _turn in range(draw(st.integers(0, 6))):
        day += timedelta(days=draw(st.integers(0, 9)))
        event = draw(st.sampled_from(Event))
        happenings.append(Happening(event, day, day + timedelta(days=draw(DAYS)) if event is Event.EXTENDED else None))
    return asked, happenings


@given(histories())
def test_the_clock_never_runs_backwards(history):
    asked, happenings = history
    dues = [run(asked, RULE, HANOI, happenings[:number]).due for number in range(len(happenings) + 1)]
    assert dues == sorted(dues)
    days = [asked.date() + timedelta(days=number) for number in range(0, 90, 3)]
    known = [run(asked, RULE, HANOI, happenings, as_of=day).due for day in days]
    assert known == sorted(known)


@given(MOMENTS, st.integers(1, 40))
def test_a_deadline_is_a_working_day_so_many_after_the_question(asked, days):
    clock = run(asked, Rule(days), HANOI)
    assert HANOI.is_working(clock.due) and HANOI.is_working(clock.starts) and clock.starts > asked.date()
    assert HANOI.between(asked.date(), clock.due) == days


@given(MOMENTS)
def test_a_day_later_is_never_due_earlier(asked):
    assert run(asked, RULE, HANOI).due <= run(asked + timedelta(days=1), RULE, HANOI).due
