"""The directory three ways, by links alone; and the pages that show one kind of post."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from cms.pages.people.models import Post
from tenants.scoping import platform_scope
from tests.factories import make_file, make_post, publish, section_page

from .conftest import make_unit, posts_of


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def names(part):
    return [heading.get_text(strip=True) for heading in part.select(".person [itemprop=name]")]


@pytest.fixture
def people(a, b):
    """A: a tree of units, a focal official, a leader who also speaks; B: one leader."""
    office = make_unit(a, "Văn phòng", name_en="Office", order=1)
    desk = make_unit(a, "Bộ phận Một cửa", parent=office, phone="0214 3840 100", functions="Tiếp nhận hồ sơ")
    make_unit(a, "Tổ trống", order=2)
    leader = make_post(a, "Trần Bình", title="Chủ tịch", title_en="Chairman", phone="0214 3840 001", mobile="0912 1")
    with platform_scope():
        Post.objects.create(
            portal=a, person=leader.person, title="Người phát ngôn", kind="spokesperson", phone="0214 3840 077",
            email="phat-ngon@xa-a.example", decision_number="40/QĐ-UBND", decision_date=date(2025, 6, 10),
        )  # fmt: skip
        Post.objects.create(portal=a, person=leader.person, title="Trưởng ban", kind="board")
    make_post(a, "Lê Ân", title="Công chức Một cửa", kind="focal", unit=desk, email="an@xa-a.example")
    make_post(a, "Lê An", title="Văn thư", kind="staff", unit=office, mobile="0912 999 999", fax="0214 3840 009")
    make_post(b, "Vũ Khác", phone="0214 9999 999")
    return a


def test_by_unit_follows_the_tree_and_leaves_out_what_has_nobody(visit, people, b):
    page = soup(visit(people, "/danh-ba/"))
    units = [heading.get_text(strip=True) for heading in page.select("section.unit h2")]
    assert units == ["Xã An Bình", "Văn phòng", "Bộ phận Một cửa"]
    assert len(page.select("section.unit--below")) == 1
    assert names(page) == ["Trần Bình", "Lê An", "Lê Ân"]
    assert names(soup(visit(b, "/danh-ba/"))) == ["Vũ Khác"]


def test_by_name_has_a_heading_for_each_letter_and_a_link_to_it(visit, people):
    page = soup(visit(people, "/danh-ba/", xem="a-z"))
    headings = page.select("section.unit h2")
    assert [heading.find(string=True, recursive=False) for heading in headings] == ["A", "Â", "B"]
    links = [link["href"] for link in page.select(".letters a")]
    assert links == [f"#{heading['id']}" for heading in headings]
    assert names(page) == ["Lê An", "Lê Ân", "Trần Bình"]


def test_focal_officials_stand_with_the_numbers_of_the_units(visit, people):
    page = soup(visit(people, "/danh-ba/", xem="dau-moi"))
    assert names(page) == ["Lê Ân"]
    assert [line.get_text(strip=True) for line in page.select(".lines h3")] == ["Bộ phận Một cửa"]
    assert page.select_one(".lines a")["href"] == "tel:+842143840100"


@pytest.mark.parametrize("view", ["", "don-vi", "khac", "<b>", "A-Z"])
def test_what_nobody_offers_is_the_view_by_unit(visit, people, view):
    page = soup(visit(people, "/danh-ba/", xem=view))
    assert page.select_one(".tabs [aria-current]").get_text(strip=True) == "Theo đơn vị"


def test_the_views_are_links_that_keep_what_was_asked(visit, people):
    page = soup(visit(people, "/danh-ba/", xem="a-z", q="lê an"))
    links = [link["href"] for link in page.select(".tabs a")]
    assert links == ["?xem=don-vi&q=l%C3%AA+an", "?xem=a-z&q=l%C3%AA+an", "?xem=dau-moi&q=l%C3%AA+an"]
    assert page.select_one("form input[name=xem]")["value"] == "a-z"
    assert names(page) == ["Lê An", "Lê Ân"]


@pytest.mark.parametrize("view", ["don-vi", "a-z", "dau-moi"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_every_view_searches_without_accents_and_says_if_nobody_is_there(visit, people, view, language):
    found = soup(visit(people, f"{language}/danh-ba/", xem=view, q="le an"))
    assert "Lê Ân" in names(found)
    nobody = soup(visit(people, f"{language}/danh-ba/", xem=view, q="khong co ai"))
    assert names(nobody) == [] and nobody.select_one(".empty")


def test_a_person_stands_once_with_all_they_do(visit, people):
    card = soup(visit(people, "/danh-ba/")).select_one(".person")
    lines = [line.get_text(strip=True) for line in card.select("p")]
    assert lines == ["Chủ tịch", "Người phát ngôn", "Ban biên tập: Trưởng ban"]
    assert [link["href"] for link in card.select("a")] == ["tel:+842143840001", "tel:09121"]


def test_a_clerks_mobile_is_neither_shown_nor_found(visit, people):
    assert "0912 999 999" not in visit(people, "/danh-ba/").text
    assert names(soup(visit(people, "/danh-ba/", q="0912999999"))) == []
    assert "Fax:" in visit(people, "/danh-ba/").text


def test_english_says_which_words_are_vietnamese(visit, people):
    page = soup(visit(people, "/en/danh-ba/"))
    card = page.select_one(".person")
    assert [(p.get_text(strip=True), p.get("lang")) for p in card.select("p")][:2] == [
        ("Chairman", None), ("Người phát ngôn", "vi")
    ]  # fmt: skip
    assert card.select_one("[itemprop=name]")["lang"] == "vi"
    assert [h.get("lang") for h in page.select("section.unit h2")] == [None, None, "vi"]


def test_leaders_show_term_decision_and_both_numbers(visit, a, b):
    make_post(
        a, "Trần Bình", phone="0214 3840 001", mobile="0912 000 001", fax="0214 3840 009", from_date=date(2021, 7, 1),
        to_date=date(2030, 6, 30), decision_number="45/QĐ-UBND", decision_date=date(2021, 6, 20), duties="Phụ trách",
        biography="Sinh năm 1970.",
    )  # fmt: skip
    make_post(b, "Vũ Khác")
    page = soup(visit(a, "/lanh-dao/"))
    words = page.select_one("main").get_text(" ", strip=True)
    for told in ("01/07/2021", "30/06/2030", "45/QĐ-UBND", "20/06/2021", "Phụ trách", "Sinh năm 1970."):
        assert told in words
    assert [link["href"] for link in page.select(".person a")] == ["tel:+842143840001", "tel:+84912000001"]
    assert "Vũ Khác" not in words


def test_the_spokesperson_has_number_address_decision_and_rules(visit, people, b):
    page = section_page(people, "spokesperson")
    page.rules = "<p>Gửi câu hỏi bằng văn bản.</p>"
    publish(page)
    words = soup(visit(people, "/nguoi-phat-ngon/")).select_one("main").get_text(" ", strip=True)
    for told in ("Trần Bình", "0214 3840 077", "phat-ngon@xa-a.example", "40/QĐ-UBND", "10/06/2025", "Gửi câu hỏi"):
        assert told in words
    assert "Trần Bình" not in visit(b, "/nguoi-phat-ngon/").text


def test_a_spokesperson_fills_the_page_but_publishes_no_starter_text(visit, people, b):
    page = section_page(people, "spokesperson")
    page.rules = "<p>Chữ mẫu chưa ai duyệt.</p>"
    page.save()
    words = visit(people, "/nguoi-phat-ngon/").text
    assert "Trần Bình" in words and "Chữ mẫu" not in words
    assert "Chữ mẫu" not in page.search_record("vi")["body"]


def test_the_board_has_decision_files_members_and_roles(visit, people, b):
    page = section_page(people, "editorial_board")
    page.decision_number, page.decision_date = "27/QĐ-UBND", date(2026, 1, 15)
    page.decision_file, page.rules_file = make_file(people, "Quyết định 27"), make_file(people, "Quy chế")
    page.duties = "<p>Biên tập, duyệt tin bài.</p>"
    publish(page)
    shown = soup(visit(people, "/ban-bien-tap/")).select_one("main")
    words = shown.get_text(" ", strip=True)
    for told in ("27/QĐ-UBND", "15/01/2026", "Quyết định 27", "Quy chế", "Trần Bình", "Trưởng ban", "duyệt tin bài"):
        assert told in words
    files = [link["href"] for link in shown.select("a.file")]
    assert len(files) == 2 and all(visit(people, url).status_code == 200 for url in files)
    assert all(visit(b, url).status_code == 404 for url in files)


def test_the_chart_is_a_list_in_a_list_with_head_and_number(visit, people, b):
    page = section_page(people, "introduction")
    page.functions = "<p>Quản lý nhà nước.</p>"
    publish(page)
    office = posts_of(people, title_vi="Văn thư")[0].unit
    make_post(people, "Lê Chánh", title="Chánh Văn phòng", kind="staff", unit=office)
    chart = soup(visit(people, "/gioi-thieu/")).select_one("ul.chart")
    top = chart.select_one("li > .chart__unit").get_text(" ", strip=True)
    assert top == "Xã An Bình Chủ tịch : Trần Bình Điện thoại: 0214 3840 001"
    assert [one.get_text(strip=True) for one in chart.select("ul ul ul .chart__name")] == ["Bộ phận Một cửa"]
    assert "Lê Chánh" in chart.get_text() and chart.select_one("ul ul ul a")["href"] == "tel:+842143840100"
