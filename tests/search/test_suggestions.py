"""What a form suggests while somebody writes: public answers about the same, and nothing when it would take long."""

import time

import pytest
from django.db import OperationalError, connection

from cms.questions import suggesting
from search.deadline import within
from search.suggesting import suggest
from tenants.scoping import portal_scope
from tests.factories import make_article


@pytest.mark.parametrize(
    "typed",
    ["Tôi muốn hỏi đăng ký khai sinh cho con thì cần gì", "cho em hoi khai sinh", "Thủ tục khai sinh như thế nào ạ?"],
)
def test_a_sentence_finds_the_question_that_is_about_the_same(answer, a, b, typed):
    question = answer(a, "Đăng ký khai sinh ở đâu?")
    answer(b, "Đăng ký khai sinh ở xã B?"), answer(a, "Tôi muốn hỏi về giá nước")
    with portal_scope([a]):
        found = suggest(typed, a, "vi")
    assert (found[0].title, found[0].url, found[0].source) == (
        "Đăng ký khai sinh ở đâu?",
        f"http://xa-a.localhost:8000/hoi-dap/{question.pk}/",
        "Hỏi - Đáp",
    )
    assert all("xã B" not in one.title and "nước" not in one.title for one in found)


@pytest.mark.parametrize("typed", ["Tôi muốn hỏi", "cho tôi xin hỏi ạ", "???", "", "\0"])
def test_what_everybody_says_suggests_nothing(answer, a, b, typed):
    answer(a, "Tôi muốn hỏi về giá nước"), answer(b, "Cho tôi hỏi")
    assert suggest(typed, a, "vi") == []


def test_a_suggestion_is_plain_text(answer, a, b):
    answer(a, "Giá <b>nước</b> & điện"), answer(b, "Giá nước")
    assert suggest("giá nước", a, "vi")[0].title == "Giá <b>nước</b> & điện"


NEWS = [("heading", "Opening hours")]


def test_the_kind_of_a_suggestion_is_in_the_language_of_the_site(answer, a, b):
    for portal in (a, b):
        answer(portal, "Giờ mở cửa chợ?")
        make_article(portal, "Giờ mở cửa", title_en="Giờ mở cửa", lead="Tin", lead_en="x", body_en=NEWS)
    vietnamese, english = ({one.source for one in suggest("giờ mở cửa", a, lang)} for lang in ("vi", "en"))
    assert vietnamese == {"Hỏi - Đáp", "Tin bài"}
    assert english == {"Questions and answers", "Article"}


def test_the_form_asks_for_suggestions_in_this_index(answer, visit, client, a, b):
    answer(a, "Đăng ký khai sinh ở đâu?"), answer(b, "Khai sinh ở xã B?")
    assert suggest in suggesting.suggesters
    found = suggesting.suggestions("Đăng ký khai sinh cho con", portal=a, lang="vi", seconds=5)
    assert [one.title for one in found] == ["Đăng ký khai sinh ở đâu?"]


SLOW = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 90000000) SELECT max(i) FROM n",
    "postgresql": "SELECT pg_sleep(20)",
}


def read_slowly(*args, **kwargs):
    with connection.cursor() as cursor:
        cursor.execute(SLOW[connection.vendor])


def test_a_statement_that_takes_too_long_is_stopped_and_nothing_else_is(a, b):
    began = time.monotonic()
    with pytest.raises(OperationalError), within(0.1):
        read_slowly()
    assert time.monotonic() - began < 5
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_a_slow_index_suggests_nothing_and_the_form_goes_on(answer, a, b, monkeypatch):
    answer(a, "Đăng ký khai sinh ở đâu?"), answer(b, "Khai sinh")
    monkeypatch.setattr("search.suggesting.find_for", read_slowly)
    began = time.monotonic()
    assert suggesting.suggestions("đăng ký khai sinh", portal=a, lang="vi") == []
    assert time.monotonic() - began < 5
