"""Who asks again takes nothing off the portal: everybody reads what was signed until the next answer is."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from cms.questions.actions import forward, reopen
from tests.factories.pages import local

from .conftest import SECRET, show, words
from .test_section import state

AT = local(2026, 3, 5)
SAYS = "Người hỏi đã hỏi lại về câu trả lời này; đơn vị đang trả lời thêm."


@pytest.fixture
def asked_again(a, b, now):
    """{portal slug: case}."""
    cases = {portal.slug: show(portal, f"Giờ ở {portal.slug}", answer="Từ 7 giờ.", at=AT) for portal in (a, b)}
    reopen(cases["xa-a"], text=f"Chưa rõ {SECRET}", now=local(2026, 3, 9))
    return cases


def test_its_page_says_in_a_sentence_that_the_unit_answers_further(read, asked_again, a, b):
    page = read(a, f"/hoi-dap/{asked_again['xa-a'].pk}/")
    assert words(page.select_one("main .notice")) == SAYS and SECRET not in str(page)
    assert words(page.select_one(".meta")) == "Hỏi ngày 05/03/2026 Trả lời ngày 05/03/2026"
    assert words(page.select_one("[itemprop=acceptedAnswer] .prose")) == "Từ 7 giờ."
    assert words(page.select_one(".byline")).startswith("Chủ tịch UBND xã")
    assert not read(b, f"/hoi-dap/{asked_again['xa-b'].pk}/").select("main .notice")


def test_list_feed_site_map_and_home_go_on_naming_it(visit, asked_again, a, b):
    path = f"/hoi-dap/{asked_again['xa-a'].pk}/"
    for where in ("/hoi-dap/", "/hoi-dap/?pham-vi=tinh", "/hoi-dap/rss/", "/sitemap.xml", "/", "/en/hoi-dap/"):
        shown = visit(a, where)
        assert (shown.status_code, path in shown.text, SECRET in shown.text) == (200, True, False), where
    feed = BeautifulSoup(visit(a, "/hoi-dap/rss/").content, "xml")
    assert feed.select_one("item pubDate").get_text() == "Thu, 05 Mar 2026 02:00:00 +0000"
    assert "<lastmod>2026-03-05" in visit(a, "/sitemap.xml").text


def test_it_is_found_by_the_day_of_its_answer(read, asked_again, a, b):
    show(a, "Hôm sau", at=local(2026, 3, 6))
    for days, found in (
        ({"tu": "2026-03-05", "den": "2026-03-05"}, ["Giờ ở xa-a"]),
        ({"tu": "2026-03-06"}, ["Hôm sau"]),
    ):
        assert [words(h3) for h3 in read(a, **days).select(".rows h3")] == found
    assert [words(h3) for h3 in read(a).select(".rows h3")] == ["Hôm sau", "Giờ ở xa-a"]


def test_it_goes_on_filling_its_section(asked_again, a, b):
    assert state(a) == (1, AT, "filled")


def test_the_unit_that_gets_it_does_not_show_the_answer_of_another(visit, staff_a, asked_again, a, b):
    question = asked_again["xa-a"]
    forward(question.pk, portal=a, to=b, reason="Của xã bên.", by=staff_a.officer, now=timezone.now())
    for portal in (a, b):
        assert visit(portal, f"/hoi-dap/{question.pk}/").status_code == 404
        assert "Giờ ở xa-a" not in visit(portal, "/hoi-dap/?pham-vi=tinh").text
    assert state(a)[0] == 0
