"""The last look: what may tell who asked is marked and taken out, the officer confirms, and only then it goes on."""

import pytest
from django.utils import timezone

from cms.pages.people.models import Post
from cms.questions.actions import save_draft, send_draft_back
from cms.questions.models import EventKind
from tests.factories.questions import events_of, make_question
from tests.questions.screens import again

from .conftest import PRIVATE, address, draft_form, public_form

ANSWER = "Trả lời bà Lý Thị Hoa: đường sửa trong quý II theo Quyết định 12/QĐ-UBND. Liên hệ 0214 3840 001."


@pytest.fixture
def drafted(ours, a, staff_a):
    """A public answer that names the asker."""
    return again(
        save_draft(ours.pk, portal=a, draft=ANSWER, visibility="public", by=staff_a.officer, now=timezone.now())
    )


def test_question_and_answer_stand_side_by_side_with_what_was_found(officer, drafted):
    text = officer.get(address(drafted, "submit")).text
    assert text.count("<mark") == 4  # name and number of the question, name and telephone of the answer
    for words in ("Lý Thị Hoa", "010185001234", "0214 3840 001"):
        assert f">{words}<span" in text
    assert "Tôi tên là [đã ẩn họ tên], CCCD [đã ẩn số giấy tờ tùy thân]. Bao giờ sửa đường theo Quyết định" in text
    assert "Trả lời bà [đã ẩn họ tên]: đường sửa trong quý II theo Quyết định 12/QĐ-UBND." in text


def test_what_the_unit_says_of_itself_is_not_hidden(officer, drafted, staff_a, a):
    Post.objects.filter(portal=a).update(phone="0214.3840.001")
    text = officer.get(address(drafted, "submit")).text
    assert text.count("<mark") == 3 and "Liên hệ 0214 3840 001." in text


def test_what_the_asker_gave_is_hidden_without_any_word_before_it(officer, a, staff_a, ours):
    question = make_question(a, "Nhà Lý Thị Hoa ở Thôn 3 bị ngập.", upto="received")
    save_draft(question.pk, portal=a, draft="Đã rõ.", visibility="public", by=staff_a.officer, now=timezone.now())
    assert "Nhà [đã ẩn họ tên] ở [đã ẩn địa chỉ nhà] bị ngập." in officer.get(address(question, "submit")).text


def test_confirmed_it_goes_to_the_head_with_what_was_cleared(officer, drafted, theirs):
    answer = officer.post(address(drafted, "submit"), public_form(drafted), follow=True)
    kept = again(drafted)
    assert (kept.stage, kept.public_text, kept.public_answer, kept.draft) == (
        "submitted", "Bao giờ sửa đường?", "Đường sẽ sửa trong quý II.", ANSWER,
    )  # fmt: skip
    assert events_of(drafted)[-1].detail["masked"] is True
    assert "Đã trình lãnh đạo ký" in answer.text and again(theirs).version == theirs.version


def test_without_the_officers_word_nothing_goes_out(officer, drafted):
    form = public_form(drafted, public_text="Chữ tôi sửa")
    del form["masked"]
    answer = officer.post(address(drafted, "submit"), form)
    assert (answer.status_code, again(drafted).stage) == (200, "received")
    assert "đánh dấu xác nhận" in answer.text and "Chữ tôi sửa" in answer.text


def test_what_is_left_is_asked_about_once(officer, drafted):
    form = public_form(drafted, public_answer="Xin gọi 0912 000 111.")
    answer = officer.post(address(drafted, "submit"), form)
    assert "Bản công khai vẫn còn: “0912 000 111”" in answer.text and again(drafted).stage == "received"
    seen = answer.context["form"].now_seen
    assert f'value="{seen}"' in answer.text
    other = officer.post(address(drafted, "submit"), {**form, "public_answer": "Gọi 0912 000 222", "seen": seen})
    assert "0912 000 222" in other.text and again(drafted).stage == "received"
    officer.post(address(drafted, "submit"), {**form, "seen": seen})
    assert (again(drafted).stage, again(drafted).public_answer) == ("submitted", "Xin gọi 0912 000 111.")


