"""The public list of a portal: what is in it, how it is narrowed, what it costs."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import publish, section_page
from tests.factories.pages import local
from tests.factories.questions import make_question

from .conftest import SECRET, show, words

PATH = "/hoi-dap/"


def headings(page):
    return [words(h3) for h3 in page.select(".rows h3")]


def test_the_newest_answer_stands_first_and_each_portal_has_its_own(read, a, b):
    for day, heading in ((5, "Cũ"), (7, "Mới"), (6, "Giữa")):
        show(a, heading, at=local(2026, 3, day))
    show(b, "Của xã B")
    assert headings(read(a)) == ["Mới", "Giữa", "Cũ"]
    assert headings(read(b)) == ["Của xã B"]


def test_a_row_tells_topic_day_and_how_the_answer_begins(read, a, b):
    show(a, "Giờ làm việc", topic="Y tế", answer="Từ 7 giờ.", at=local(2026, 3, 5))
    row = read(a).select_one(".rows article")
    assert words(row) == "Giờ làm việc Y tế Trả lời: 05/03/2026 Từ 7 giờ."


def test_what_is_not_for_everybody_is_nowhere(visit, shut, a, b):
    for portal in (a, b):
        show(portal, "Công khai")
    for path in (PATH, "/en/hoi-dap/", "/hoi-dap/rss/", "/sitemap.xml", "/", "/hoi-dap/?pham-vi=tinh"):
        answer = visit(a, path)
        assert answer.status_code == 200
        assert SECRET not in answer.text, path
        assert all(case.code not in answer.text for cases in shut.values() for case in cases.values()), path


def test_the_code_of_an_asker_is_in_no_public_address(visit, a, b):
    codes = [show(portal, "Công khai").code for portal in (a, b)]
    for path in (PATH, "/hoi-dap/rss/", "/sitemap.xml", "/", "/hoi-dap/?pham-vi=tinh"):
        assert not [code for code in codes if code in visit(a, path).text], path


def test_the_province_s_list_names_units_and_leads_to_their_hosts(read, a, b):
    show(a, "Của xã A"), show(b, "Của xã B")
    assert headings(read(a)) == ["Của xã A"]
    wide = read(a, **{"pham-vi": "tinh"})
    assert {words(link): link["href"] for link in wide.select(".rows h3 a")} == {
        "Của xã A": read(a).select_one(".rows h3 a")["href"],
        "Của xã B": "http://xa-b.localhost" + read(b).select_one(".rows h3 a")["href"],
    }
    assert headings(read(a, **{"pham-vi": "tinh", "don-vi": "xa-b"})) == ["Của xã B"]
    assert "Xã Bình Yên" in words(wide.select_one(".rows"))
    assert headings(read(a, **{"don-vi": "xa-b"})) == ["Của xã A"]  # a unit is asked for in the province's list alone


def test_a_portal_that_is_not_open_shows_nothing_in_the_province_s_list(read, a, b):
    show(b, "Của xã B")
    type(b).objects.filter(pk=b.pk).update(state="suspended")
    assert headings(read(a, **{"pham-vi": "tinh"})) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "khai sinh"}, ["Đăng ký khai sinh"]),
        ({"q": "KHAI SINH ở đâu"}, []),
        ({"q": "dat dai"}, ["Hỏi về đất đai"]),
        ({"q": "nha tap the"}, ["Hỏi về đất đai"]),
        ({"chu-de": "Đất đai"}, ["Hỏi về đất đai"]),
        ({"chu-de": "Không có"}, []),
        ({"tu": "2026-03-06"}, ["Hỏi về đất đai"]),
        ({"den": "05/03/2026"}, ["Đăng ký khai sinh"]),
        ({"tu": "2026-03-05", "den": "2026-03-06"}, ["Hỏi về đất đai", "Đăng ký khai sinh"]),
        ({"tu": "hôm qua", "den": "31/02/2026"}, ["Hỏi về đất đai", "Đăng ký khai sinh"]),
        ({"q": "khai sinh", "chu-de": "Đất đai"}, []),
    ],
)
def test_it_is_narrowed_by_words_topic_and_days(read, a, b, django_capture_on_commit_callbacks, asked, found):
    with django_capture_on_commit_callbacks(execute=True):
        show(a, "Đăng ký khai sinh", topic="Hộ tịch", at=local(2026, 3, 5))
        show(a, "Hỏi về đất đai", answer="Nhà tập thể cũng được.", topic="Đất đai", at=local(2026, 3, 6))
        show(b, "Khai sinh ở xã B", topic="Đất đai", at=local(2026, 3, 6))
    assert headings(read(a, **asked)) == found


def test_each_condition_can_be_taken_back(read, a, b):
    show(a, "Sổ đỏ", topic="Đất đai"), show(b, "Khác", topic="Y tế")
    page = read(a, **{"q": "so", "chu-de": "Đất đai", "tu": "2026-01-02"})
    taken = {words(link): link["href"] for link in page.select(".chosen a")}
    assert taken == {
        "Bỏ điều kiện Từ cần tìm: so": "?chu-de=%C4%90%E1%BA%A5t+%C4%91ai&tu=2026-01-02",
        "Bỏ điều kiện Chủ đề: Đất đai": "?q=so&tu=2026-01-02",
        "Bỏ điều kiện Trả lời từ ngày: 02/01/2026": "?q=so&chu-de=%C4%90%E1%BA%A5t+%C4%91ai",
    }
    assert [option.get_text() for option in page.select("#f-chu-de option")] == ["Tất cả", "Đất đai"]


def test_without_an_index_the_list_says_so_and_shows_all(read, a, b, monkeypatch):
    def broken(text, portal_ids):
        raise RuntimeError

    monkeypatch.setattr("cms.questions.listing.searching.finders", [broken])
    show(a, "Sổ đỏ"), show(b, "Khác")
    page = read(a, q="khai sinh")
    assert headings(page) == ["Sổ đỏ"] and "Hiện chưa tìm được theo từ" in words(page.main)


@pytest.mark.parametrize("typed", ["\0", "'\"%_", "a" * 5000, "\ud800", "-1"])
def test_nothing_typed_breaks_it(visit, a, b, typed):
    show(a, "Sổ đỏ")
    for name in ("q", "chu-de", "don-vi", "tu", "den", "trang", "pham-vi"):
        typed = typed.encode("utf-8", "replace").decode()
        assert visit(a, PATH, **{name: typed}).status_code == 200


@pytest.mark.parametrize(("typed", "is_said"), [("32/13/2024", True), ("02/01/2026", False), ("2026-01-02", False)])
def test_a_day_that_is_none_is_said(read, a, b, typed, is_said):
    for portal in (a, b):
        show(portal, "Giờ làm việc")
        notices = [words(one) for one in read(portal, tu=typed).select("main .notice")]
        assert any("Không có ngày như đã nhập" in one for one in notices) is is_said


def test_an_empty_list_offers_to_ask_and_stays_out_of_search_engines(read, visit, a, b):
    show(b, "Của xã B")
    page = read(a)
    assert "Chưa có câu hỏi công khai" in words(page.main)
    assert {link["href"] for link in page.select(".tile a")} == {"/hoi-dap/gui/", "/hoi-dap/tra-cuu/"}
    assert visit(a, PATH).headers["X-Robots-Tag"] == "noindex, follow"
    assert "X-Robots-Tag" not in visit(b, PATH).headers


def test_what_the_editors_wrote_stands_above_it(read, a, b):
    page = section_page(a, "questions")
    page.body_vi = [("paragraph", "<p>Bộ phận một cửa nhận câu hỏi.</p>")]
    publish(page)
    assert "Bộ phận một cửa nhận câu hỏi." in words(read(a).main)
    assert "Bộ phận một cửa nhận câu hỏi." not in words(read(b).main)


def test_below_en_the_words_around_are_english_and_topics_too(read, a, b):
    show(a, "Sổ đỏ", topic="Đất đai"), show(b, "Khác")
    page = read(a, "/en/hoi-dap/")
    assert page.html["lang"] == "en" and words(page.h1) == "Questions and answers"
    assert page.select_one(".rows h3")["lang"] == "vi"
    assert page.select_one("#f-chu-de option[value='Đất đai']").get_text() != "Đất đai"


def _cost(visit, portal, **asked):
    visit(portal, PATH, **asked)
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert visit(portal, PATH, **asked).status_code == 200
    return len(queries)


@pytest.mark.parametrize("asked", [{}, {"q": "sổ"}, {"pham-vi": "tinh"}, {"trang": "2"}])
def test_thirty_questions_cost_what_one_does(visit, a, b, django_capture_on_commit_callbacks, asked):
    with django_capture_on_commit_callbacks(execute=True):
        show(a, "Sổ 0")
    one = _cost(visit, a, **{**asked, "trang": ""})
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(1, 31):
            show((a, b)[number % 7 == 0], f"Sổ {number}")
    assert _cost(visit, a, **asked) == one
    assert one <= 25


def test_the_home_names_the_newest_four_and_those_of_its_own_portal(read, a, b):
    for number in range(5):
        show(a, f"Câu {number}", at=local(2026, 3, 1) + timedelta(days=number))
    show(b, "Của xã B")
    shown = [words(h3) for h3 in read(a, "/").select("section[aria-labelledby=questions] h3")]
    assert shown == ["Câu 4", "Câu 3", "Câu 2", "Câu 1"]


def test_a_portal_without_public_questions_has_no_such_band(read, a, b):
    make_question(a, upto="received"), show(b, "Của xã B")
    assert read(a, "/").select("section[aria-labelledby=questions]") == []
