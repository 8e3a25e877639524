"""The page of a tracked case: who has it, where it stands, until when and why, and what the unit said."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.questions import actions
from cms.questions.models import CaseFile, OfficialTitle, Question, Removal, Topic
from tenants.scoping import platform_scope
from tests.factories import publish, section_page
from tests.factories.pages import local
from tests.factories.questions import ASKER, fresh, make_question, make_staff

from .conftest import words

MARCH = local(2026, 3, 2)  # a Monday


@pytest.fixture
def staff(a, b):
    return {portal.slug: make_staff(portal) for portal in (a, b)}


@pytest.fixture
def deed(staff, now):
    """deed(verb, question, **values): by the officer of whoever holds it."""

    def do(verb, question, *, at=None, **values):
        portal = fresh(question).portal
        return verb(question.pk, portal=portal, by=staff[portal.slug].officer, now=at or now, **values)

    return do


def state(page):
    return words(page.select_one(".state strong"))


def happened(page):
    return [words(p) for p in page.select(".timeline li > p:nth-of-type(2)")]


def test_a_new_question_says_who_has_it_and_what_comes_next(tracker, facts, a, b):
    contact = section_page(a, "contact")
    contact.phone = "0214 3000 001"
    publish(contact)
    question = make_question(a)
    page = tracker(b).page(question)
    assert state(page) == "Đã gửi, chờ đơn vị tiếp nhận"
    told = facts(page)
    assert told["Đơn vị đang giữ"] == "Xã An Bình 0214 3000 001"
    assert "Đơn vị tiếp nhận hoặc chuyển đúng nơi, chậm nhất ngày" in told["Việc tiếp theo"]
    assert f"{question.due_on:%d/%m/%Y}" in told["Hạn trả lời"] and "ngày làm việc" in told["Hạn trả lời"]
    assert happened(page) == ["Ông/bà gửi câu hỏi đến Xã An Bình"]
    assert question.text in words(page.main)


def test_why_the_deadline_is_that_day_is_told_step_by_step(tracker, a, b):
    question = make_question(a, at=MARCH)
    page = tracker(b).page(question)
    steps = [words(li) for li in page.select("details ol li")]
    assert "Vì sao hạn là ngày này" in words(page.main)
    assert steps[0] == "Câu hỏi được gửi lúc 09:00 ngày 02/03/2026."
    assert steps[-1].endswith(f"hạn là {question.due_on:%d/%m/%Y}.")


@pytest.mark.parametrize("upto", ["received", "submitted", "answered"])
def test_each_stage_has_plain_words(tracker, a, b, upto):
    expected = {
        "received": "Đơn vị đã tiếp nhận và đang xử lý",
        "submitted": "Đã có dự thảo trả lời, chờ lãnh đạo ký",
        "answered": "Đã trả lời",
    }
    make_question(b)
    page = tracker(b).page(make_question(a, upto=upto, answer="Bản dự thảo kín."))
    assert state(page) == expected[upto]
    assert ("Bản dự thảo kín." in words(page.main)) is (upto == "answered")


def test_a_forwarded_one_names_both_units_and_not_the_officers_note(tracker, facts, deed, a, b, staff):
    question = make_question(a)
    deed(actions.forward, question, to=b, reason="Việc của xã bên, ghi chú nội bộ.")
    page = tracker(a).page(question)
    assert state(page) == "Đã chuyển đến đơn vị có thẩm quyền"
    assert facts(page)["Đơn vị đang giữ"].startswith("Xã Bình Yên")
    assert happened(page) == ["Xã An Bình chuyển đến Xã Bình Yên", "Ông/bà gửi câu hỏi đến Xã An Bình"]
    assert "ghi chú nội bộ" not in words(page)
    assert staff["xa-a"].officer.last_name not in words(page.main)


def test_an_extension_is_told_with_its_reason(tracker, facts, deed, a, b):
    question = make_question(a, upto="received")
    to = question.due_on + timedelta(days=7)
    while to.weekday() > 4:
        to += timedelta(days=1)
    deed(actions.extend, question, to=to, reason="Chờ kết quả đo đạc.")
    page = tracker(b).page(question)
    assert facts(page)[f"Gia hạn đến {to:%d/%m/%Y}"] == "Chờ kết quả đo đạc."
    assert f"{to:%d/%m/%Y}" in facts(page)["Hạn trả lời"]


def test_who_is_asked_back_sees_what_is_wanted_and_that_the_clock_stands(tracker, facts, deed, a, b):
    question = make_question(a, upto="received")
    deed(actions.ask_back, question, text="Ông bà ở thôn nào?")
    page = tracker(b).page(question)
    assert state(page) == "Đơn vị đang chờ ông/bà làm rõ"
    assert "Ông bà ở thôn nào?" in words(page.select_one(".notice"))
    assert "đang tạm dừng" in facts(page)["Hạn trả lời"]
    assert page.select_one("details[open] #clarify_text")


def test_a_removed_one_tells_why_and_offers_nothing_more(tracker, facts, deed, a, b):
    question = make_question(a)
    deed(actions.remove, question, removal=Removal.DUPLICATE, reason="Trùng câu hỏi ngày 2/3.")
    page = tracker(b).page(question)
    assert state(page) == "Không được xử lý tiếp"
    assert words(page.select_one(".notice")) == "Trùng nội dung Trùng câu hỏi ngày 2/3."
    assert "Hạn trả lời" not in facts(page)
    assert not page.select("main form")


def test_an_answer_stands_with_who_signed_and_its_files(tracker, a, b):
    question = make_question(a, upto="answered", answer="Từ tháng 6.", visibility="private", at=MARCH)
    with platform_scope():
        for purpose, name in (("answer", "ke-hoach.pdf"), ("asked", "anh-cua-toi.pdf")):
            row = CaseFile(question=question, purpose=purpose, name=name, content_type="application/pdf")
            row.size, row.added_at = 4, MARCH
            row.file.save(name, SimpleUploadedFile(name, b"%PDF"))
    page = tracker(b).page(question)
    assert [words(li) for li in page.select(".files--sent li")] == ["anh-cua-toi.pdf (4\xa0byte)"]
    assert not page.select(".files--sent a")
    answer = page.select_one("section[aria-labelledby=answer]")
    assert words(answer.select_one(".prose")) == "Từ tháng 6."
    assert words(answer.select_one(".byline")) == "Chủ tịch UBND xã Trần Văn Bình"
    assert [words(link) for link in answer.select(".file__name")] == ["ke-hoach.pdf"]
    served = tracker(b).client.get(answer.select_one(".file")["href"])
    assert (served.status_code, b"".join(served.streaming_content)) == (200, b"%PDF")
    assert served.headers["X-Content-Type-Options"] == "nosniff"
    assert "attachment" in served.headers["Content-Disposition"]


def test_files_of_a_question_and_of_a_clarification_are_named_and_a_recording_is_not(tracker, a, b):
    question, other = make_question(a), make_question(b)
    with platform_scope():
        for case, purpose in ((question, "asked"), (question, "clarified"), (question, "recording"), (other, "asked")):
            row = CaseFile(question=case, purpose=purpose, name=f"{purpose}-{case.portal.slug}.txt", size=2048)
            row.content_type, row.added_at = "text/plain", MARCH
            row.file.save(row.name, SimpleUploadedFile(row.name, b"x"))
    sent = tracker(b).page(question).select(".files--sent li")
    assert [words(li).split(" (")[0] for li in sent] == ["asked-xa-a.txt", "clarified-xa-a.txt"]
    assert "2,0" in words(sent[0])


def test_topic_and_title_are_english_on_the_english_site_where_their_lists_know(tracker, a, b):
    Topic.objects.update_or_create(name="Y tế", defaults={"name_en": "Health"})
    OfficialTitle.objects.filter(name="Chủ tịch UBND xã").update(name_en="Chairperson")
    asked = make_question(a, upto="answered", topic="Y tế", visibility="private")
    page = tracker(b).page(asked, "/en")
    assert "Health" in words(page.select_one(".meta")) and "Y tế" not in words(page.main)
    assert words(page.select_one(".byline")) == "Chairperson Trần Văn Bình"
    assert page.select_one(".byline strong")["lang"] == "vi"
    OfficialTitle.objects.update(name_en="")
    page = tracker(b).page(make_question(b, upto="answered", topic="Chim", visibility="private"), "/en")
    assert words(page.select_one(".meta [lang=vi]")) == "Chim"
    assert words(page.select_one(".byline span[lang=vi]")) == "Chủ tịch UBND xã"


def test_a_corrected_answer_stands_first_and_the_old_one_is_kept(tracker, staff, a, b, now):
    question = make_question(a, upto="answered", answer="Từ tháng 6.")
    about = {"portal": a, "now": now}
    actions.save_draft(question.pk, draft="Từ tháng 7.", by=staff["xa-a"].officer, **about)
    actions.submit(question.pk, masked=True, by=staff["xa-a"].officer, **about)
    actions.sign(question.pk, by=staff["xa-a"].head, **about)
    page = tracker(b).page(question)
    answers = page.select("section[aria-labelledby=answer] .prose")
    assert [words(answer) for answer in answers] == ["Từ tháng 7.", "Từ tháng 6."]
    assert "Từ tháng 6." in words(page.select_one("section[aria-labelledby=answer] details"))


def test_the_parts_of_a_split_one_are_opened_from_it(tracker, deed, a, b):
    question = make_question(a)
    deed(actions.split, question, parts=[(a, "Về đường"), (b, "Về điện")], reason="Hai việc.")
    page = tracker(b).page(question)
    assert [words(h2) for h2 in page.select("section.part h2.h3")] == ["Phần 1: Xã An Bình", "Phần 2: Xã Bình Yên"]
    part = tracker(b).client.get(page.select("section.part a")[1]["href"])
    assert part.status_code == 200 and "Về điện" in part.text
    assert "Tách ra từ câu hỏi ông/bà đã gửi" in part.text


def test_a_late_one_says_so_and_whom_to_ring(tracker, facts, a, b):
    question = make_question(a, at=timezone.now() - timedelta(days=60))
    page = tracker(b).page(question)
    assert "quá hạn" in facts(page)["Hạn trả lời"]
    assert facts(page)["Việc tiếp theo"].startswith("Đã quá hạn trả lời")


@pytest.mark.parametrize("upto", ["sent", "submitted", "answered"])
def test_name_and_contact_of_the_asker_are_not_on_it(tracker, a, b, upto):
    page = tracker(b).page(make_question(a, upto=upto))
    for secret in (ASKER.name, ASKER.email, ASKER.phone, ASKER.address):
        assert secret not in str(page)


def test_words_of_other_cases_are_not_on_it(tracker, a, b):
    for portal in (a, b):
        make_question(portal, "Chim hoàng yến bay", upto="answered", answer="Chim hoàng yến hót.")
    assert "hoàng yến" not in str(tracker(b).page(make_question(a, "Bao giờ có điện?")).main)


def test_it_costs_the_same_whatever_happened(tracker, deed, a, b, now):
    visitor, question = tracker(b), make_question(a, upto="received")

    def cost():
        path = visitor.path(question)
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            assert visitor.client.get(path).status_code == 200
        return len(queries)

    before = cost()
    for number in range(15):
        deed(actions.ask_back, question, text=f"Câu {number}?")
        actions.clarify(question, text=f"Làm rõ {number}", now=now)
    assert cost() == before <= 30
    assert Question._base_manager.get(pk=question.pk).version > 30
