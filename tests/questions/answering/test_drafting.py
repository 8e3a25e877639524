"""An officer writes an answer: templates, drafts, files, and nothing typed is lost when somebody else was quicker."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.questions.actions import save_draft
from cms.questions.answering import room
from cms.questions.models import CaseFile, Question, Topic
from tenants.models import AuditEntry
from tests.factories import make_user
from tests.factories.questions import make_question
from tests.questions.screens import again, at_screen

from .conftest import ROOM, address, draft_form

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def test_the_screen_shows_question_asker_clock_and_an_empty_answer(officer, ours):
    text = officer.get(address(ours)).text
    for words in ("Bao giờ sửa đường", "0912345678", "Vì sao hạn là ngày này", 'name="draft"', "Nội dung trả lời"):
        assert words in text
    assert "data-edit-form" in text  # what is typed is kept in the browser's tab (writing.js)


def test_a_draft_is_saved_with_subject_topic_and_visibility(officer, ours, theirs):
    topic = Topic.objects.first().name
    answer = officer.post(address(ours), draft_form(ours, topic=topic, save="1"), follow=True)
    kept = again(ours)
    assert (kept.draft, kept.subject, kept.topic, kept.visibility, kept.draft_by) == (
        "Đường sẽ sửa trong quý II.", "Sửa đường liên thôn", topic, "public", officer.user,
    )  # fmt: skip
    assert f"Đã lưu dự thảo trả lời câu hỏi số {ours.pk}" in answer.text
    assert again(theirs).version == theirs.version


def test_the_next_button_saves_and_goes_on(officer, ours):
    answer = officer.post(address(ours), draft_form(ours, next="1"))
    assert (answer.status_code, answer.url) == (302, address(ours, "submit"))
    assert again(ours).draft == "Đường sẽ sửa trong quý II."


def test_an_unchanged_draft_writes_nothing_however_its_lines_end(officer, ours):
    officer.post(address(ours), draft_form(ours, draft="Một.\nHai.", save="1"))
    saved = again(ours)
    officer.post(address(ours), draft_form(saved, draft="Một.\r\nHai.", next="1"))
    assert again(ours).version == saved.version


def test_one_tap_puts_a_template_behind_what_was_typed_and_keeps_the_rest(officer, ours, a, b, template):
    mine, theirs = template(a, "Của ta"), template(b, "Của xã bên")
    text = officer.get(address(ours)).text
    assert ("Của ta" in text, "Của xã bên" in text) == (True, False)
    answer = officer.post(address(ours), draft_form(ours, draft="Đã gõ.", subject="Giữ lại", use=mine.pk))
    assert "Đã gõ.\n\nCảm ơn ông/bà đã gửi câu hỏi." in answer.text and 'value="Giữ lại"' in answer.text
    assert "Đã chèn mẫu" in answer.text and again(ours).draft == ""
    assert officer.post(address(ours), draft_form(ours, use=theirs.pk)).status_code == 404


def test_a_template_comes_first_where_its_topic_is_asked_about(officer, a, staff_b, template):
    topic = Topic.objects.first().name
    for name, about in (("Mẫu chung", ""), ("Mẫu khác", "Chủ đề khác"), ("Mẫu đúng", topic)):
        template(a, name, about)
    text = officer.get(address(make_question(a, topic=topic, upto="received"))).text
    assert (
        text.index("Mẫu đúng") < text.index("Mẫu chung") < text.index("Mẫu của chủ đề khác") < text.index("Mẫu khác")
    )


def test_who_was_slower_keeps_every_word_and_sees_the_others(officer, ours, a, staff_a):
    save_draft(ours.pk, portal=a, draft="Bản của người khác.", by=staff_a.head, now=timezone.now())
    answer = officer.post(address(ours), draft_form(ours, draft="Bản tôi gõ.", subject="Tôi gõ", save="1"))
    assert answer.status_code == 200
    for words in ("Bản tôi gõ.", 'value="Tôi gõ"', "Bản của người khác.", "Lưu dự thảo trả lời", "Nguyễn"):
        assert words in answer.text
    assert again(ours).draft == "Bản của người khác."
    officer.post(address(ours), draft_form(again(ours), draft="Bản tôi gõ.", save="1"))
    assert again(ours).draft == "Bản tôi gõ."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"draft": "  "}, "Hãy viết nội dung trả lời, hoặc chọn một mẫu."),
        ({"visibility": ""}, "Hãy chọn ai được xem."),
        ({"visibility": "everybody"}, "Chưa lưu được"),
        ({"subject": "x" * 161}, "Chưa lưu được"),
        ({"topic": "Không có trong danh mục"}, "Chưa lưu được"),
        ({"version": "x"}, "Chưa lưu được"),
    ],
)
def test_a_wrong_form_says_so_and_keeps_the_words(officer, ours, change, words):
    answer = officer.post(address(ours), draft_form(ours, **{"subject": "Giữ chữ này", **change}, save="1"))
    assert (answer.status_code, words in answer.text, again(ours).draft) == (200, True, "")
    assert (change.get("subject") or "Giữ chữ này") in answer.text


def test_who_wants_it_private_is_not_offered_to_everybody(officer, a, ours):
    question = make_question(a, wants_private=True, upto="received")
    text = officer.get(address(question)).text
    assert ('value="public"' in text, 'value="private"' in text) == (False, True)
    officer.post(address(question), draft_form(question, visibility="public", save="1"))
    assert again(question).draft == ""


def test_a_topic_that_is_listed_no_more_stays_with_its_case(officer, a, ours):
    question = make_question(a, topic="Chủ đề cũ", upto="received")
    assert '<option value="Chủ đề cũ" selected>' in officer.get(address(question)).text


def test_files_come_go_and_are_logged(officer, ours, theirs):
    file = SimpleUploadedFile("huong-dan.pdf", PDF, "application/pdf")
    officer.post(address(ours), draft_form(ours, files=[file], save="1"))
    (row,) = CaseFile.objects.filter(question=ours)
    assert (row.name, row.purpose, row.content_type) == ("huong-dan.pdf", "answer", "application/pdf")
    assert "huong-dan.pdf" in officer.get(address(ours)).text
    officer.post(address(ours), draft_form(again(ours), detach=row.pk, save="1"))
    assert not CaseFile.objects.filter(question=ours).exists()
    logged = AuditEntry.objects.filter(action__startswith="questions.file").order_by("pk")
    assert [(entry.action, entry.detail["what"]) for entry in logged] == [
        ("questions.file.attach", "huong-dan.pdf"), ("questions.file.detach", "huong-dan.pdf"),
    ]  # fmt: skip


def test_a_file_of_another_case_is_not_taken_away(officer, ours, theirs):
    row = CaseFile.objects.create(
        question=theirs, purpose="answer", name="x", content_type="text/plain", size=1, added_at=timezone.now()
    )
    for key in (row.pk, "x", "9" * 30):
        officer.post(address(ours), draft_form(again(ours), detach=key, save="1"))
    assert CaseFile.objects.filter(pk=row.pk).exists()


def test_a_program_is_no_file_and_the_words_stay(officer, ours):
    file = SimpleUploadedFile("x.pdf", b"MZ\x90\x00" + b"\0" * 200, "application/pdf")
    answer = officer.post(address(ours), draft_form(ours, files=[file], save="1"))
    assert (answer.status_code, "Đường sẽ sửa" in answer.text) == (200, True)
    assert not CaseFile.objects.filter(question=ours).exists()


def test_a_signed_answer_keeps_its_files_and_is_corrected_in_words(officer, a, ours):
    question = make_question(a, upto="answered", answer="Câu trả lời cũ.")
    text = officer.get(address(question)).text
    assert "Câu trả lời cũ." in text and 'name="files"' not in text
    file = SimpleUploadedFile("a.pdf", PDF, "application/pdf")
    answer = officer.post(address(question), draft_form(question, draft="Sửa lại.", files=[file], save="1"))
    assert not CaseFile.objects.filter(question=question).exists() and "Sửa lại." in answer.text
    officer.post(address(question), draft_form(again(question), draft="Sửa lại.", save="1"))
    kept = again(question)
    assert (kept.draft, kept.answer, kept.stage) == ("Sửa lại.", "Câu trả lời cũ.", "answered")


def test_what_waits_for_its_signature_cannot_be_changed_and_why_is_said(officer, a, ours):
    question = make_question(a, upto="submitted")
    text = officer.get(address(question)).text
    assert ("đang chờ lãnh đạo ký" in text, 'name="draft"' in text) == (True, False)
    answer = officer.post(address(question), draft_form(question, draft="Chữ đã gõ.", save="1"))
    assert "Chữ đã gõ." in answer.text and again(question).draft == "Sửa trong quý II."


@pytest.mark.parametrize("path", ["", "submit/", "send-back/"])
def test_a_case_that_another_portal_holds_since_a_moment_is_not_there(officer, head, ours, b, path, monkeypatch):
    """It was forwarded after the screen had found it and before the verb locked it."""
    looked = room.find_case

    def find_and_forward(request, question_id):
        found = looked(request, question_id)
        Question._base_manager.filter(pk=found.pk).update(portal=b)
        return found

    monkeypatch.setattr(room, "find_case", find_and_forward)
    Question._base_manager.filter(pk=ours.pk).update(draft="Có.", visibility="private")
    form = draft_form(ours, save="1", reason="x")
    client = head if path == "send-back/" else officer
    assert client.post(f"{ROOM}{ours.pk}/{path}", form).status_code in (302, 404)
    assert again(ours).version == ours.version


@pytest.mark.parametrize("path", ["", "submit/"])
@pytest.mark.parametrize("verb", ["get", "post"])
def test_another_portals_case_is_not_there(officer, ours, theirs, path, verb):
    answer = getattr(officer, verb)(f"{ROOM}{theirs.pk}/{path}", draft_form(theirs, save="1"))
    assert (answer.status_code, again(theirs).version) == (404, theirs.version)


@pytest.mark.parametrize(("role", "may"), [("officer", True), ("head", True), ("chief", False), ("editor", False)])
def test_who_may_draft(a, ours, role, may):
    client = at_screen(make_user(f"{role}.neu@{a.slug}.example", portal=a, role=role), a)
    assert (client.get(address(ours)).status_code == 200) is may
    client.post(address(ours), draft_form(ours, save="1"))
    assert (again(ours).draft != "") is may


def test_the_screen_costs_the_same_with_one_and_with_thirty(officer, ours, a, template):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(address(ours)).status_code == 200
        return len(queries)

    def add(number):
        template(a, f"Mẫu {number}")
        CaseFile.objects.create(
            question=ours, purpose="answer", name=f"{number}.txt", content_type="text/plain", size=1,
            added_at=timezone.now(),
        )  # fmt: skip

    add(0)
    before = asked() and asked()
    for number in range(1, 31):
        add(number)
    assert asked() == before
