"""The answer that was signed stands while who asked again waits, until the next is signed or another unit answers."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from cms.questions.actions import (
    Drafted,
    NotDone,
    drafted,
    forward,
    next_steps,
    remove,
    reopen,
    restore,
    save_draft,
    send_back_to_sender,
    send_draft_back,
    set_visibility,
    sign,
    split,
    submit,
)
from cms.questions.models import Question
from tests.factories.pages import local
from tests.factories.questions import fresh, make_question
from tests.questions.actions.case import LATER, NOW, REASON, by

AGAIN = local(2026, 3, 10)
STANDS = {
    "answer": "Quý II.", "public_text": "Bao giờ sửa đường?", "public_answer": "Quý II.",
    "signer_name": "Trần Văn Bình", "signer_title": "Chủ tịch UBND xã", "signed_at": NOW, "visibility": "public",
}  # fmt: skip
DRAFT = {"draft": "Tháng 5.", "subject": "Đường", "public_text": "Tháng nào?", "public_answer": "Tháng 5."}


@pytest.fixture
def mine(a, b, staff_a, staff_b):
    """Asked again; the other portal has an answer that stands, too."""
    texts = {"public_text": "Bao giờ sửa đường?", "answer": "Quý II.", "public_answer": "Quý II."}
    make_question(b, at=NOW, upto="answered", **texts)
    question = make_question(a, at=NOW, upto="answered", **texts)
    reopen(question, text="Tháng nào?", now=LATER)
    return question


@pytest.fixture
def officer(a, staff_a):
    return by(staff_a.officer, a, AGAIN)


@pytest.fixture
def head(a, staff_a):
    return by(staff_a.head, a, AGAIN)


def stands(question):
    row = fresh(question)
    return {name: getattr(row, name) for name in STANDS}


def test_what_is_drafted_and_submitted_meanwhile_shows_nothing(mine, officer, head):
    save_draft(mine.pk, **DRAFT, visibility="public", **officer)
    submit(mine.pk, masked=True, **officer)
    assert stands(mine) == STANDS and fresh(mine).subject == "" and fresh(mine).is_public
    send_draft_back(mine.pk, **REASON, **head)
    assert stands(mine) == STANDS and drafted(fresh(mine)).public_answer == "Tháng 5."


def test_the_next_signature_puts_all_of_it_in_its_place(mine, officer, head):
    save_draft(mine.pk, **DRAFT, visibility="public", **officer)
    submit(mine.pk, masked=True, **officer)
    sign(mine.pk, **head)
    changed = {"answer": "Tháng 5.", "public_text": "Tháng nào?", "public_answer": "Tháng 5.", "signed_at": AGAIN}
    row = fresh(mine)
    assert stands(mine) == {**STANDS, **changed}
    assert (row.stage, row.answered_at, row.subject, row.correction) == ("answered", AGAIN, "Đường", {})


def test_a_correction_moves_the_signature_and_not_the_day_of_the_answer(a, b, staff_a, officer, head):
    question = make_question(a, at=NOW, upto="answered")
    save_draft(question.pk, draft="Sửa lại.", **officer)
    submit(question.pk, masked=True, **officer)
    sign(question.pk, **head)
    assert (fresh(question).answered_at, fresh(question).signed_at) == (NOW, AGAIN)


def test_the_unit_may_hide_it_meanwhile_and_show_it_again(mine, officer):
    for visibility, is_public in (("hidden", False), ("public", True)):
        set_visibility(mine.pk, visibility=visibility, **REASON, **officer)
        assert fresh(mine).is_public is is_public


def test_what_is_removed_is_not_read_until_it_is_restored(mine, officer):
    remove(mine.pk, removal="duplicate", **REASON, **officer)
    assert not fresh(mine).is_public
    restore(mine.pk, **REASON, **officer)
    assert fresh(mine).is_public and stands(mine) == STANDS


def test_what_this_unit_signed_is_nowhere_read_while_another_holds_the_case_and_stands_again_after(
    mine, b, officer, staff_b, a
):
    forward(mine.pk, to=b, **REASON, **officer)
    row = fresh(mine)
    assert stands(mine) == STANDS and (row.answered_by, row.is_public, row.is_asked_again) == (a, False, False)
    send_back_to_sender(mine.pk, **REASON, **by(staff_b.officer, b, AGAIN))
    row = fresh(mine)
    assert stands(mine) == STANDS and (row.portal, row.is_public, row.is_asked_again) == (a, True, True)
    assert drafted(row).answer == "Quý II."


def test_another_unit_begins_without_the_words_of_this_one(mine, b, officer, staff_b):
    forward(mine.pk, to=b, **REASON, **officer)
    assert drafted(fresh(mine)) == Drafted("", "", "", "", "", "hidden")
    with pytest.raises(NotDone):
        set_visibility(mine.pk, visibility="hidden", **REASON, **by(staff_b.officer, b, AGAIN))
    assert "set_visibility" not in next_steps(fresh(mine), today=AGAIN.date())


def test_a_draft_goes_along_and_what_was_signed_is_not_changed_by_it(mine, a, b, officer, staff_b):
    save_draft(mine.pk, draft="Việc của xã bên.", public_answer="Xã bên.", **officer)
    forward(mine.pk, to=b, **REASON, **officer)
    assert (drafted(fresh(mine)).answer, drafted(fresh(mine)).public_answer) == ("Việc của xã bên.", "Xã bên.")
    save_draft(mine.pk, draft="Của xã tôi.", visibility="private", **by(staff_b.officer, b, AGAIN))
    assert stands(mine) == STANDS
    send_back_to_sender(mine.pk, **REASON, **by(staff_b.officer, b, AGAIN))
    assert stands(mine) == STANDS and fresh(mine).is_public


def test_what_the_other_unit_signs_takes_the_place_of_it(mine, b, officer, staff_b):
    forward(mine.pk, to=b, **REASON, **officer)
    theirs = by(staff_b.officer, b, AGAIN)
    save_draft(mine.pk, **DRAFT, visibility="public", **theirs)
    submit(mine.pk, masked=True, **theirs)
    assert stands(mine) == STANDS and not fresh(mine).is_public
    sign(mine.pk, **by(staff_b.head, b, AGAIN))
    row = fresh(mine)
    assert (row.answer, row.public_answer, row.answered_by, row.is_public) == ("Tháng 5.", "Tháng 5.", b, True)


def test_an_answer_that_the_sender_returns_is_read_there_no_more(mine, a, b, staff_a, staff_b, officer):
    """Forwarded here, answered and asked again on one day: the case goes back without the answer of this unit."""
    theirs = make_question(b, at=AGAIN)
    forward(theirs.pk, to=a, **REASON, **by(staff_b.officer, b, AGAIN))
    save_draft(theirs.pk, draft="Rồi.", visibility="private", **officer)
    submit(theirs.pk, **officer)
    sign(theirs.pk, **by(staff_a.head, a, AGAIN))
    reopen(theirs, text="Chưa rõ.", now=AGAIN)
    assert fresh(theirs).stands
    send_back_to_sender(theirs.pk, **REASON, **officer)
    row = fresh(theirs)
    assert (row.portal, row.answered_by, row.stands, drafted(row).answer) == (b, a, False, "")


def test_a_split_ends_it_for_the_whole_and_gives_the_parts_none(mine, a, b, officer):
    parts = split(mine.pk, parts=[(a, "Đường?"), (b, "Điện?")], **REASON, **officer)
    assert stands(mine) == STANDS and not fresh(mine).is_public
    assert [(fresh(part).signed_at, fresh(part).answered_by, fresh(part).public_answer) for part in parts] == [
        (None, None, "")
    ] * 2


def test_no_answered_case_is_without_the_moment_and_the_unit_of_its_signature(mine, a, b):
    answered = make_question(a, at=NOW, upto="answered")
    with pytest.raises(IntegrityError), transaction.atomic():
        Question._base_manager.filter(pk=answered.pk).update(signed_at=None)
    for unit in (None, b):
        with pytest.raises(IntegrityError), transaction.atomic():
            Question._base_manager.filter(pk=answered.pk).update(answered_by=unit)


def test_older_answers_stand_from_their_newest_signature(mine, a, b, officer, head, monkeypatch):
    migration = import_module("cms.questions.migrations.0003_answers_stand_until_the_next")
    corrected, plain = (make_question(portal, at=NOW, upto="answered") for portal in (a, b))
    save_draft(corrected.pk, draft="Sửa lại.", **officer)
    submit(corrected.pk, masked=True, **officer)
    sign(corrected.pk, **head)
    Question._base_manager.filter(answered_at__isnull=False).update(signed_at=local(2020, 1, 1))
    migration.fill(apps, None)
    assert [fresh(question).signed_at for question in (corrected, plain)] == [AGAIN, NOW]
    assert [fresh(question).answered_by for question in (corrected, plain)] == [a, b]
