"""Drafted by the officer, signed by the head, public only as cleared; a correction shows nothing until signed."""

import pytest

from cms.questions.actions import (
    NotDone,
    ask_back,
    drafted,
    rate,
    reopen,
    save_draft,
    send_draft_back,
    set_visibility,
    sign,
    submit,
)
from cms.questions.models import Rating
from cms.questions.queries import Span, figures
from tests.factories.pages import local
from tests.factories.questions import events_of, fresh, make_question
from tests.questions.actions.case import LATER, NOW, REASON, by, kinds, state

YEAR = Span(local(2026, 1, 1).date(), local(2026, 12, 31).date())
PUBLIC = {"visibility": "public", "public_text": "Bao giờ sửa đường?", "public_answer": "Quý II."}


@pytest.fixture
def mine(a, b, staff_a):
    make_question(b, at=NOW, upto="answered")
    return make_question(a, at=NOW, upto="received")


@pytest.fixture
def officer(a, staff_a):
    return lambda now=LATER: by(staff_a.officer, a, now)


@pytest.fixture
def head(a, staff_a):
    return lambda now=LATER: by(staff_a.head, a, now)


def counted(portal, day):
    return figures(portals=[portal], period=YEAR, as_of=day.date())


def test_signed_is_answered_under_the_name_and_title_of_the_day(a, mine, officer, head):
    save_draft(mine.pk, draft="Trong quý II.", subject="Sửa đường", topic="Giao thông", **PUBLIC, **officer())
    submit(mine.pk, masked=True, **officer())
    row = fresh(mine)
    assert (row.stage, row.submitted_at, row.answered_at, counted(a, LATER).answered) == ("submitted", LATER, None, 0)
    sign(mine.pk, **head())
    row = fresh(mine)
    assert (row.stage, row.answered_at, row.submitted_at) == ("answered", LATER, None)
    assert (row.answer, row.draft) == ("Trong quý II.", "")
    assert (row.signer_name, row.signer_title, row.signing_form, row.signed_for) == (
        "Trần Văn Bình", "Chủ tịch UBND xã", "", "",
    )  # fmt: skip
    assert row.is_public and (row.subject, row.topic) == ("Sửa đường", "Giao thông")
    assert (counted(a, LATER).answered, counted(a, LATER).on_time, counted(a, LATER).wrong_title) == (1, 1, 0)
    assert events_of(mine)[-1].detail == {
        "title": "Chủ tịch UBND xã", "name": "Trần Văn Bình", "form": "", "signed_for": "", "is_right": True,
        "answer": "Trong quý II.", **PUBLIC,
    }  # fmt: skip


def test_what_was_not_given_stays_as_it_was(mine, officer):
    save_draft(mine.pk, draft="Một", subject="Tiêu đề", **PUBLIC, **officer())
    save_draft(mine.pk, draft="Hai", public_text="", **officer())
    row = fresh(mine)
    assert (row.draft, row.subject, row.public_text, row.public_answer) == ("Hai", "Tiêu đề", "", "Quý II.")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"draft": "  "}, "Chưa có dự thảo"),
        ({"draft": "x", **PUBLIC, "public_text": ""}, "Hãy soạn câu hỏi khi công khai"),
        ({"draft": "x", **PUBLIC, "public_answer": " "}, "Hãy soạn trả lời khi công khai"),
    ],
)
def test_what_is_not_complete_is_not_submitted(mine, officer, told, said):
    save_draft(mine.pk, **told, **officer())
    with pytest.raises(NotDone, match=said):
        submit(mine.pk, masked=True, **officer())
    assert fresh(mine).stage == "received"


def test_public_needs_the_word_that_personal_data_is_masked(mine, officer):
    save_draft(mine.pk, draft="x", **PUBLIC, **officer())
    with pytest.raises(NotDone, match="đã che thông tin cá nhân"):
        submit(mine.pk, **officer())
    submit(mine.pk, masked=True, **officer())
    assert events_of(mine)[-1].detail == {"answer": "x", "visibility": "public", "masked": True}


def test_who_wants_no_publicity_gets_none(a, b, officer, head):
    mine = make_question(a, at=NOW, wants_private=True, upto="answered", visibility="private")
    with pytest.raises(NotDone, match="không muốn công khai"):
        set_visibility(mine.pk, visibility="public", **REASON, **officer())
    save_draft(mine.pk, draft="x", **PUBLIC, **officer())
    with pytest.raises(NotDone, match="không muốn công khai"):
        submit(mine.pk, masked=True, **officer())


def test_what_waits_for_a_signature_is_not_changed_but_sent_back(a, b, staff_a, officer, head):
    mine = make_question(a, at=NOW, upto="submitted")
    for act in (lambda: save_draft(mine.pk, draft="y", **officer()), lambda: submit(mine.pk, **officer())):
        with pytest.raises(NotDone, match="chờ ký"):
            act()
    send_draft_back(mine.pk, **REASON, **head())
    assert (fresh(mine).stage, fresh(mine).submitted_at, fresh(mine).draft) == ("received", None, "Sửa trong quý II.")
    with pytest.raises(NotDone, match="Không có trả lời nào đang chờ ký"):
        sign(mine.pk, **head())
    with pytest.raises(NotDone, match="Không có trả lời nào đang chờ ký"):
        send_draft_back(mine.pk, **REASON, **head())


def test_an_answer_signed_while_the_clock_stands_starts_it_first(mine, officer, head):
    ask_back(mine.pk, text="Đoạn nào?", **officer())
    save_draft(mine.pk, draft="x", **officer())
    submit(mine.pk, **officer())
    sign(mine.pk, **head(local(2026, 3, 9)))
    assert kinds(mine)[-2:] == ["resumed", "answered"] and fresh(mine).stands_since is None


