"""A mail names what the tracking page still offers, and says a returned case and a day as the pages do."""

import pytest

from cms.questions.actions import forward, rate, reopen, save_draft, send_back_to_sender, sign, submit
from tests.factories.pages import local
from tests.factories.questions import fresh, make_question

NOW, LATER = local(2026, 3, 3), local(2026, 3, 4)
LONG_AFTER = local(2026, 9, 1)
BOTH = "đánh giá câu trả lời, hoặc hỏi lại một lần"


@pytest.fixture
def mine(a, b, staff_a, staff_b, send):
    """Answered and told so; the other portal has a case that is rated and was asked again, too."""
    theirs = make_question(b, at=NOW, upto="answered")
    rate(theirs, stars=5, now=NOW)
    reopen(fresh(theirs), text="Chưa rõ.", now=NOW)
    question = make_question(a, at=NOW, upto="answered", visibility="private")
    assert BOTH in _of(question, send(NOW))
    return question


def _of(question, letters):
    """The newest letter about a case."""
    return [letter.body for letter in letters if question.code in letter.body][-1]


def _answer(question, portal, staff, *, now, text="Tháng 5."):
    about = {"portal": portal, "by": staff.officer, "now": now}
    save_draft(question.pk, draft=text, visibility="private", **about)
    submit(question.pk, **about)
    sign(question.pk, portal=portal, by=staff.head, now=now)


def test_what_the_asker_did_before_is_not_offered_again(a, staff_a, mine, send):
    rate(mine, stars=4, now=NOW)
    reopen(fresh(mine), text="Tháng nào?", now=NOW)
    _answer(mine, a, staff_a, now=LATER)
    body = _of(mine, send(LATER))
    assert "Tháng 5." in body and "đánh giá" not in body and "hỏi lại" not in body


def test_one_of_two_is_offered_alone(a, staff_a, mine, send):
    rate(mine, stars=4, now=NOW)
    _answer(mine, a, staff_a, now=LATER)
    body = _of(mine, send(LATER))
    assert "có thể hỏi lại một lần nếu chưa rõ." in body and "đánh giá" not in body


def test_who_can_no_longer_ask_again_may_still_rate(a, staff_a, mine, send):
    _answer(mine, a, staff_a, now=LONG_AFTER)
    body = _of(mine, send(LONG_AFTER))
    assert "có thể đánh giá câu trả lời." in body and "hỏi lại" not in body


def test_the_answer_to_what_was_asked_again_replaces_nothing(a, staff_a, mine, send):
    reopen(mine, text="Tháng nào?", now=NOW)
    _answer(mine, a, staff_a, now=LATER)
    letter = send(LATER)[-1]
    assert letter.subject == f"Trả lời câu hỏi {mine.code}" and "thay cho" not in letter.body


def test_english_mails_write_days_as_english_pages_do(a, b, staff_a, staff_b, send):
    question = make_question(a, at=NOW, language="en")
    assert "24 March 2026" in _of(question, send(NOW))
    forward(question.pk, to=b, reason="R", portal=a, by=staff_a.officer, now=NOW)
    assert "24 March 2026" in _of(question, send(NOW))
    send_back_to_sender(question.pk, reason="R", portal=b, by=staff_b.officer, now=NOW)
    body = _of(question, send(NOW))
    assert "24 March 2026" in body and "24/03/2026" not in body
