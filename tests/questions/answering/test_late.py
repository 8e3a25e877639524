"""Who writes while somebody else acts loses no word; of a case handed on nothing else is shown, of others nothing."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from cms.questions.actions import forward, remove, reopen, save_draft, sign, split, submit
from tests.factories import make_user
from tests.factories.questions import ASKER, make_question
from tests.questions.screens import again, at_screen

from .conftest import address, draft_form, public_form

WORDS = "Chữ cán bộ đã gõ rất lâu."
SENT = {
    (): lambda question: draft_form(question, draft=WORDS, subject="Tiêu đề đã gõ"),
    ("submit",): lambda question: public_form(question, public_answer=WORDS),
    ("send-back",): lambda question: {"version": question.version, "reason": WORDS},
}
LABELS = {
    (): ["Nội dung trả lời", "Tiêu đề"],
    ("submit",): ["Câu hỏi khi công khai", "Trả lời khi công khai"],
    ("send-back",): ["Lý do trả lại"],
}


def typed(answer):
    """{label: text} of what is shown to be copied."""
    page = BeautifulSoup(answer.text, "html.parser")
    labels = {label["for"]: label.get_text() for label in page.select("label[for^=typed-]")}
    return {labels[box["id"]]: box.get_text().strip() for box in page.select("textarea[readonly]")}


@pytest.fixture
def handed_on(ours, a, b, staff_a):
    save_draft(ours.pk, portal=a, draft="Dự thảo của hồ sơ.", by=staff_a.head, now=timezone.now())
    forward(ours.pk, portal=a, to=b, reason="Đường của xã bên.", by=staff_a.head, now=timezone.now())
    return again(ours)


@pytest.mark.parametrize("rest", SENT, ids=lambda rest: "".join(rest) or "draft")
def test_the_words_come_back_with_where_the_case_went(officer, head, ours, handed_on, b, rest):
    answer = (head if "send-back" in rest else officer).post(address(ours, *rest), SENT[rest](ours))
    assert answer.status_code == 200 and WORDS in typed(answer).values() and list(typed(answer)) == LABELS[rest]
    day = f"{timezone.localtime(handed_on.held_since):%d/%m/%Y %H:%M}"
    assert all(words in answer.text for words in (b.name, day, f"số {ours.pk}", "Đường của xã bên."))
    of_the_case = (ours.text, ours.code, ASKER.name, ASKER.phone, "Dự thảo của hồ sơ.")
    assert [words for words in of_the_case if words in answer.text] == []
    assert again(ours).version == handed_on.version


def test_words_of_others_are_not_mixed_in_and_marks_are_harmless(officer, ours, handed_on):
    sent = draft_form(ours, draft="</textarea><script>x</script>", other="Lạ", visibility="public")
    assert typed(officer.post(address(ours), sent)) == {
        "Nội dung trả lời": "</textarea><script>x</script>", "Tiêu đề": "Sửa đường liên thôn",
    }  # fmt: skip


@pytest.mark.parametrize("rest", SENT, ids=lambda rest: "".join(rest) or "draft")
def test_what_was_never_ours_is_not_there(officer, head, theirs, handed_on, rest):
    client = head if "send-back" in rest else officer
    for question in (theirs.pk, 10**6):
        theirs.pk = question
        answer = client.post(address(theirs, *rest), SENT[rest](theirs))
        assert (answer.status_code, WORDS in answer.text) == (404, False)


def test_without_a_desk_nothing_is_told(a, ours, handed_on):
    editor = at_screen(make_user("editor@xa-a.example", portal=a, role="editor"), a)
    answer = editor.post(address(ours), draft_form(ours, draft=WORDS), follow=True)
    assert "Đường của xã bên." not in answer.text


def _split(question, portal, other, staff):
    parts = [(portal, "Một"), (other, "Hai")]
    split(question.pk, portal=portal, parts=parts, reason="Hai việc.", by=staff.head, now=timezone.now())


def _removed(question, portal, other, staff):
    told = {"removal": "duplicate", "reason": "Trùng."}
    remove(question.pk, portal=portal, by=staff.head, now=timezone.now(), **told)


def _answered(question, portal, other, staff):
    who = {"portal": portal, "by": staff.head, "now": timezone.now()}
    save_draft(question.pk, draft="Của lãnh đạo.", visibility="private", **who)
    submit(question.pk, **who)
    sign(question.pk, **who)


@pytest.mark.parametrize("happen", [_split, _removed, _answered], ids=["split", "removed", "answered"])
@pytest.mark.parametrize("rest", [(), ("submit",)], ids=["draft", "submit"])
def test_a_case_that_changed_meanwhile_gives_the_words_back(officer, ours, a, b, staff_a, happen, rest):
    now = timezone.now()
    ours = save_draft(ours.pk, portal=a, draft="Bản đầu.", visibility="public", by=staff_a.officer, now=now)
    happen(ours, a, b, staff_a)
    changed = again(ours)
    answer = officer.post(address(ours, *rest), SENT[rest](ours))
    assert answer.status_code == 200 and WORDS in answer.text
    assert again(ours).version == changed.version and str(staff_a.head) in answer.text


@pytest.mark.parametrize("happen", [_split, _removed], ids=["split", "removed"])
def test_what_can_not_be_done_any_more_is_said_and_not_offered(officer, ours, a, b, staff_a, happen):
    happen(ours, a, b, staff_a)
    page = BeautifulSoup(officer.post(address(ours), draft_form(ours, draft=WORDS)).text, "html.parser")
    assert page.select_one("textarea[name=draft]").get_text().strip() == WORDS
    assert not page.select("button[name=next]") and "Việc này không còn làm được" in page.get_text()


def test_public_words_for_what_became_private_are_shown_to_be_copied(officer, ours, a, b, staff_a):
    now = timezone.now()
    ours = save_draft(ours.pk, portal=a, draft="Bản đầu.", visibility="public", by=staff_a.officer, now=now)
    save_draft(ours.pk, portal=a, draft="Riêng.", visibility="private", by=staff_a.head, now=now)
    answer = officer.post(address(ours, "submit"), public_form(ours, public_answer=WORDS))
    assert typed(answer)["Trả lời khi công khai"] == WORDS and again(ours).stage == "received"


def test_a_case_asked_again_and_handed_on_tells_nothing_of_its_answer(officer, a, b, staff_a, staff_b):
    question = make_question(a, upto="answered", answer="Câu trả lời cũ.")
    reopen(question, text="Chưa rõ.", now=timezone.now())
    question = again(question)
    forward(question.pk, portal=a, to=b, reason="Của xã bên.", by=staff_a.head, now=timezone.now())
    answer = officer.post(address(question), draft_form(question, draft=WORDS))
    assert WORDS in typed(answer).values()
    assert not any(words in answer.text for words in ("Câu trả lời cũ.", "Chưa rõ.", question.text))
