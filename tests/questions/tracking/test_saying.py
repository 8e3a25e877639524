"""What who asked does with the code: clarify, rate once, ask again once."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cms.questions import actions
from cms.questions.models import CaseFile, EventKind, Rating, Stage
from cms.questions.tracking.keys import key_of
from tenants.scoping import platform_scope
from tests.factories.questions import days_ago, events_of, fresh, make_question, make_staff

from .conftest import words

CLEAR = "Thôn Sả Séng, nhà văn hóa."


def kinds(question):
    return [event.kind for event in events_of(question)]


@pytest.fixture
def say(tracker, b):
    """say(question, "lam-ro", **data) on another portal's host -> the answer, not followed."""
    visitor = tracker(b)
    return lambda question, verb, **data: visitor.send(f"{visitor.path(question)}{verb}/", **data)


def test_a_clarification_comes_in_with_its_files(say, a, b):
    question = make_question(a, upto="received")
    file = SimpleUploadedFile("don.pdf", b"%PDF-1.4 don", "application/pdf")
    answer = say(question, "lam-ro", text=CLEAR, files=[file])
    assert answer.status_code == 302 and answer.url.endswith("/?xong=clarify")
    event = events_of(question)[-1]
    assert (event.kind, event.detail["text"], event.by) == (EventKind.CLARIFIED, CLEAR, None)
    with platform_scope():
        assert [(row.name, row.purpose) for row in CaseFile.objects.filter(question=question)] == [
            ("don.pdf", "clarified")
        ]


def test_files_that_must_be_chosen_again_are_named_and_refused_ones_are_not(say, a, b):
    files = [SimpleUploadedFile(name, data) for name, data in (("virus.exe", b"MZ\x90\x00"), ("don.txt", b"Kinh gui"))]
    answer = say(make_question(a, upto="received"), "lam-ro", text=CLEAR, files=files)
    assert answer.status_code == 422
    assert "Tệp “virus.exe”:" in answer.text and "Hãy chọn lại: don.txt." in answer.text


def test_it_starts_a_clock_that_stood(say, a, b):
    staff, question = make_staff(a), make_question(a, upto="received")
    actions.ask_back(question.pk, portal=a, text="Ở thôn nào?", by=staff.officer, now=timezone.now())
    assert fresh(question).stands_since
    say(question, "lam-ro", text=CLEAR)
    assert fresh(question).stands_since is None


def test_the_page_says_that_it_was_sent(tracker, a, b):
    question, visitor = make_question(a), tracker(b)
    answer = visitor.client.post(f"{visitor.path(question)}lam-ro/", {"text": CLEAR}, follow=True)
    assert "Đã gửi nội dung làm rõ đến đơn vị." in answer.text


def test_two_presses_are_one_saying(say, a, b):
    question = make_question(a)
    assert [say(question, "lam-ro", text=CLEAR).status_code for _press in range(2)] == [302, 302]
    assert kinds(question).count(EventKind.CLARIFIED) == 1


@pytest.mark.parametrize("text", ["", "ngắn", "x" * 5001])
def test_a_faulty_text_comes_back_as_it_was_typed(say, a, b, text):
    question = make_question(a)
    answer = say(question, "lam-ro", text=text)
    page = BeautifulSoup(answer.content.decode(), "html.parser")
    assert answer.status_code == 422
    assert page.select_one("#clarify_text").get_text().strip() == text
    assert page.select_one(".error-summary a")["href"] == "#clarify_text"
    assert kinds(question) == [EventKind.ASKED]


def test_a_file_that_is_not_taken_comes_back_with_the_text(say, a, b):
    question = make_question(a)
    file = SimpleUploadedFile("chay.pdf", b"MZ\x90\0 no paper", "application/pdf")
    answer = say(question, "lam-ro", text=CLEAR, files=[file])
    assert answer.status_code == 422 and CLEAR in answer.text
    assert kinds(question) == [EventKind.ASKED]


def test_what_took_an_hour_to_write_is_taken(tracker, later, a, b):
    question, visitor = make_question(a), tracker(b)
    path = visitor.path(question)
    later(hours=1)
    assert visitor.send(f"{path}lam-ro/", text=CLEAR).status_code == 302
    assert kinds(question)[-1] == EventKind.CLARIFIED


def test_what_took_a_day_is_shown_to_be_copied(tracker, later, a, b):
    question, visitor = make_question(a), tracker(b)
    path = visitor.path(question)
    later(days=1)
    answer = visitor.send(f"{path}lam-ro/", text=CLEAR)
    assert answer.status_code == 410 and CLEAR in answer.text
    assert kinds(question) == [EventKind.ASKED]


def test_after_half_an_hour_the_page_stays_closed_when_something_was_taken(tracker, later, a, b):
    question, visitor = make_question(a), tracker(b)
    path = visitor.path(question)
    later(minutes=31)
    answer = visitor.client.post(f"{path}lam-ro/", {"text": CLEAR}, follow=True)
    assert [address for address, _status in answer.redirect_chain] == ["/hoi-dap/tra-cuu/?xong=clarify"]
    assert "Đã gửi nội dung làm rõ đến đơn vị." in answer.text
    assert "Hãy nhập lại mã" in answer.text and not shown_of(question, answer)


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("danh-gia", {}),
        ("danh-gia", {"remark": "Ý kiến còn đây"}),
        ("lam-ro", {"text": "ngắn"}),
        ("hoi-lai", {"text": ""}),
    ],
)
def test_after_half_an_hour_what_is_not_taken_opens_nothing(tracker, later, a, b, verb, data):
    question, visitor = make_question(a, upto="answered"), tracker(b)
    path = visitor.path(question)
    later(minutes=31)
    answer = visitor.send(f"{path}{verb}/", **data)
    assert answer.status_code == 410 and not shown_of(question, answer)
    assert all(typed in answer.text for typed in data.values())


