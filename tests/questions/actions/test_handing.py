"""A case is taken in, handed to another unit, handed back within a day, and split without winning time."""

from datetime import timedelta

import pytest

from cms.questions.actions import (
    NotDone,
    Stale,
    ask_back,
    clarify,
    extend,
    forward,
    next_steps,
    receive,
    save_draft,
    send_back_to_sender,
    sign,
    split,
)
from cms.questions.models import Asker, CaseFile, Question, Removal
from cms.questions.queries import Span, figures
from tenants.models import AuditEntry, State
from tenants.scoping import platform_scope, portal_scope
from tests.factories.pages import local
from tests.factories.questions import events_of, fresh, make_question
from tests.questions.actions.case import LATER, NOW, REASON, by, kinds, state, trail
from tests.questions.actions.test_asking import upload

DUE = local(2026, 3, 24).date()
YEAR = Span(local(2026, 1, 1).date(), local(2026, 12, 31).date())


@pytest.fixture
def mine(a, b, staff_a, staff_b):
    return make_question(a, at=NOW)


def hand(question, to, staff, now=LATER, **values):
    return forward(question.pk, to=to, **{**REASON, **values}, **by(staff.officer, fresh(question).portal, now))


def counted(portal, day=LATER):
    return figures(portals=[portal], period=YEAR, as_of=day.date())


def test_a_case_is_received_once(a, mine, staff_a):
    receive(mine.pk, **by(staff_a.officer, a))
    assert (fresh(mine).stage, fresh(mine).received_at) == ("received", LATER)
    with pytest.raises(NotDone, match="đã được tiếp nhận"):
        receive(mine.pk, **by(staff_a.head, a))


def test_who_works_on_a_case_has_received_it(a, mine, staff_a):
    save_draft(mine.pk, draft="x", **by(staff_a.officer, a))
    assert kinds(mine) == ["asked", "received"] and fresh(mine).stage == "received"


def test_forwarding_changes_the_holder_and_not_the_clock(a, b, mine, staff_a):
    save_draft(mine.pk, draft="Chép theo mẫu.", **by(staff_a.officer, a))
    hand(mine, b, staff_a)
    row = fresh(mine)
    assert (row.portal, row.stage, row.held_since, row.due_on) == (b, "forwarded", LATER, DUE)
    assert (row.draft, row.draft_by) == ("Chép theo mẫu.", None)
    newest = events_of(mine)[-1]
    assert (newest.from_unit, newest.to_unit, newest.reason) == ("xa-a", "xa-b", REASON["reason"])
    assert trail(mine)[2][-2:] == [("xa-a", "question.forwarded"), ("xa-b", "question.forwarded")]
    assert (counted(a).received, counted(b).received) == (0, 1)


def test_who_forwarded_a_case_reads_it_no_more(a, b, mine, staff_a):
    hand(mine, b, staff_a)
    with portal_scope([a]):
        assert not Question.objects.filter(pk=mine.pk).exists() and not mine.events.exists()
    with portal_scope([b]):
        assert Question.objects.filter(pk=mine.pk).exists() and mine.events.count() == 2
    with pytest.raises(Question.DoesNotExist):
        receive(mine.pk, **by(staff_a.officer, a))


def test_a_case_goes_to_a_unit_that_takes_questions_and_is_another(a, b, mine, staff_a):
    untouched = state(mine)
    b.state = State.SUSPENDED
    for to, said in ((a, "đang ở đơn vị này"), (b, "Xã Bình Yên hiện không nhận câu hỏi")):
        with pytest.raises(NotDone, match=said):
            hand(mine, to, staff_a)
    assert state(mine) == untouched


def test_the_receiving_unit_may_hand_it_back_within_24_hours(a, b, mine, staff_a, staff_b):
    hand(mine, b, staff_a)
    back = {**REASON, **by(staff_b.officer, b, LATER + timedelta(hours=24))}
    assert "send_back_to_sender" in steps(mine, LATER)
    send_back_to_sender(mine.pk, **back)
    row = fresh(mine)
    assert (row.portal, row.stage, kinds(mine)[-1], row.due_on) == (a, "sent", "returned", DUE)
    with pytest.raises(NotDone, match="không do đơn vị khác chuyển đến"):
        send_back_to_sender(mine.pk, **{**back, "portal": a})
    assert "send_back_to_sender" not in steps(mine, LATER)


def test_not_a_second_later(a, b, mine, staff_a, staff_b):
    hand(mine, b, staff_a)
    late = by(staff_b.officer, b, LATER + timedelta(hours=24, seconds=1))
    with pytest.raises(NotDone, match="quá 24 giờ"):
        send_back_to_sender(mine.pk, **REASON, **late)
    assert fresh(mine).portal == b


def test_what_was_received_before_needs_no_second_receipt(a, b, mine, staff_a, staff_b):
    receive(mine.pk, **by(staff_a.officer, a))
    hand(mine, b, staff_a)
    send_back_to_sender(mine.pk, **REASON, **by(staff_b.officer, b))
    assert (fresh(mine).stage, fresh(mine).received_at) == ("received", LATER)


def steps(question, now):
    with platform_scope():
        return next_steps(fresh(question), today=now.date())


def cut(question, parts, staff, portal, now=LATER):
    return split(question.pk, parts=parts, **REASON, **by(staff.officer, portal, now))


