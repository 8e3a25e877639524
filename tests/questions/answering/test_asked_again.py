"""Answering further: the screens show the answer that stands, and its files stay with it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cms.questions.actions import reopen
from cms.questions.answering.attachments import answer_files
from cms.questions.models import CaseFile
from tests.factories.questions import days_ago, make_question
from tests.questions.screens import again

from .conftest import address, draft_form, public_form

SAYS = "Trả lời đã ký vẫn được đọc cho đến khi trả lời này được ký."


@pytest.fixture
def asked_again(staff_a, staff_b, a, b):
    for portal in (b, a):
        question = make_question(
            portal, "Bao giờ sửa?", upto="answered", answer=f"Quý II, {portal.slug}.", at=days_ago(2)
        )
        reopen(question, text="Tháng nào?", now=timezone.now())
    return again(question)


def attach(question, name, *, at):
    row = CaseFile(question=question, purpose="answer", name=name, content_type="application/pdf", size=4, added_at=at)
    row.file.save(name, SimpleUploadedFile(name, b"%PDF"))
    return row


def test_draft_and_signature_show_the_answer_that_stands(officer, head, asked_again):
    page = officer.get(address(asked_again)).text
    assert (
        SAYS in page and page.count("Quý II, xa-a.") == 2 and "xa-b" not in page
    )  # as it was said, and to begin with
    officer.post(address(asked_again), draft_form(asked_again, draft="Tháng 5."))
    officer.post(address(asked_again, "submit"), public_form(again(asked_again), public_answer="Tháng 5."))
    shown = head.get(address(asked_again, "sign")).text
    assert all(words in shown for words in (SAYS, "Quý II, xa-a.", "Tháng nào?", "Tháng 5."))
    kept = again(asked_again)
    assert (kept.public_answer, kept.is_public, kept.stage) == ("Quý II, xa-a.", True, "submitted")
    head.post(address(asked_again, "sign"), {"version": kept.version})
    assert (again(asked_again).public_answer, again(asked_again).stage) == ("Tháng 5.", "answered")


def test_a_case_nobody_asked_again_says_nothing_of_it(officer, ours, asked_again):
    assert SAYS not in officer.get(address(ours)).text


def test_the_case_file_shows_when_the_answer_that_stands_was_signed(officer, asked_again):
    part = BeautifulSoup(officer.get(f"/admin/questions/{asked_again.pk}/").text, "html.parser")
    text = part.select_one("[aria-labelledby=case-answer]").get_text()
    assert "Câu trả lời trước khi hỏi lại" in text
    assert f"{timezone.localtime(asked_again.signed_at):%d/%m/%Y %H:%M}" in text


def test_files_that_went_out_stay_and_new_ones_come_and_go(officer, asked_again):
    old = attach(asked_again, "da-gui.pdf", at=asked_again.signed_at - timedelta(minutes=5))
    new = attach(asked_again, "se-gui.pdf", at=timezone.now())
    boxes = BeautifulSoup(officer.get(address(asked_again)).text, "html.parser").select("[name=detach]")
    assert [box["value"] for box in boxes] == [str(new.pk)]
    sent = draft_form(asked_again, detach=[str(old.pk)])
    assert "đã gửi kèm trả lời đã ký" in officer.post(address(asked_again), sent).text
    officer.post(address(asked_again), draft_form(again(asked_again), detach=[str(new.pk)]))
    assert [row.name for row in answer_files(asked_again)] == ["da-gui.pdf"]