@pytest.mark.parametrize("field", ["public_text", "public_answer"])
def test_an_empty_public_version_is_refused(officer, drafted, field):
    answer = officer.post(address(drafted, "submit"), public_form(drafted, **{field: " "}))
    assert ("Hãy điền ô này." in answer.text, again(drafted).stage) == (True, "received")


def test_a_private_answer_needs_no_masking(officer, ours, a, staff_a):
    save_draft(ours.pk, portal=a, draft=ANSWER, visibility="private", by=staff_a.officer, now=timezone.now())
    text = officer.get(address(ours, "submit")).text
    assert ("<mark" in text, 'name="masked"' in text) == (False, False)
    officer.post(address(ours, "submit"), {"version": again(ours).version})
    assert again(ours).stage == "submitted" and again(ours).public_text == ""


def test_who_was_slower_is_told_and_keeps_the_words(officer, drafted, a, staff_a):
    save_draft(drafted.pk, portal=a, draft="Bản mới của người khác.", by=staff_a.head, now=timezone.now())
    answer = officer.post(address(drafted, "submit"), public_form(drafted, public_answer="Bản tôi đã sửa."))
    assert (answer.status_code, again(drafted).stage) == (200, "received")
    assert "Bản tôi đã sửa." in answer.text and "Bản mới của người khác." in answer.text
    assert " checked" not in answer.text.split('name="masked"')[1].split(">")[0]


def test_the_head_who_drafts_goes_straight_to_signing(head, drafted):
    answer = head.post(address(drafted, "submit"), public_form(drafted))
    assert answer.url == address(drafted, "sign")


def test_a_changed_answer_is_masked_anew_when_it_was_sent_back(officer, drafted, a, staff_a):
    officer.post(address(drafted, "submit"), public_form(drafted))
    send_draft_back(drafted.pk, portal=a, reason="Nêu rõ thôn.", by=staff_a.head, now=timezone.now())
    text = officer.get(address(drafted)).text
    assert "trả lại để sửa" in text and "Nêu rõ thôn." in text
    officer.post(address(drafted), draft_form(again(drafted), draft="Thôn 4, gọi ông Vàng A Páo.", next="1"))
    text = officer.get(address(drafted, "submit")).text
    assert "Thôn 4, gọi ông [đã ẩn họ tên]." in text and "Bao giờ sửa đường?</textarea>" in text


@pytest.mark.parametrize("upto", ["received", "submitted"])
def test_without_a_draft_or_twice_there_is_nothing_to_look_at(officer, a, ours, upto):
    question = make_question(a, upto=upto)
    answer = officer.get(address(question, "submit"))
    assert (answer.status_code, answer.url) == (302, address(question))


def test_a_correction_is_submitted_and_the_old_answer_stays_until_it_is_signed(officer, a, ours, visit):
    question = make_question(a, PRIVATE, upto="answered", answer="Cũ.", public_text="Hỏi?", public_answer="Cũ.")
    officer.post(address(question), draft_form(question, draft="Mới.", next="1"))
    officer.post(address(question, "submit"), public_form(again(question), public_answer="Mới."))
    kept = again(question)
    assert (kept.stage, kept.answer, kept.public_answer, kept.submitted_at is not None) == (
        "answered", "Cũ.", "Cũ.", True,
    )  # fmt: skip
    assert [event.kind for event in events_of(question)].count(EventKind.SUBMITTED) == 2


def test_only_who_works_on_cases_submits(a, drafted, chief):
    assert chief.get(address(drafted, "submit")).status_code != 200
    chief.post(address(drafted, "submit"), public_form(drafted))
    assert again(drafted).stage == "received"


def test_nobody_is_nobody(drafted, client):
    client.defaults["HTTP_HOST"] = "xa-a.localhost"
    assert "/login/" in client.get(address(drafted, "submit")).url
