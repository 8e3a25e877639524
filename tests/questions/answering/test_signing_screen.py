"""The head signs: what waits, under which title, what is sent back; three taps from the first screen."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.pages.people.models import Post
from cms.questions.actions import save_draft, submit
from cms.questions.models import Delegation, OfficialTitle, SigningAccount
from tests.factories import make_user
from tests.factories.questions import events_of, make_question
from tests.questions.screens import again, at_screen

from .conftest import ROOM, address

WAITING = f"{ROOM}waiting/"


@pytest.fixture
def submitted(staff_a, staff_b, a):
    return make_question(a, "Bao giờ sửa cầu?", upto="submitted", answer="Trong quý III.")


@pytest.fixture
def theirs_submitted(staff_a, staff_b, b):
    return make_question(b, "Việc của xã bên.", upto="submitted")


def _in_menu(words):
    """As the menu's data spell it."""
    return json.dumps(words)[1:-1]


def _sign(client, question, **changes):
    return client.post(address(question, "sign"), {"version": again(question).version, **changes}, follow=True)


def test_the_list_shows_what_waits_here_alone(head, submitted, theirs_submitted, a):
    received = make_question(a, "Chưa trình.", upto="received")
    text = head.get(WAITING).text
    assert ("Bao giờ sửa cầu?" in text, "Việc của xã bên." in text, received.heading in text) == (True, False, False)
    assert address(submitted, "sign") in text


def test_an_empty_list_says_so(head):
    assert "Không có trả lời nào chờ ký." in head.get(WAITING).text


def test_menu_and_first_screen_tell_the_number_to_the_head_alone(head, officer, submitted, theirs_submitted, a):
    text = head.get("/admin/").text
    assert "1 trả lời chờ ký" in text and _in_menu("Chờ ký (1)") in text
    assert f'href="{address(submitted, "sign")}"' in text  # one that waits alone is opened at once
    make_question(a, upto="submitted")
    text = head.get("/admin/").text
    assert "2 trả lời chờ ký" in text and f'href="{WAITING}"' in text and _in_menu("Chờ ký (2)") in text
    assert "chờ ký" not in officer.get("/admin/").text


def test_the_screen_shows_question_answer_and_the_title_that_signs(head, submitted):
    text = head.get(address(submitted, "sign")).text
    for words in ("Bao giờ sửa cầu?", "Trong quý III.", "Chủ tịch UBND xã Trần Văn Bình", "Ký trả lời", "Công khai"):
        assert words in text
    assert 'type="radio"' not in text


def test_one_tap_signs_and_says_what_is_left(head, submitted, theirs_submitted, a):
    make_question(a, upto="submitted")
    answer = _sign(head, submitted)
    kept = again(submitted)
    assert (kept.stage, kept.answer, kept.signer_name, kept.signer_title) == (
        "answered", "Trong quý III.", "Trần Văn Bình", "Chủ tịch UBND xã",
    )  # fmt: skip
    assert f"Đã ký trả lời câu hỏi số {submitted.pk}. Còn 1 trả lời chờ ký." in answer.text
    assert again(theirs_submitted).stage == "submitted"


def test_with_several_titles_the_head_chooses(head, submitted, a, staff_a):
    person = SigningAccount.objects.get(user=staff_a.head).person
    deputy = OfficialTitle.objects.get(name="Chủ tịch UBND xã")
    Delegation.objects.create(
        portal=a, person=person, form="KT", signs_for=deputy, from_date=timezone.localdate(), document="1/QĐ-UBND"
    )
    text = head.get(address(submitted, "sign")).text
    assert text.count('type="radio"') == 2 and "KT. Chủ tịch UBND xã" in text
    assert "Hãy chọn chức danh ký." in _sign(head, submitted).text
    assert again(submitted).stage == "submitted"
    _sign(head, submitted, signer="KT|Chủ tịch UBND xã|Chủ tịch UBND xã")
    kept = again(submitted)
    assert (kept.stage, kept.signing_form, kept.signed_for) == ("answered", "KT", "Chủ tịch UBND xã")


def test_a_title_that_was_never_offered_does_not_sign(head, submitted, a, staff_a):
    _sign(head, submitted, signer="KT|Chủ tịch UBND tỉnh|Chủ tịch UBND tỉnh")  # there is one title: it signs
    assert (again(submitted).signing_form, again(submitted).signer_title) == ("", "Chủ tịch UBND xã")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda a: SigningAccount.objects.filter(portal=a).delete(), "chưa gắn với cán bộ nào"),
        (
            lambda a: Post.objects.filter(portal=a).update(to_date=timezone.localdate() - timedelta(days=1)),
            "không giữ chức vụ nào",
        ),
        (lambda a: Post.objects.filter(portal=a).update(title_vi="Chuyên viên"), "không được ký loại"),
    ],
)
def test_who_cannot_sign_reads_why_in_a_sentence(head, submitted, a, change, words):
    change(a)
    text = head.get(address(submitted, "sign")).text
    assert (words in text, 'class="button cong-touch cong-sign__button"' in text) == (True, False)
    assert words in _sign(head, submitted).text and again(submitted).stage == "submitted"


