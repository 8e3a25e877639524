"""Questions asked by telephone, on paper or by voice: written down with consent, and a slip to take home."""

import re
import wave
from datetime import timedelta
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cms.questions.models import Asker, CaseFile, Channel, Question
from tests.factories import make_user
from tests.factories.questions import ASKER, events_of, make_question
from tests.questions.screens import at_screen

from .conftest import DESK, address

RECORD = f"{DESK}record/"
CALL = {
    "channel": "phone",
    "text": "Bao giờ có điện?",
    "name": "Giàng A Sử",
    "contact": "0912 345 678",
    "consent": "on",
}


@pytest.fixture(autouse=True)
def _two(staff_a, staff_b, theirs):
    """Both portals have people, and the other one a case."""


def record(client, **data):
    page = BeautifulSoup(client.get(RECORD).content, "html.parser")
    form = page.select_one("form.cong-verb")
    kept = {"token": form.select_one("input[name=token]")["value"]}
    kind = form.select_one("#id_kind option[selected]")["value"]
    return client.post(RECORD, {**kept, "kind": kind, **CALL, **data}, follow=True)


def recorded(portal):
    return Question._base_manager.select_related("portal", "kind").filter(portal=portal).order_by("-pk").first()


def asker(question):
    return Asker._base_manager.get(question=question)


def sound(name="loi-hoi.wav"):
    stream = BytesIO()
    with wave.open(stream, "wb") as out:
        out.setnchannels(1), out.setsampwidth(2), out.setframerate(8000), out.writeframes(b"\0\0" * 800)
    return SimpleUploadedFile(name, stream.getvalue(), "audio/wav")


def test_a_call_becomes_a_case_of_our_portal_with_a_slip(officer, a):
    answer = record(officer)
    question = recorded(a)
    assert (question.text, question.channel, question.kind.code) == ("Bao giờ có điện?", Channel.PHONE, "hoi-dap")
    assert (asker(question).name, asker(question).phone) == ("Giàng A Sử", "0912 345 678")
    assert asker(question).consented_at is not None
    assert answer.redirect_chain[-1][0] == f"{address(question)}slip/"
    assert events_of(question)[0].by == officer.user and events_of(question)[0].detail["channel"] == "phone"
    page = officer.get(address(question)).text
    assert "Hỏi qua điện thoại" in page and str(officer.user) in page


def test_the_slip_has_code_deadline_and_qr_and_nothing_of_the_asker(officer, a):
    question = make_question(a, channel="phone")
    page = officer.get(f"{address(question)}slip/").text
    assert all(
        words in page for words in (question.code, f"{question.due_on:%d/%m/%Y}", "Xã An Bình", "/hoi-dap/tra-cuu/")
    )
    assert not any(words in page for words in (ASKER.name, ASKER.phone, ASKER.email, question.text))
    code = officer.get(f"{address(question)}qr.svg")
    assert (code.status_code, code["Content-Type"]) == (200, "image/svg+xml") and b"<svg" in code.content
    assert "no-store" in code["Cache-Control"]


def test_the_code_of_who_asked_on_the_web_is_on_no_slip(officer, ours, theirs):
    for question in (ours, theirs):
        for path in ("slip/", "qr.svg"):
            assert officer.get(f"{address(question)}{path}").status_code == 404
    assert "slip/" not in officer.get(address(ours)).text


def test_who_may_not_see_the_asker_prints_only_what_they_have_just_recorded(province, a, staff_a, staff_b):
    user = make_user("quan.tri@tinh.example", is_superuser=True)
    client = at_screen(user, a)
    before = make_question(a, channel="phone")
    assert client.get(f"{address(before)}slip/").status_code != 200
    answer = record(client)
    question = Question._base_manager.filter(portal=a).exclude(pk=before.pk).get()
    assert answer.status_code == 200 and question.code in answer.text and before.code not in answer.text
    assert client.get(f"{address(before)}qr.svg").status_code != 200


def test_a_letter_counts_from_the_day_it_came(officer, a):
    day = timezone.localdate() - timedelta(days=6)
    record(officer, channel="paper", day=f"{day:%d/%m/%Y}", contact="Thôn 3, xã An Bình, huyện Thử")
    question = recorded(a)
    assert timezone.localtime(question.asked_at).strftime("%Y-%m-%d %H:%M") == f"{day} 08:00"
    assert question.due_on < make_question(a).due_on
    assert timezone.localdate(events_of(question)[0].recorded_at) == timezone.localdate()
    assert "Ghi nhận lúc" in officer.get(address(question)).text


