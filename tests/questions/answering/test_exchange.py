"""What the asker said after the question stands beneath it wherever an answer is written, looked at and signed."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.utils import timezone

from cms.questions.actions import Upload, ask_back, clarify, reopen, save_draft, submit
from tests.factories.questions import make_question
from tests.questions.screens import again

from .conftest import address

SAID = ["Thửa số mấy?", "Thửa 12, tờ bản đồ 3.", "Sửa trong quý II.", "Chưa rõ tháng nào."]


def _file(name):
    return Upload(ContentFile(b"tep", name), name, "text/plain", 3)


def _talk(portal, staff):
    now = timezone.now()
    question = make_question(portal, "Bao giờ cấp sổ?", files=[_file("don.txt")], upto="received")
    ask_back(question.pk, portal=portal, text=SAID[0], by=staff.officer, now=now)
    clarify(question, text=SAID[1], files=[_file("so-do.txt")], now=now)
    return again(question)


def _draft(question, portal, staff, answer, visibility="private"):
    who = {"by": staff.officer, "now": timezone.now()}
    save_draft(
        question.pk,
        portal=portal,
        draft=answer,
        visibility=visibility,
        public_text=question.text,
        public_answer=answer,
        **who,
    )


@pytest.fixture
def talked(a, b, staff_a, staff_b):
    _talk(b, staff_b)
    return _talk(a, staff_a)


def _in_order(text, words):
    places = [text.index(one) for one in words]
    return places == sorted(places)


@pytest.mark.parametrize("visibility", ["private", "public"])
def test_each_screen_shows_it_in_order_with_the_files(officer, head, talked, a, staff_a, visibility):
    wanted = ["Bao giờ cấp sổ?", *SAID[:2], "so-do.txt"]
    assert _in_order(officer.get(address(talked)).text, wanted)
    _draft(talked, a, staff_a, "Sẽ cấp trong tháng 5.", visibility)
    assert _in_order(officer.get(address(talked, "submit")).text, wanted)
    submit(talked.pk, portal=a, by=staff_a.officer, now=timezone.now(), masked=True)
    text = head.get(address(talked, "sign")).text
    assert _in_order(text, [*wanted, "Sẽ cấp trong tháng 5."]) and "don.txt" in text


def test_the_exchange_names_the_unit_and_not_its_address(officer, head, talked, a, b, staff_a):
    _draft(talked, a, staff_a, "Sẽ cấp trong tháng 5.", "private")
    told = [officer.get(address(talked)).text, officer.get(address(talked, "submit")).text]
    submit(talked.pk, portal=a, by=staff_a.officer, now=timezone.now(), masked=True)
    for text in [*told, head.get(address(talked, "sign")).text]:
        exchange = BeautifulSoup(text, "html.parser").select_one("[aria-labelledby=case-exchange]").text
        assert (a.name in exchange, a.slug in exchange, b.name in exchange) == (True, False, False)


def test_who_asks_again_is_read_with_the_answer_that_was_not_clear(officer, a, talked):
    question = make_question(a, "Bao giờ sửa đường?", upto="answered", answer=SAID[2])
    assert "Trao đổi thêm" not in officer.get(address(question)).text
    reopen(question, text=SAID[3], now=timezone.now())
    assert _in_order(officer.get(address(question)).text, ["Bao giờ sửa đường?", *SAID[2:]])


def test_a_question_to_which_nothing_was_added_shows_nothing_more(officer, ours, theirs, talked):
    assert "Trao đổi thêm" not in officer.get(address(ours)).text
    assert officer.get(address(theirs)).status_code == 404