def shown_of(question, answer):
    """What an answer shows of a case: its words, its code, a key other than the ended one that was sent."""
    sent = answer.request["PATH_INFO"].split("/")[3]
    begun = re.escape(key_of(question).split(":")[0])
    keys = set(re.findall(rf"{begun}:\w+:[\w-]+", answer.text)) - {sent}
    return [words for words in (question.text, question.code) if words in answer.text] + sorted(keys)


def test_a_case_cannot_be_flooded(say, a, b):
    question, other = make_question(a), make_question(b)
    answers = [say(question, "lam-ro", text=f"{CLEAR} {number}") for number in range(11)]
    assert [answer.status_code for answer in answers] == [302] * 10 + [422]
    assert "quá nhiều lần" in answers[-1].text and f"{CLEAR} 10" in answers[-1].text
    assert say(other, "lam-ro", text=CLEAR).status_code == 302


@pytest.mark.parametrize("stars", ["1", "5"])
def test_an_answer_is_rated_once_and_nobody_is_shown_how(tracker, say, a, b, stars):
    question = make_question(a, upto="answered")
    assert say(question, "danh-gia", stars=stars, remark="Trả lời rõ.").status_code == 302
    with platform_scope():
        assert Rating.objects.get(question=question).stars == int(stars)
    again = say(question, "danh-gia", stars="3")
    assert again.status_code == 422 and "đã được đánh giá" in again.text
    page = tracker(b).page(question)
    assert "Ông/bà đã đánh giá câu trả lời này." in words(page.main)
    assert "Trả lời rõ." not in words(page) and not page.select("input[name=stars]")
    public = tracker(a).client.get(f"/hoi-dap/{question.pk}/")
    assert public.status_code == 200 and "Trả lời rõ." not in public.text


@pytest.mark.parametrize("stars", ["", "0", "6", "x", "4.5"])
def test_only_one_to_five_is_a_rating(say, a, b, stars):
    question = make_question(a, upto="answered")
    answer = say(question, "danh-gia", stars=stars, remark="Ý kiến còn đây")
    assert answer.status_code == 422 and "Ý kiến còn đây" in answer.text
    with platform_scope():
        assert not Rating.objects.exists()


def test_before_the_answer_there_is_nothing_to_rate_or_ask_again(tracker, say, a, b):
    question = make_question(a, upto="submitted")
    page = tracker(b).page(question)
    assert {form["action"].rsplit("/", 2)[1] for form in page.select("main form")} == {"lam-ro"}
    assert say(question, "danh-gia", stars="5").status_code == 422
    assert say(question, "hoi-lai", text=CLEAR).status_code == 422


def test_one_asks_again_once_within_the_days_of_the_rule(tracker, say, a, b):
    question = make_question(a, upto="answered", at=days_ago(15))
    page = tracker(b).page(question)
    until = timezone.localdate(question.answered_at) + timedelta(days=15)
    assert f"đến hết ngày {until:%d/%m/%Y}" in words(page.main)
    assert say(question, "hoi-lai", text="Chưa nói rõ ngày nào.").status_code == 302
    assert (fresh(question).stage, kinds(question)[-1]) == (Stage.RECEIVED, EventKind.REOPENED)
    page = tracker(b).page(question)
    assert "Chưa nói rõ ngày nào." in words(page.select_one(".timeline"))
    assert "Sửa trong quý II." in words(page.select_one("section[aria-labelledby=answer]"))
    assert not page.select("#reopen_text")


def test_two_presses_of_asking_again_are_one(say, a, b):
    question = make_question(a, upto="answered")
    for _press in range(2):
        assert say(question, "hoi-lai", text="Chưa nói rõ ngày nào.").status_code == 302
    assert kinds(question).count(EventKind.REOPENED) == 1


def test_after_those_days_one_asks_anew(tracker, say, a, b):
    question = make_question(a, upto="answered", at=days_ago(16))
    assert not tracker(b).page(question).select("#reopen_text")
    answer = say(question, "hoi-lai", text="Chưa nói rõ ngày nào.")
    assert answer.status_code == 422 and "Chưa nói rõ ngày nào." in answer.text


def test_a_broken_sending_loses_nothing_and_breaks_nothing(tracker, a, b):
    question, visitor = make_question(a), tracker(b)
    path = f"{visitor.path(question)}lam-ro/"
    answers = [
        visitor.client.post(path, b"\xff\0", content_type="multipart/form-data; boundary=x"),
        visitor.client.post(path, "text=%ff%00", content_type="application/x-www-form-urlencoded"),
        visitor.client.post(path, {"text": "\u202e\u200b\0" * 500, "files": "no file"}),
        visitor.client.post(path, {"text": ["a", "b"], "stars": "x"}),
    ]
    assert [answer.status_code for answer in answers] == [422] * 4
    assert kinds(question) == [EventKind.ASKED]


def test_a_key_of_one_case_says_nothing_in_another(say, a, b):
    ours, theirs = make_question(a), make_question(b)
    say(ours, "lam-ro", text=CLEAR)
    assert (len(events_of(ours)), len(events_of(theirs))) == (2, 1)
