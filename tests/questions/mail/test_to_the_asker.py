"""What an asker who left an e-mail address is told of, in the language asked in."""

import pytest

from cms.questions.actions import (
    Contact,
    ask_back,
    extend,
    forward,
    receive,
    remove,
    reopen,
    restore,
    save_draft,
    send_back_to_sender,
    sign,
    split,
    submit,
)
from cms.questions.models import CaseMail
from tests.factories.pages import local
from tests.factories.questions import fresh, make_question

NOW = local(2026, 3, 3)
LATER = local(2026, 3, 4)


@pytest.fixture
def mine(a, staff_a):
    return make_question(a, at=NOW)


def handled(portal, staff):
    return {"portal": portal, "by": staff.officer, "now": LATER}


def test_the_receipt_gives_code_unit_deadline_and_where_to_look(a, b, mine, send):
    make_question(b, at=NOW, contact=Contact(phone="0911"))
    (letter,) = send(NOW)
    assert (letter.to, letter.subject) == (["hoa@example.com"], f"Đã nhận câu hỏi {mine.code}")
    for words in (mine.code, "Xã An Bình", "Hạn trả lời: 24/03/2026", "http://xa-a.localhost:8000/hoi-dap/tra-cuu/"):
        assert words in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated" and not send(NOW)


def test_a_question_in_english_is_told_of_in_english(a, b, staff_a, send):
    make_question(a, at=NOW, language="en")
    (letter,) = send(NOW)
    assert "http://xa-a.localhost:8000/en/hoi-dap/tra-cuu/" in letter.body and "An Binh Commune" in letter.body


def test_nobody_without_an_address_gets_a_mail(a, b, staff_a, outbox):
    question = make_question(a, at=NOW, contact=Contact(phone="0911"), upto="answered")
    assert question.stage == "answered" and outbox() == []


def test_each_happening_has_its_own_letter(a, b, staff_a, staff_b, mine, send):
    send(NOW)
    reason = {"reason": "Thuộc Xã Bình Yên."}
    forward(mine.pk, to=b, **reason, **handled(a, staff_a))
    (letter,) = send(LATER)
    assert (
        "Xã An Bình đã chuyển câu hỏi của ông/bà đến Xã Bình Yên." in letter.body and reason["reason"] in letter.body
    )
    send_back_to_sender(mine.pk, reason="Của xã An Bình.", **handled(b, staff_b))
    assert "Xã Bình Yên đã trả lại câu hỏi của ông/bà cho Xã An Bình." in send(LATER)[0].body
    extend(mine.pk, to=local(2026, 3, 31).date(), reason="Chờ Sở.", **handled(a, staff_a))
    assert "Hạn mới: 31/03/2026" in send(LATER)[0].body
    ask_back(mine.pk, text="Đoạn đường nào?", **handled(a, staff_a))
    (letter,) = send(LATER)
    assert letter.subject.endswith("xin ông/bà làm rõ") and "Đoạn đường nào?" in letter.body
    remove(mine.pk, removal="duplicate", reason="Trùng câu hỏi trước.", **handled(a, staff_a))
    assert "Trùng câu hỏi trước." in send(LATER)[0].body
    restore(mine.pk, reason="Loại nhầm.", **handled(a, staff_a))
    assert send(LATER)[0].subject == f"Câu hỏi {mine.code} được xử lý lại"


def test_the_answer_comes_with_title_and_name_and_again_when_corrected(a, b, staff_a, mine, send):
    about = handled(a, staff_a)
    subjects = (f"Trả lời câu hỏi {mine.code}", f"Trả lời sửa lại của câu hỏi {mine.code}")
    for text, subject in zip(("Sửa trong quý II.", "Sửa trong quý III."), subjects, strict=True):
        save_draft(mine.pk, draft=text, visibility="private", **about)
        submit(mine.pk, **about)
        sign(mine.pk, portal=a, by=staff_a.head, now=LATER)
        letter = send(LATER)[-1]
        assert letter.subject == subject
        assert ("thay cho câu trả lời ông/bà đã nhận trước đó" in letter.body) is (subject == subjects[1])
        for words in (text, "Chủ tịch UBND xã\nTrần Văn Bình"):
            assert words in letter.body
    reopen(fresh(mine), text="Chưa rõ.", now=LATER)
    assert send(LATER)[-1].subject == f"Đã nhận câu hỏi lại {mine.code}"


def test_what_an_answer_says_is_not_changed_for_html(a, b, staff_a, send):
    make_question(a, at=NOW, upto="answered", answer="Đường 5 & 6 <dài> “10 km”.")
    assert "Đường 5 & 6 <dài> “10 km”." in send(NOW)[-1].body


def test_every_part_of_a_split_has_a_receipt_of_its_own(a, b, staff_a, mine, send):
    send(NOW)
    receive(mine.pk, **handled(a, staff_a))
    parts = split(mine.pk, parts=[(a, "Đường?"), (b, "Đất?")], reason="Hai việc.", **handled(a, staff_a))
    first, second, forwarded = send(LATER)
    assert [letter.subject.rpartition(" ")[2] for letter in (first, second)] == [part.code for part in parts]
    assert mine.code in first.body and forwarded.subject == f"Câu hỏi {parts[1].code} đã chuyển đơn vị khác"


def test_nothing_of_the_case_is_kept_in_the_outbox_but_address_and_number(a, b, mine):
    """A mail is put into words when it goes: the outbox is no second place of personal data."""
    (row,) = CaseMail._base_manager.all()
    assert (row.question_id, row.kind, row.mark, row.to) == (mine.pk, "receipt", "1", "hoa@example.com")