def test_parts_count_in_the_place_of_the_whole(a, b, mine, staff_a):
    first, second = cut(mine, [(a, "Đường?"), (b, "Đất?")], staff_a, a)
    whole = fresh(mine)
    assert (whole.is_split, first.parent_id, second.parent_id) == (True, mine.pk, mine.pk)
    assert (fresh(first).portal, fresh(first).stage) == (a, "received")
    assert (fresh(second).portal, fresh(second).stage, fresh(second).text) == (b, "forwarded", "Đất?")
    assert {part.due_on for part in (first, second)} == {DUE} and {part.asked_at for part in (first, second)} == {NOW}
    assert (counted(a).received, counted(b).received) == (1, 1) and steps(mine, LATER) == set()
    assert (counted(a, NOW).received, counted(b, NOW).received) == (1, 0)
    assert events_of(mine)[-1].detail == {"parts": [first.pk, second.pk]}
    assert events_of(first)[1].detail["parent"] == mine.pk
    assert trail(first)[0] == ["received", "asked"] and trail(second)[0] == ["received", "asked", "forwarded"]


def test_a_part_has_the_asker_and_the_files(a, b, staff_a):
    mine = make_question(a, at=NOW, files=[upload()])
    for part in cut(mine, [(a, "Đường?"), (b, "Đất?")], staff_a, a):
        assert Asker._base_manager.get(question=part.pk).email == "hoa@example.com"
        assert [row.name for row in CaseFile._base_manager.filter(question=part.pk)] == ["don.pdf"]


def test_splitting_neither_wins_nor_loses_time(a, b, mine, staff_a):
    """Extended by a week and standing still for two working days before the split: so is each part."""
    extend(mine.pk, to=local(2026, 3, 31).date(), **REASON, **by(staff_a.officer, a))
    ask_back(mine.pk, text="Đâu?", **by(staff_a.officer, a, local(2026, 3, 9)))
    parts = cut(mine, [(a, "Đường?"), (b, "Đất?")], staff_a, a, now=local(2026, 3, 11))
    for part in parts:
        row = fresh(part)
        assert (row.due_on, row.stands_since, row.extensions) == (local(2026, 4, 2).date(), None, 1)
        with pytest.raises(NotDone, match="gia hạn 1 lần"):
            extend(
                part.pk, to=local(2026, 4, 9).date(), **REASON, **by(staff_a.officer, row.portal, local(2026, 3, 12))
            )


def test_parts_go_their_own_ways(a, b, mine, staff_a, staff_b):
    first, second = cut(mine, [(a, "Đường?"), (b, "Đất?")], staff_a, a)
    send_back_to_sender(second.pk, **REASON, **by(staff_b.officer, b))
    ask_back(first.pk, text="Đâu?", **by(staff_a.officer, a))
    assert fresh(second).portal == a and fresh(second).stands_since is None


def test_a_split_needs_two_parts_with_words_at_units_that_take_them(a, b, mine, staff_a):
    b.state = State.CLOSED
    untouched = state(mine)
    for parts in ([(a, "Đường?")], [(a, "Đường?"), (a, " ")], [(a, "Đường?"), (b, "Đất?")]):
        with pytest.raises(NotDone):
            cut(mine, parts, staff_a, a)
    assert state(mine) == untouched and Question._base_manager.count() == 1


@pytest.mark.parametrize("upto", ["submitted", "answered"])
def test_what_waits_for_a_signature_or_is_answered_is_not_handed_on(a, b, staff_a, upto):
    mine = make_question(a, at=NOW, upto=upto)
    for hand_on in (lambda: hand(mine, b, staff_a), lambda: cut(mine, [(a, "x"), (b, "y")], staff_a, a)):
        with pytest.raises(NotDone):
            hand_on()
    assert fresh(mine).portal == a


def test_what_is_removed_is_not_handed_on_before_it_is_restored(a, b, mine, staff_a):
    Question._base_manager.filter(pk=mine.pk).update(removal=Removal.DUPLICATE)
    with pytest.raises(NotDone, match="khôi phục"):
        hand(mine, b, staff_a)


def test_who_acts_from_an_old_screen_is_told_who_did_what_when(a, b, mine, staff_a):
    shown = fresh(mine).version
    receive(mine.pk, version=shown, **by(staff_a.officer, a))
    with pytest.raises(Stale) as told:
        hand(mine, b, staff_a, version=shown)
    assert str(told.value) == (
        "Nguyễn officer vừa làm việc “Tiếp nhận” với câu hỏi này lúc 09:00 ngày 05/03/2026: hãy xem lại rồi làm tiếp."
    )
    assert fresh(mine).portal == a


def test_who_acts_on_what_a_colleague_forwarded_is_told_so_too(a, b, mine, staff_a):
    shown = fresh(mine).version
    hand(mine, b, staff_a)
    with pytest.raises(Stale, match="“Chuyển đơn vị”"):
        receive(mine.pk, version=shown, **by(staff_a.head, a))
    with pytest.raises(Question.DoesNotExist):
        receive(mine.pk, version=shown, **by(staff_a.head, staff_a.head.memberships.get().portal.parent))


def test_the_askers_deed_makes_a_screen_old_as_well(a, b, staff_a):
    mine = make_question(a, at=NOW, upto="submitted")
    shown = fresh(mine).version
    clarify(mine, text="Thêm một điều.", now=LATER)
    with pytest.raises(Stale, match="Người hỏi vừa làm việc “Người hỏi làm rõ”"):
        sign(mine.pk, version=shown, **by(staff_a.head, a))
    assert AuditEntry._base_manager.filter(action="question.answered").count() == 0


def test_no_event_keeps_a_code(a, b, mine, staff_a):
    """It opens the case as its asker would; who reads or exports events is not the asker."""
    other = make_question(b, at=NOW)
    parts = cut(mine, [(a, "Đường?"), (b, "Đất?")], staff_a, a)
    told = str([event.detail for case in (mine, other, *parts) for event in events_of(case)])
    assert [case.code for case in (mine, other, *parts) if case.code in told] == []
