"""The case file: question, asker, files, time line and clock; to whom it opens and to whom it does not."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.questions.actions import Upload, ask_back, clarify, forward, rate, resume
from cms.questions.models import CaseFile, Question
from tests.factories.questions import ASKER, events_of, make_question
from tests.questions.screens import again

from .conftest import DESK, address

TEXT = "Nội dung riêng trong tệp".encode()
PERSONAL = (ASKER.name, ASKER.email, ASKER.phone, ASKER.address)


def upload(name="ban-do.txt"):
    return Upload(ContentFile(TEXT, name), name, "text/plain", len(TEXT))


def page(client, question):
    return BeautifulSoup(client.get(address(question)).content, "html.parser")


def test_it_shows_question_asker_and_where_it_stands(officer, a):
    question = make_question(a, "Bao giờ sửa đường?", topic="Giao thông", region="Thôn 3", wants_private=True)
    shown = page(officer, question).text
    number = f"Câu hỏi số {question.pk}"
    assert all(words in shown for words in ("Bao giờ sửa đường?", "Giao thông", "Thôn 3", "Mới gửi", number))
    assert question.code not in shown
    assert all(words in shown for words in PERSONAL) and "Người hỏi không muốn công khai" in shown
    assert f"Hạn trả lời: {question.due_on:%d/%m/%Y}" in shown


def test_the_deadline_is_explained_step_by_step(officer, ours):
    why = page(officer, ours).select_one(".cong-why")
    assert why.summary.text == "Vì sao hạn là ngày này"
    steps = [step.text for step in why.select("li")]
    assert steps[0].startswith("Câu hỏi được gửi lúc") and f"{ours.due_on:%d/%m/%Y}" in steps[-1]


def test_the_time_line_has_who_when_from_where_to_where_and_why(officer, theirs, staff_b, a, b):
    forward(theirs.pk, portal=b, to=a, reason="Thuộc địa bàn xã A.", by=staff_b.officer, now=timezone.now())
    lines = page(officer, theirs).select(".cong-timeline__line")
    newest, oldest = (" ".join(line.text.split()) for line in lines)
    moment = timezone.localtime(events_of(theirs)[-1].at)
    for words in ("Chuyển đơn vị", f"{moment:%d/%m/%Y %H:%M}", str(staff_b.officer), "Thuộc địa bàn xã A."):
        assert words in newest
    assert "Từ Xã Bình Yên đến Xã An Bình" in newest
    assert "Gửi câu hỏi" in oldest and "Người hỏi" in oldest and "Xã Bình Yên" in oldest


def test_what_was_said_to_and_fro_stands_in_the_time_line(officer, ours, staff_a, a):
    now = timezone.now()
    ask_back(ours.pk, portal=a, text="Đường nào?", by=staff_a.officer, now=now)
    clarify(ours, text="Đường vào trường.", files=[upload()], now=now)
    shown = page(officer, ours)
    line = shown.select_one(".cong-timeline__line--clarified").text
    assert "Đường vào trường." in line and "Người hỏi" in line
    assert "Đường nào?" in shown.select_one(".cong-timeline__line--asked_back").text
    assert "Gửi kèm làm rõ" in shown.text and "ban-do.txt" in shown.text


def test_an_answered_case_shows_answer_signer_and_rating(officer, a, staff_a):
    question = make_question(a, upto="answered", answer="Sửa trong quý III.")
    rate(question, stars=4, remark="Được.", now=timezone.now())
    shown = " ".join(page(officer, question).text.split())
    for words in ("Sửa trong quý III.", "Chủ tịch UBND xã", "Trần Văn Bình", "Công khai", "4/5", "Được."):
        assert words in shown
    assert "Trả lời trong hạn" in shown


def test_what_citizens_write_is_text_and_no_markup(officer, a):
    question = make_question(a, "<script>alert(1)</script><b>đậm</b>", topic="<i>nghiêng</i>")
    html = officer.get(address(question)).text
    assert "<script>alert(1)" not in html and "<b>đậm" not in html and "<i>nghiêng" not in html


@pytest.mark.parametrize("path", ["javascript:alert(1)", "//evil.example/", "http://evil.example/"])
def test_the_page_that_is_spoken_of_is_a_link_only_on_our_host(officer, ours, path):
    Question._base_manager.filter(pk=ours.pk).update(page_path=path)
    shown = page(officer, ours)
    assert path in shown.text and not shown.select(f'a[href="{path}"]')
    Question._base_manager.filter(pk=ours.pk).update(page_path="/danh-ba/")
    (link,) = page(officer, ours).select("a[href$='/danh-ba/']")
    assert link["href"].startswith("http://xa-a.localhost")


def test_another_portals_case_its_file_and_slip_do_not_exist(officer, a, b):
    theirs = make_question(b, files=[upload()])
    (file,) = CaseFile._base_manager.filter(question=theirs)
    ours = make_question(a)
    for path in ("", "slip/", "qr.svg", f"files/{file.pk}/"):
        assert officer.get(f"{address(theirs)}{path}").status_code == 404
    assert officer.get(f"{address(ours)}files/{file.pk}/").status_code == 404
    assert officer.get(f"{DESK}999999/").status_code == 404


def test_a_file_is_handed_out_to_be_saved_and_kept_by_nobody(officer, a):
    question = make_question(a, files=[upload()])
    (file,) = CaseFile._base_manager.filter(question=question)
    answer = officer.get(f"{address(question)}files/{file.pk}/")
    assert b"".join(answer.streaming_content) == TEXT
    assert answer["Content-Disposition"].startswith("attachment") and answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_a_file_of_another_case_is_not_found_below_this_one(officer, a, ours):
    question = make_question(a, files=[upload()])
    (file,) = CaseFile._base_manager.filter(question=question)
    assert officer.get(f"{address(ours)}files/{file.pk}/").status_code == 404


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_those_who_write_and_lead_the_pages_open_no_case(enter, ours, a, role):
    client = enter(a, role)
    answer = client.get(address(ours), follow=True)
    assert ours.text not in answer.text and ASKER.phone not in answer.text
    assert client.post(f"{address(ours)}do/receive/").status_code in (302, 403)
    assert again(ours).version == ours.version


def test_the_operator_sees_the_case_but_not_the_asker(admin_client, a):
    question = make_question(a, files=[upload()])
    (file,) = CaseFile._base_manager.filter(question=question)
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    shown = admin_client.get(address(question)).text
    assert question.text in shown and not any(words in shown for words in (*PERSONAL, "ban-do.txt"))
    assert admin_client.get(f"{address(question)}files/{file.pk}/").status_code in (302, 403)


def test_the_cost_does_not_grow_with_the_history(officer, a, staff_a):
    question = make_question(a, upto="received")

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(address(question)).status_code == 200
        return len(queries)

    before = asked() and asked()
    now = timezone.now()
    for number in range(10):
        who = {"portal": a, "by": staff_a.officer, "now": now + timedelta(minutes=number)}
        ask_back(question.pk, text=f"Hỏi {number}", **who)
        resume(question.pk, reason="Đủ.", **who)
    assert asked() <= before


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_opens_in_both_languages(enter, ours, a, language):
    shown = enter(a, "officer", language=language).get(address(ours))
    assert shown.status_code == 200 and "None" not in BeautifulSoup(shown.content, "html.parser").find("main").text


def test_what_looks_like_mischief_is_named_to_whoever_works_on_it(officer, other_officer, a, b):
    odd, plain = (make_question(a, "Bao giờ sửa đường?", suspicion=signs) for signs in ("links,adverts", ""))
    assert "có từ thường gặp trong quảng cáo, lừa đảo" in officer.get(address(odd)).text
    assert "Có dấu hiệu thư quảng cáo" not in officer.get(address(plain)).text
    assert other_officer.get(address(odd)).status_code == 404