def test_a_correction_shows_nothing_before_it_is_signed(a, b, staff_a, officer, head):
    mine = make_question(a, at=NOW, upto="answered")
    corrected = {"public_text": "Câu hỏi mới", "public_answer": "Trả lời mới", "subject": "Đính chính"}
    save_draft(mine.pk, draft="Quý III.", **corrected, **officer())
    submit(mine.pk, masked=True, **officer())
    row = fresh(mine)
    assert (row.stage, row.answer, row.public_answer, row.subject) == (
        "answered", "Sửa trong quý II.", "Sửa trong quý II.", "",
    )  # fmt: skip
    assert (drafted(row).answer, drafted(row).public_answer) == ("Quý III.", "Trả lời mới") and row.is_public
    sign(mine.pk, **head())
    row = fresh(mine)
    assert (row.answer, row.public_answer, row.subject, row.correction) == (
        "Quý III.",
        "Trả lời mới",
        "Đính chính",
        {},
    )
    assert row.answered_at == NOW and counted(a, LATER).on_time == 1
    answers = [event.detail["answer"] for event in events_of(mine) if event.kind == "answered"]
    assert answers == ["Sửa trong quý II.", "Quý III."]


def test_a_correction_sent_back_leaves_what_was_signed(a, b, staff_a, officer, head):
    mine = make_question(a, at=NOW, upto="answered")
    save_draft(mine.pk, draft="Quý III.", **officer())
    submit(mine.pk, masked=True, **officer())
    send_draft_back(mine.pk, **REASON, **head())
    row = fresh(mine)
    assert (row.stage, row.submitted_at, row.answer, row.draft) == (
        "answered", None, "Sửa trong quý II.", "Quý III.",
    )  # fmt: skip


def test_hidden_and_shown_again_with_what_was_cleared(a, b, staff_a, officer):
    mine = make_question(a, at=NOW, upto="answered")
    set_visibility(mine.pk, visibility="hidden", **REASON, **officer())
    assert not fresh(mine).is_public
    set_visibility(mine.pk, visibility="public", **REASON, **officer())
    assert fresh(mine).is_public and events_of(mine)[-1].detail == {"visibility": "public"}
    with pytest.raises(NotDone, match="Hãy chọn ai được xem"):
        set_visibility(mine.pk, visibility="half", **REASON, **officer())


def test_nothing_is_shown_that_nobody_cleared_or_answered(a, b, mine, officer):
    private = make_question(a, at=NOW, upto="answered", visibility="private")
    for question, said in ((private, "Chưa có nội dung để công khai"), (mine, "Chưa có trả lời")):
        untouched = state(question)
        with pytest.raises(NotDone, match=said):
            set_visibility(question.pk, visibility="public", **REASON, **officer())
        assert state(question) == untouched


def test_asked_again_it_waits_anew_and_the_old_answer_stays(a, b, staff_a, officer, head):
    mine = make_question(a, at=NOW, upto="answered")
    reopen(mine, text="Quý II năm nào?", now=local(2026, 3, 18))
    row = fresh(mine)
    assert (row.stage, row.answered_at, row.signed_at, row.answer, row.signer_name) == (
        "received", None, NOW, "Sửa trong quý II.", "Trần Văn Bình",
    )  # fmt: skip
    assert row.due_on == local(2026, 4, 8).date() and row.is_public and counted(a, local(2026, 3, 18)).waiting == 1
    assert [e.detail["answer"] for e in events_of(mine) if e.kind == "answered"] == ["Sửa trong quý II."]
    save_draft(mine.pk, draft="Năm 2026.", visibility="private", **officer(local(2026, 3, 19)))
    submit(mine.pk, **officer(local(2026, 3, 19)))
    assert fresh(mine).is_public
    sign(mine.pk, **head(local(2026, 3, 19)))
    row = fresh(mine)
    assert (row.answered_at, row.signed_at, row.answer, row.is_public) == (
        *[local(2026, 3, 19)] * 2,
        "Năm 2026.",
        False,
    )
    with pytest.raises(NotDone, match="chỉ hỏi lại được một lần"):
        reopen(mine, text="Nữa?", now=local(2026, 3, 20))


def test_asked_again_within_fifteen_days_only(a, b, staff_a):
    mine = make_question(a, at=NOW, upto="answered")
    with pytest.raises(NotDone, match="Đã quá 15 ngày"):
        reopen(mine, text="Muộn?", now=local(2026, 3, 19))
    with pytest.raises(NotDone, match="Hãy viết"):
        reopen(mine, text=" ", now=local(2026, 3, 18))
    assert fresh(mine).stage == "answered"


def test_rated_once_with_one_to_five_stars(a, b, mine):
    answered = make_question(a, at=NOW, upto="answered")
    for stars in (0, 6, None):
        with pytest.raises(NotDone, match="từ 1 đến 5 sao"):
            rate(answered, stars=stars, now=LATER)
    rate(answered, stars=5, remark=" Rõ ràng. ", now=LATER)
    with pytest.raises(NotDone, match="đã được đánh giá"):
        rate(answered, stars=1, now=LATER)
    for act in (lambda: rate(mine, stars=5, now=LATER), lambda: reopen(mine, text="x", now=LATER)):
        with pytest.raises(NotDone, match="chưa được trả lời"):
            act()
    assert list(Rating._base_manager.values_list("question", "stars", "remark")) == [(answered.pk, 5, "Rõ ràng.")]