@pytest.mark.parametrize(("days", "says"), [(31, "quá 30 ngày trước"), (-1, "không thể ở tương lai")])
def test_a_day_too_far_back_or_ahead_is_refused(officer, b, days, says):
    day = timezone.localdate() - timedelta(days=days)
    assert says in record(officer, channel="paper", day=f"{day:%d/%m/%Y}").text
    assert Question._base_manager.exclude(portal=b).count() == 0


def test_what_must_be_filled_in_is_marked(officer):
    page = BeautifulSoup(officer.get(RECORD).content, "html.parser")
    marked = {star.find_parent("label").get("for") for star in page.select("label .w-required-mark")}
    assert {"id_text", "id_contact", "id_consent"} <= marked and not {"id_name", "id_recording"} & marked


def test_a_recording_can_be_heard_beside_its_text_and_papers_cannot(officer, other_officer, ours, a):
    record(officer, channel="voice", recording=sound())
    question = recorded(a)
    file = CaseFile._base_manager.get(question=question)
    page = BeautifulSoup(officer.get(address(question)).content, "html.parser")
    (player,) = page.select("audio[controls]")
    assert player["src"] == f"{address(question)}files/{file.pk}/" and player["aria-label"] == "Nghe loi-hoi.wav"
    heard = officer.get(player["src"])
    assert (heard.status_code, heard["Content-Type"]) == (200, "audio/wav")
    assert heard["Content-Disposition"].startswith("attachment")
    assert other_officer.get(player["src"]).status_code == 404
    assert "<audio" not in officer.get(address(ours)).text


def test_a_spoken_question_keeps_its_recording_private(officer, a):
    record(officer, channel="voice", recording=sound())
    question = recorded(a)
    (file,) = CaseFile._base_manager.filter(question=question)
    assert (file.purpose, file.name, file.content_type) == ("recording", "loi-hoi.wav", "audio/wav")
    page = officer.get(address(question)).text
    assert "Ghi âm lời hỏi" in page and f"{address(question)}files/{file.pk}/" in page
    answer = officer.get(f"{address(question)}files/{file.pk}/")
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"consent": ""}, "Phải có sự đồng ý của người hỏi"),
        ({"text": " "}, "Hãy ghi nội dung câu hỏi."),
        ({"contact": ""}, "Hãy ghi một cách liên hệ"),
        ({"contact": "012345678901"}, "số căn cước"),
        ({"channel": "web"}, "Cách hỏi"),
        ({"channel": "voice"}, "Hãy chọn tệp ghi âm"),
        ({"recording": sound}, "Có tệp ghi âm"),
        ({"channel": "voice", "recording": lambda: SimpleUploadedFile("a.wav", b"MZ\x90\0", "audio/wav")}, "a.wav"),
        ({"day": "hôm qua"}, "Ngày hỏi"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(officer, b, data, says):
    sent = {name: value() if callable(value) else value for name, value in data.items()}
    page = record(officer, **{"name": "Giàng Thị Mai", **sent}).text
    assert says in page and "Giàng Thị Mai" in page
    assert Question._base_manager.exclude(portal=b).count() == 0
    assert ("Xin chọn lại các tệp" in page) is ("recording" in data)


def test_pressing_twice_makes_one_case(officer, a):
    page = officer.get(RECORD).text
    token = re.search(r'name="token" value="([^"]+)"', page).group(1)
    kind = re.search(r'<option value="(\d+)" selected', page).group(1)
    for _press in range(2):
        officer.post(RECORD, {**CALL, "token": token, "kind": kind})
    assert Question._base_manager.filter(portal=a).count() == 1


def test_consent_is_not_ticked_beforehand(officer):
    box = BeautifulSoup(officer.get(RECORD).content, "html.parser").select_one("#id_consent")
    assert not box.has_attr("checked")


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_only_the_desk_records(enter, a, b, role):
    client = enter(a, role)
    assert client.get(RECORD).status_code != 200
    client.post(RECORD, CALL)
    assert Question._base_manager.exclude(portal=b).count() == 0