def test_sending_back_needs_a_reason_and_keeps_it_in_the_file(head, submitted, theirs_submitted):
    path = address(submitted, "send-back")
    answer = head.post(path, {"version": submitted.version, "reason": " "})
    assert "Hãy viết lý do trả lại." in answer.text and again(submitted).stage == "submitted"
    answer = head.post(path, {"version": submitted.version, "reason": "Bổ sung căn cứ."}, follow=True)
    assert (again(submitted).stage, again(submitted).submitted_at) == ("received", None)
    assert events_of(submitted)[-1].reason == "Bổ sung căn cứ." and "Đã trả lại để sửa" in answer.text
    assert again(theirs_submitted).stage == "submitted"


def test_a_reason_typed_too_late_stays_on_the_screen(head, submitted, a, staff_a):
    answer = head.post(address(submitted, "send-back"), {"version": submitted.version - 1, "reason": "Lý do đã gõ."})
    assert "Lý do đã gõ." in answer.text and again(submitted).stage == "submitted"
    head.post(address(submitted, "send-back"), {"version": submitted.version, "reason": "Lý do đã gõ."})
    assert again(submitted).stage == "received"


def test_a_head_who_read_an_older_text_reads_again_before_signing(head, submitted):
    answer = head.post(address(submitted, "sign"), {"version": submitted.version - 1}, follow=True)
    assert again(submitted).stage == "submitted"
    assert answer.redirect_chain[-1][0] == address(submitted, "sign") and "tải lại trang" not in answer.text
    assert "hãy xem lại rồi làm tiếp" in answer.text


def test_a_corrected_answer_is_signed_like_the_first(head, officer, a, staff_a, theirs_submitted):
    question = make_question(a, upto="answered", answer="Cũ.")
    told = {"portal": a, "by": staff_a.officer, "now": timezone.now()}
    save_draft(question.pk, draft="Mới.", public_text="Hỏi?", public_answer="Mới.", visibility="public", **told)
    submit(question.pk, masked=True, **told)
    text = head.get(address(question, "sign")).text
    assert "Trả lời sửa lại" in head.get(WAITING).text
    assert "Đây là trả lời sửa lại" in text and "Cũ." in text and "Mới." in text
    before = again(question).answered_at
    _sign(head, question)
    kept = again(question)
    assert (kept.answer, kept.public_answer, kept.answered_at, kept.submitted_at) == ("Mới.", "Mới.", before, None)
    assert [event.kind for event in events_of(question)].count("answered") == 2


@pytest.mark.parametrize("upto", ["received", "answered"])
def test_where_nothing_waits_the_head_is_told(head, a, staff_a, staff_b, upto):
    question = make_question(a, upto=upto)
    answer = head.get(address(question, "sign"), follow=True)
    assert "không có trả lời chờ ký" in answer.text and answer.redirect_chain[-1][0] == WAITING


@pytest.mark.parametrize("path", ["sign", "send-back"])
@pytest.mark.parametrize("verb", ["get", "post"])
def test_another_portals_answer_is_not_there(head, submitted, theirs_submitted, path, verb):
    form = {"version": theirs_submitted.version, "reason": "x"}
    answer = getattr(head, verb)(address(theirs_submitted, path), form, follow=True)
    assert (answer.status_code, again(theirs_submitted).stage) == (404, "submitted")


@pytest.mark.parametrize("role", ["officer", "chief", "editor"])
def test_nobody_else_signs_or_sends_back(a, submitted, role):
    client = at_screen(make_user(f"{role}.neu@{a.slug}.example", portal=a, role=role), a)
    assert client.get(WAITING).status_code != 200
    for path in ("sign", "send-back"):
        client.post(address(submitted, path), {"version": submitted.version, "reason": "x"})
    assert again(submitted).stage == "submitted"


def test_neither_the_operator_nor_the_province_signs(admin_client, submitted):
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    admin_client.post(address(submitted, "sign"), {"version": submitted.version})
    assert again(submitted).stage == "submitted"


def test_the_list_costs_the_same_with_one_and_with_thirty(head, submitted, theirs_submitted, a):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert head.get(WAITING).status_code == 200
        return len(queries)

    before = asked() and asked()
    for number in range(29):
        make_question(a, f"Câu hỏi {number}", upto="submitted")
    assert asked() == before
