"""Asked again: the earlier answer is read while one waits, and what was of the earlier round is not said of this."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cms.questions import actions
from cms.questions.models import CaseFile
from tenants.scoping import platform_scope
from tests.factories.questions import fresh, make_question

from .conftest import words

NUMERALS = re.compile(r"\d+/\d+/\d{4}")
NEW = "Trả lời trước khi ông/bà hỏi lại"


@pytest.fixture
def now():
    return timezone.now().replace(hour=3, minute=0)


@pytest.fixture
def signed_again(a, staff_a, now):
    """signed_again(question) -> it with a new answer, which nobody had seen before."""

    def go(question):
        about = {"portal": a, "now": now}
        actions.save_draft(question.pk, draft="Tháng 7.", by=staff_a.officer, **about)
        actions.submit(question.pk, masked=True, by=staff_a.officer, **about)
        return actions.sign(question.pk, by=staff_a.head, **about)

    return go


def asked_again(portal, now, **values):
    question = make_question(portal, upto="answered", answer="Từ tháng 6.", at=now, **values)
    actions.reopen(question, text="Tháng nào?", now=now)
    return fresh(question)


def attach(question, name, *, at):
    with platform_scope():
        row = CaseFile(question=question, purpose="answer", name=name, content_type="application/pdf", size=4)
        row.added_at = at
        row.file.save(name, SimpleUploadedFile(name, b"%PDF"))


def answer_of(page):
    section = page.select_one("section[aria-labelledby=answer]")
    return words(section.h2), [words(prose) for prose in section.select(".prose")]


def test_the_earlier_answer_is_read_until_the_next_one_is_signed(tracker, signed_again, staff_b, a, b, now):
    question, other = asked_again(a, now), make_question(b, upto="answered", answer="Của xã B.")
    assert answer_of(tracker(b).page(question)) == (NEW, ["Từ tháng 6."])
    assert answer_of(tracker(a).page(other)) == ("Trả lời", ["Của xã B."])
    signed_again(question)
    assert answer_of(tracker(b).page(question)) == ("Trả lời", ["Tháng 7.", "Từ tháng 6."])


def test_a_file_of_the_next_answer_is_not_shown_before_it_is_signed(tracker, signed_again, a, b, now):
    question = asked_again(a, now)
    attach(question, "da-gui.pdf", at=now), attach(question, "se-gui.pdf", at=now + timedelta(minutes=5))
    named = [words(link) for link in tracker(b).page(question).select(".file__name")]
    assert named == ["da-gui.pdf"]


def test_a_later_answer_is_told_of_as_what_it_is(tracker, signed_again, staff_b, a, b, now):
    question = make_question(a, upto="answered", at=now)
    for make_later in (signed_again, lambda case: actions.reopen(fresh(case), text="Rõ chưa?", now=now), signed_again):
        make_later(question)
    told = [words(line) for line in tracker(b).page(question).select("section[aria-labelledby=happened] li")]
    answers = [line for line in told if "trả lời" in line]
    assert ["lần nữa" in line for line in answers] == [True, False, False]
    assert ["sửa câu trả lời" in line for line in answers] == [False, True, False]


def test_what_another_unit_answers_first_is_no_second_answer_of_it(tracker, staff_a, staff_b, a, b, now):
    question = asked_again(a, now)
    actions.forward(question.pk, portal=a, to=b, reason="R", by=staff_a.officer, now=now)
    attach(question, "cua-xa-b.pdf", at=now + timedelta(minutes=1))
    about = {"portal": b, "now": now + timedelta(minutes=2)}
    assert answer_of(tracker(a).page(question)) == (NEW, ["Từ tháng 6."])
    actions.save_draft(question.pk, draft="Tháng 9.", visibility="private", by=staff_b.officer, **about)
    actions.submit(question.pk, by=staff_b.officer, **about)
    actions.sign(question.pk, by=staff_b.head, **about)
    page = tracker(a).page(question)
    assert answer_of(page) == ("Trả lời", ["Tháng 9.", "Từ tháng 6."]) and "lần nữa" not in words(page.main)
    assert [words(link) for link in page.select(".file__name")] == ["cua-xa-b.pdf"]


@pytest.mark.parametrize("again", [False, True])
def test_an_extension_of_the_earlier_round_is_not_said_of_this_one(tracker, facts, staff_a, a, b, now, again):
    question = make_question(a, upto="received", at=now)
    about, day = {"portal": a, "now": now}, question.due_on + timedelta(days=7)
    while day.weekday() > 4:
        day += timedelta(days=1)
    actions.extend(question.pk, to=day, reason="Chờ đo đạc.", by=staff_a.officer, **about)
    actions.save_draft(question.pk, draft="Đã đo.", visibility="private", by=staff_a.officer, **about)
    actions.submit(question.pk, by=staff_a.officer, **about)
    actions.sign(question.pk, by=staff_a.head, **about)
    if again:
        actions.reopen(fresh(question), text="Đo thửa nào?", now=now)
    told = facts(tracker(b).page(question))
    assert [name for name in told if "Gia hạn" in name] == ([] if again else [f"Gia hạn đến {day:%d/%m/%Y}"])


def test_the_english_page_writes_days_in_one_way(tracker, staff_a, a, b, now):
    question, other = make_question(a, upto="received", at=now), asked_again(b, now)
    day = fresh(question).due_on + timedelta(days=3)
    while day.weekday() > 4:
        day += timedelta(days=1)
    actions.extend(question.pk, portal=a, to=day, reason="Chờ đo đạc.", by=staff_a.officer, now=now)
    answered = make_question(a, upto="answered", at=now)
    for case in (question, other, answered):
        assert NUMERALS.findall(words(tracker(b).page(case, "/en").main)) == []
        assert NUMERALS.findall(words(tracker(b).page(case).main))
    assert f"{day.day} {day:%B %Y}" in words(tracker(b).page(question, "/en").main)
