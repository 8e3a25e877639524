"""What machines read: addresses in each language, descriptions, Dublin Core, Open Graph."""

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from tests.factories import make_article, make_image

TRANSLATED = {
    "title_en": "Village meeting",
    "lead": "Họp ở thôn.",
    "lead_en": "A meeting.",
    "body_en": [("paragraph", "<p>Text</p>")],
}


@pytest.fixture
def head(visit):
    def get(portal, path):
        return BeautifulSoup(visit(portal, path).content, "html.parser")

    return get


def content(soup, name):
    found = soup.select_one(f'meta[name="{name}"], meta[property="{name}"]')
    return found and found["content"]


def test_a_translated_page_names_itself_in_both_languages(head, a):
    make_article(a, "Họp dân", slug="hop", **TRANSLATED)
    soup = head(a, "/en/tin-tuc/hop/")
    assert soup.html["lang"] == "en"
    assert soup.title.get_text() == "Village meeting - An Binh Commune"
    assert soup.select_one("link[rel=canonical]")["href"] == "http://xa-a.localhost/en/tin-tuc/hop/"
    alternates = {link["hreflang"]: link["href"] for link in soup.select("link[rel=alternate]")}
    assert alternates == {
        "vi": "http://xa-a.localhost/tin-tuc/hop/",
        "en": "http://xa-a.localhost/en/tin-tuc/hop/",
        "x-default": "http://xa-a.localhost/tin-tuc/hop/",
    }
    assert content(soup, "robots") is None


def test_a_page_without_english_says_so_keeps_its_own_language_and_stays_out_of_indexes(head, a):
    make_article(a, "Họp dân", slug="hop", lead="Họp ở thôn.")
    soup = head(a, "/en/tin-tuc/hop/")
    assert content(soup, "robots") == "noindex, follow"
    assert soup.select_one("link[rel=canonical]")["href"] == "http://xa-a.localhost/tin-tuc/hop/"
    assert soup.select("link[rel=alternate]") == []
    assert soup.select_one(".notice") is not None
    assert [soup.h1["lang"], soup.select_one(".lead")["lang"], soup.select_one(".prose")["lang"]] == ["vi"] * 3


def test_in_its_own_language_no_part_is_foreign(head, a):
    make_article(a, "Họp dân", slug="hop", lead="Họp ở thôn.")
    assert head(a, "/tin-tuc/hop/").select("main [lang], main .notice") == []


def test_a_list_marks_the_items_that_have_no_english(head, a):
    make_article(a, "Có bản dịch", slug="co", **TRANSLATED)
    make_article(a, "Chưa dịch", slug="chua")
    rows = head(a, "/en/tin-tuc/").select(".news-row")
    assert {row.h2.get_text(): row.get("lang") for row in rows} == {"Village meeting": None, "Chưa dịch": "vi"}


def test_the_switch_leads_to_the_same_page(head, a):
    make_article(a, "Họp dân", slug="hop")
    assert [link["href"] for link in head(a, "/tin-tuc/hop/").select(".languages a")] == ["/en/tin-tuc/hop/"]
    assert [link["href"] for link in head(a, "/en/tin-tuc/hop/").select(".languages a")] == ["/tin-tuc/hop/"]


def test_dublin_core_has_its_six_mandatory_elements(head, a):
    make_article(a, "Họp dân", slug="hop", lead="Họp ở thôn.", author="Ban biên tập")
    soup = head(a, "/tin-tuc/hop/")
    core = {
        name: content(soup, f"DC.{name}") for name in ("title", "creator", "description", "publisher", "identifier")
    }
    assert core == {
        "title": "Họp dân",
        "creator": "Ban biên tập",
        "description": "Họp ở thôn.",
        "publisher": "Xã An Bình",
        "identifier": "http://xa-a.localhost/tin-tuc/hop/",
    }
    assert len(content(soup, "DC.date")) == len("2024-03-20")


def test_who_shares_an_article_shows_its_picture(head, a):
    make_article(
        a, "Họp dân", slug="hop", lead='Câu "trích"', picture=make_image(a, size=(900, 600)), picture_alt="Nhà"
    )
    soup = head(a, "/tin-tuc/hop/")
    assert content(soup, "og:image").startswith("http://xa-a.localhost/media/")
    assert (content(soup, "og:type"), content(soup, "og:description")) == ("article", 'Câu "trích"')
    assert content(head(a, "/van-ban/"), "og:type") == "website"


def test_a_page_asks_only_its_own_host_and_carries_no_inline_code(head, a):
    make_article(a, "Họp dân", slug="hop", picture=make_image(a))
    soup = head(a, "/tin-tuc/hop/")
    assert [tag["src"] for tag in soup.select("[src]") if tag["src"].startswith(("http", "//"))] == []
    assert soup.select("[style], style, script:not([src])") == []


def test_the_skip_link_leads_to_the_main_part(head, a):
    soup = head(a, "/")
    assert soup.select_one("a.skip")["href"] == "#" + soup.main["id"]


def test_no_two_parts_share_an_id(head, a):
    make_article(a, "Họp dân", slug="hop")
    for path in ("/", "/tin-tuc/", "/tin-tuc/hop/", "/danh-ba/", "/lien-he/"):
        ids = [tag["id"] for tag in head(a, path).select("[id]")]
        assert sorted(ids) == sorted(set(ids)), path


def test_headings_go_down_one_step_at_a_time(head, a):
    make_article(a, "Họp dân", slug="hop", body=[("heading", "Đề mục"), ("paragraph", "<p>x</p>")])
    for path in ("/", "/tin-tuc/", "/tin-tuc/hop/", "/van-ban/", "/gioi-thieu/", "/so-do-cong/"):
        levels = [int(tag.name[1]) for tag in head(a, path).main.select("h1, h2, h3, h4")]
        assert levels[0] == 1, path
        assert [b for a, b in pairwise(levels) if b > a + 1] == [], path
