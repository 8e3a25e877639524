"""A private page is for the people of its own portal: nobody else reads it, nor meets its title anywhere."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from search.asking import SearchScope
from search.queries import find
from tests.factories import make_article, make_document, make_image, section_page

WORDS = "Hoàng Yến nội bộ"
PATH = "/tin-tuc/hoang-yen-noi-bo/"


def make_private(page, kind="login"):
    return PageViewRestriction.objects.create(page=page, restriction_type=kind)


@pytest.fixture
def private(a, b):
    """A private article of A; B has the same article for everybody."""
    make_article(b, WORDS)
    page = make_article(a, WORDS, title_en="Canary", picture=make_image(a))
    make_private(page)
    return page


@pytest.mark.parametrize("path", [PATH, f"/en{PATH}"])
def test_who_has_not_logged_in_is_sent_to_the_admins_own_form(visit, a, b, private, path):
    response = visit(a, path)
    assert (response.status_code, response.url) == (302, f"/admin/login/?next={path}")
    assert "no-store" in response.headers["Cache-Control"]
    assert visit(b, PATH).status_code == 200


@pytest.mark.parametrize("role", ["editor", "chief", "head", "officer"])
def test_people_of_the_portal_read_it_and_nobody_keeps_a_copy(enter, a, b, private, role):
    response = enter(a, role).get(PATH)
    assert response.status_code == 200 and WORDS in response.text
    assert {"no-store", "private"} <= set(response.headers["Cache-Control"].split(", "))
    assert "Cookie" in response.headers["Vary"]
    assert enter(b, role).get(PATH, headers={"host": "xa-a.localhost"}).status_code == 404


@pytest.mark.parametrize("role", ["province_office", "province_admin"])
def test_the_province_does_not_read_it_by_its_role(enter, province, a, b, private, role):
    assert enter(province, role).get(PATH, headers={"host": "xa-a.localhost"}).status_code == 404


@pytest.mark.parametrize("kind", ["groups", "password"])
def test_any_other_kind_of_restriction_is_as_shut(enter, visit, a, b, kind):
    page = make_article(a, WORDS)
    make_private(page, kind)
    assert visit(a, PATH).url == f"/admin/login/?next={PATH}"
    assert enter(b, "chief").get(PATH, headers={"host": "xa-a.localhost"}).status_code == 404


def test_what_is_below_a_private_page_is_private(visit, a, b):
    for portal in (a, b):
        make_article(portal, WORDS)
    make_private(section_page(a, "news"))
    assert (visit(a, PATH).status_code, visit(b, PATH).status_code) == (302, 200)
    assert "/tin-tuc/" not in visit(a, "/").text


def test_an_alias_of_a_private_page_is_private(visit, a, b):
    make_private(make_article(a, WORDS))
    news = section_page(a, "news")
    alias = news.get_children().get(slug="hoang-yen-noi-bo").create_alias(parent=news, update_slug="bi-danh")
    assert visit(a, alias.get_url()).status_code == 302


LISTS = ["/", "/en/", "/tin-tuc/", "/en/tin-tuc/", "/tin-tuc/khac/", "/sitemap.xml", "/tim-kiem/?q=Hoàng+Yến"]


@pytest.mark.parametrize("path", LISTS)
def test_no_public_page_names_it(visit, a, b, private, path):
    make_article(a, "Khác")
    make_article(b, "Khác")
    told = [WORDS in visit(portal, path).text or PATH in visit(portal, path).text for portal in (a, b)]
    assert told == [False, True]


def test_the_provinces_search_does_not_find_it(visit, province, a, b, private):
    found = find("Hoàng Yến", scope=SearchScope.province(), lang="vi")
    assert [hit.portal for hit in found.hits] == [b]
    assert "http://xa-a" not in visit(province, "/tim-kiem/?q=Hoàng+Yến&pham-vi=tinh").text


def test_a_private_document_is_in_no_list(visit, a, b):
    for portal in (a, b):
        make_document(portal, WORDS)
    make_private(section_page(a, "documents").get_children().get())
    assert [WORDS in visit(portal, "/van-ban/").text for portal in (a, b)] == [False, True]
    assert [WORDS in visit(portal, "/").text for portal in (a, b)] == [False, True]


def test_a_thousand_private_pages_elsewhere_cost_nothing(visit, a, b):
    make_article(a)
    news = section_page(b, "news")

    def count():
        visit(a, "/")
        with CaptureQueriesContext(connection) as asked:
            assert visit(a, "/").status_code == 200
        return len(asked), max(len(query["sql"]) for query in asked)

    before = count()
    PageViewRestriction.objects.bulk_create(
        PageViewRestriction(page_id=news.pk, restriction_type="login") for _ in range(1200)
    )
    assert count() == before


def test_a_portal_with_many_private_pages_still_serves(visit, a, b):
    make_article(a, "Công khai")
    make_article(b)
    pages = [make_article(a, f"Kín {number}") for number in range(3)]
    PageViewRestriction.objects.bulk_create(
        PageViewRestriction(page_id=page.pk, restriction_type="login") for page in pages for _ in range(400)
    )
    text = visit(a, "/tin-tuc/").text
    assert "Công khai" in text and "Kín" not in text
