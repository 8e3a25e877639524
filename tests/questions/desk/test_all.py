""" "Tất cả": every case of the portal, narrowed by code, words, stage, topic and days of asking."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.questions.actions import ask_back, remove
from cms.questions.models import Question
from tests.factories.questions import days_ago, make_question

from .conftest import DESK, address

ALL = f"{DESK}all/"


@pytest.fixture
def cases(a, b, staff_a, staff_b):
    """{name: case}: one of each kind, and one of the other portal that every filter would find."""
    made = {
        "road": make_question(a, "Bao giờ sửa đường thôn 3?", topic="Giao thông", at=days_ago(9)),
        "land": make_question(a, "Đất đai của tôi ở đâu?", topic="Đất đai", upto="received", at=days_ago(5)),
        "school": make_question(a, "Trường học?", topic="Giáo dục", upto="answered"),
        "spam": make_question(a, "Mua hàng đi"),
        "asked": make_question(a, "Việc kia thế nào?", upto="received"),
    }
    make_question(b, "Bao giờ sửa đường thôn 3? Đất đai", topic="Giao thông", at=days_ago(9))
    who = {"portal": a, "by": staff_a.officer, "now": timezone.now()}
    remove(made["spam"].pk, removal="violation", reason="Quảng cáo.", **who)
    ask_back(made["asked"].pk, text="Việc nào?", **who)
    Question._base_manager.filter(pk=made["land"].pk).update(due_on=timezone.localdate() - timedelta(days=1))
    return made


def found(client, cases, **wanted):
    page = BeautifulSoup(client.get(ALL, wanted).content, "html.parser")
    shown = [tag.get_text(strip=True) for tag in page.select(".cong-case .cong-code")]
    names = {f"số {case.pk}": name for name, case in cases.items()}
    return {names[code] for code in shown}


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({}, {"road", "land", "school", "spam", "asked"}),
        ({"q": "sửa đường"}, {"road"}),
        ({"q": "đất đai"}, {"land"}),
        ({"q": "máy bay"}, set()),
        ({"topic": "Giáo dục"}, {"school"}),
        ({"state": "sent"}, {"road"}),
        ({"state": "received"}, {"land", "asked"}),
        ({"state": "answered"}, {"school"}),
        ({"state": "open"}, {"road", "land", "asked"}),
        ({"state": "overdue"}, {"land"}),
        ({"state": "at_the_asker"}, {"asked"}),
        ({"state": "removed"}, {"spam"}),
        ({"state": "split"}, set()),
        ({"state": "nothing"}, {"road", "land", "school", "spam", "asked"}),
        ({"first": "nói bừa", "q": "trường"}, {"school"}),
    ],
)
def test_each_filter_narrows_our_cases_alone(officer, cases, wanted, names):
    assert found(officer, cases, **wanted) == names


def test_a_code_finds_its_case_however_it_is_typed(officer, cases):
    code = cases["road"].code
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("-", "").lower()):
        assert found(officer, cases, q=typed) == {"road"}
    assert found(officer, cases, q=str(cases["land"].pk)) == {"land"}


def test_a_code_cannot_be_found_out_letter_by_letter(officer, cases, theirs):
    code = cases["road"].code
    for part in (code[:4], code[:9], code[5:], code[:-1]):
        assert found(officer, cases, q=part) == set()
    assert found(officer, cases, q=theirs.code) == found(officer, cases, q=str(theirs.pk)) == set()


def test_no_list_and_no_file_shows_a_code(officer, cases, theirs):
    for path in (DESK, ALL, *(address(case) for case in cases.values())):
        text = officer.get(path).text
        assert not any(case.code in text for case in (*cases.values(), theirs))


def test_days_of_asking_are_local_and_both_included(officer, cases):
    day = timezone.localdate(cases["road"].asked_at)
    assert found(officer, cases, first=f"{day:%d/%m/%Y}", last=f"{day:%d/%m/%Y}") == {"road"}
    after = day + timedelta(days=1)
    assert "road" not in found(officer, cases, first=f"{after:%d/%m/%Y}")


def test_topics_are_those_of_our_cases(officer, cases, b):
    make_question(b, topic="Chủ đề của xã bên")
    page = officer.get(ALL).text
    assert ("Giáo dục" in page, "Chủ đề của xã bên" in page) == (True, False)
    assert page.index('value="Đất đai"') < page.index('value="Giao thông"') < page.index('value="Giáo dục"')


def test_pages_keep_the_filter(officer, a, monkeypatch):
    monkeypatch.setattr("cms.questions.desk.views.lists.PER_PAGE", 2)
    for number in range(5):
        make_question(a, f"Câu {number}", topic="Đất đai")
    page = BeautifulSoup(officer.get(ALL, {"topic": "Đất đai", "p": "2"}).content, "html.parser")
    links = [tag["href"] for tag in page.select(".cong-pager a")]
    assert len(page.select(".cong-case")) == 2
    assert links == ["?topic=%C4%90%E1%BA%A5t+%C4%91ai&p=1", "?topic=%C4%90%E1%BA%A5t+%C4%91ai&p=3"]
    assert "5 câu hỏi" in page.text


def test_nothing_found_says_what_to_do(officer, cases):
    assert "Hãy bỏ bớt điều kiện lọc." in officer.get(ALL, {"q": "<script>alert(1)</script>"}).text


def test_one_and_thirty_rows_cost_the_same(officer, a):
    make_question(a, topic="Đất đai")

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(ALL, {"state": "open"}).status_code == 200
        return len(queries)

    before = asked() and asked()
    for number in range(30):
        make_question(a, f"Câu {number}", topic="Đất đai")
    assert asked() == before
