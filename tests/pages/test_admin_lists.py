"""The daily screens of an editor open, and cost the same however many pages there are."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import make_article, section_page

SCREENS = [
    "wagtailadmin_home", "wagtailadmin_choose_page", "wagtailadmin_pages:search",
    "wagtailadmin_reports:aging_pages", "wagtailadmin_reports:workflow",
    "wagtailadmin_account", "wagtailimages:index", "wagtaildocs:index", "wagtailimages_chooser:choose",
    "wagtaildocs_chooser:choose", "wagtailadmin_api:pages:listing",
]  # fmt: skip
OF_A_PAGE = ["edit", "history", "usage", "copy", "workflow_history"]


@pytest.fixture
def pages(a, b):
    return [make_article(portal, f"Bài {portal.slug}") for portal in (a, b)]


@pytest.mark.parametrize("role", ["editor", "chief"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_daily_screens_open(enter, a, pages, role, language):
    client = enter(a, role, language=language)
    mine, _other = pages
    addresses = [reverse(name) for name in SCREENS]
    addresses += [reverse(f"wagtailadmin_pages:{name}", args=[mine.pk]) for name in OF_A_PAGE]
    assert [(address, client.get(address).status_code) for address in addresses] == [(one, 200) for one in addresses]


@pytest.mark.parametrize("role", ["editor", "chief", "head", "officer"])
def test_screens_of_another_portals_page_stay_shut(enter, a, pages, role):
    client = enter(a, role)
    _mine, other = pages
    for name in [*OF_A_PAGE, "move", "delete", "unpublish", "set_privacy"]:
        response = client.get(reverse(f"wagtailadmin_pages:{name}", args=[other.pk]))
        assert response.status_code in (302, 403, 404) or "Bài xa-b" not in response.text, name


def test_a_list_of_fifteen_pages_costs_what_a_list_of_five_does(enter, a, b):
    chief, news = enter(a, "chief"), section_page(a, "news")
    address = reverse("wagtailadmin_explore", args=[news.pk])

    def count(number):
        for place in range(number):
            make_article(a, f"Bài {number} {place}")
        chief.get(address)
        with CaptureQueriesContext(connection) as asked:
            chief.get(address)
        return len(asked)

    make_article(b)
    assert count(5) == count(10)


def _words(client, name, **query):
    page = BeautifulSoup(client.get(reverse(name), query).content, "html.parser")
    return " ".join(page.select_one("main").get_text(" ", strip=True).split())


@pytest.mark.parametrize(
    ("language", "counted", "nobody"), [("vi", "trong 2 trang", "Không rõ"), ("en", "of 2", "Unknown")]
)
def test_no_screen_says_none(enter, a, b, language, counted, nobody):
    """A page that was published before there were people, as by an import, names nobody who did it."""
    for portal in (a, b):
        for number in (1, 2):
            make_article(portal, f"Lúa chín {number}")
    chief = enter(a, "chief", language=language)
    found = _words(chief, "wagtailadmin_pages:search", q="Lúa chín")
    aging = _words(chief, "wagtailadmin_reports:aging_pages")
    assert counted in found and "Lúa chín 1" in aging and nobody in aging
    assert ["None" in words for words in (found, aging)] == [False, False]
