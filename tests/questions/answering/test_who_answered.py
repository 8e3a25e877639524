"""What a unit signed belongs to it: another one that holds the case neither shows nor sends nor changes it."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from cms.questions.actions import forward, reopen, send_back_to_sender
from cms.questions.answering.attachments import answer_files, went_out
from cms.questions.listing.queries import find_public
from tests.factories.questions import days_ago, events_of, make_question
from tests.questions.answering.test_asked_again import attach
from tests.questions.screens import again

from .conftest import address, draft_form, public_form

LEAVES = "Trả lời đã ký đang công khai sẽ không còn hiện trên cổng khi câu hỏi rời đơn vị."
REMOVED = "Trả lời đã ký đang công khai sẽ không còn hiện trên cổng khi câu hỏi bị loại; khôi phục thì hiện lại."


@pytest.fixture
def here(staff_a, staff_b, a, b):
    """Answered by the other unit (B) with a file, asked again, and handed to this one (A)."""
    question = make_question(b, "Bao giờ sửa?", upto="answered", answer="Quý II, xa-b.", at=days_ago(2))
    attach(question, "cua-xa-b.pdf", at=question.signed_at)
    reopen(question, text="Tháng nào?", now=timezone.now())
    forward(question.pk, to=a, reason="R", portal=b, by=staff_b.officer, now=timezone.now())
    return again(question)


def test_the_other_unit_writes_on_an_empty_sheet(officer, here):
    page = BeautifulSoup(officer.get(address(here)).text, "html.parser")
    form = page.select_one("#w-editor-form")
    assert form.select_one("[name=draft]").get_text(strip=True) == "" and "xa-b" not in form.get_text()
    assert "Trả lời đã ký vẫn được đọc" not in page.get_text()
    file = BeautifulSoup(officer.get(f"/admin/questions/{here.pk}/").text, "html.parser")
    assert file.select_one("[aria-labelledby=case-answer]") is None


def test_files_stay_with_the_answer_they_went_out_with(officer, head, here, a, b):
    attach(here, "cua-xa-a.pdf", at=timezone.now())
    assert [row.name for row in answer_files(here)] == ["cua-xa-a.pdf"]
    assert [row.name for row in went_out(here, list(here.files.all()), events_of(here))] == ["cua-xa-b.pdf"]
    officer.post(address(here), draft_form(here, draft="Tháng 5."))
    officer.post(address(here, "submit"), public_form(again(here), public_answer="Tháng 5."))
    head.post(address(here, "sign"), {"version": again(here).version})
    signed = again(here)
    assert (signed.stage, signed.answered_by) == ("answered", a)
    assert [row.name for row in went_out(signed, list(signed.files.all()), events_of(signed))] == ["cua-xa-a.pdf"]
    assert find_public(b, here.pk) is None and find_public(a, here.pk).answer == "Tháng 5."


def test_it_is_read_again_where_it_was_signed(here, a, b, staff_a):
    assert find_public(a, here.pk) is None and find_public(b, here.pk) is None
    send_back_to_sender(here.pk, reason="R", portal=a, by=staff_a.officer, now=timezone.now())
    assert find_public(b, here.pk).answer == "Quý II, xa-b." and find_public(a, here.pk) is None


@pytest.mark.parametrize(("verb", "words"), [("forward", LEAVES), ("split", LEAVES), ("remove", REMOVED)])
def test_who_takes_it_off_is_told_before(officer, ours, here, staff_a, a, verb, words):
    public = make_question(a, "Bao giờ sửa?", upto="answered", at=days_ago(2))
    reopen(public, text="Tháng nào?", now=timezone.now())
    said = {case: words in officer.get(f"/admin/questions/{case.pk}/do/{verb}/").text for case in (public, here, ours)}
    assert said == {public: True, here: False, ours: False}


def test_who_hands_several_on_is_told_before_as_well(officer, ours, here, staff_a, a):
    public = make_question(a, "Bao giờ sửa?", upto="answered", at=days_ago(2))
    reopen(public, text="Tháng nào?", now=timezone.now())
    for chosen, is_said in (([public.pk, ours.pk], True), ([here.pk, ours.pk], False)):
        assert (LEAVES in officer.post("/admin/questions/bulk/forward/", {"question_id": chosen}).text) is is_said


def test_a_signed_answer_is_corrected_and_read_meanwhile(officer, staff_a, staff_b, a, b):
    question, waiting = make_question(a, upto="answered"), make_question(a, upto="received")
    make_question(b, upto="answered")
    says = "Trả lời đã ký vẫn được đọc cho đến khi bản sửa được ký."
    for case, is_correction in ((question, True), (waiting, False)):
        assert (says in officer.get(address(case)).text) is is_correction
        for shown in (address(case), f"/admin/questions/{case.pk}/"):
            page = officer.get(shown).text
            assert ("Sửa trả lời" in page, "Soạn trả lời" in page) == (is_correction, not is_correction)


def test_who_refused_publication_is_answered_in_private_and_nothing_else_is_offered(officer, staff_a, staff_b, a, b):
    for wants, offered in ((True, ["private"]), (False, ["public", "private", "hidden"])):
        case = make_question(a, upto="received", wants_private=wants)
        page = BeautifulSoup(officer.get(address(case)).text, "html.parser")
        boxes = page.select("[name=visibility]")
        assert [box["value"] for box in boxes] == offered
        assert ("Người hỏi không muốn công khai nên chỉ trả lời riêng được." in page.get_text()) is wants
    assert boxes[0].has_attr("checked")
    hidden = make_question(a, upto="answered", wants_private=True, visibility="hidden")
    form = BeautifulSoup(officer.get(f"/admin/questions/{hidden.pk}/do/set_visibility/").text, "html.parser")
    assert [box["value"] for box in form.select("[name=visibility]")] == ["private"]
