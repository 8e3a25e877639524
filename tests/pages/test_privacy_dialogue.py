"""Who may say that a page is for the people of the portal alone, and what they are asked."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from tests.factories import make_article, section_page
from tests.tenants.screens import is_refused

WORDS = {"vi": "Chỉ người của cổng này", "en": "Only people of this portal"}


@pytest.fixture
def pages(a, b, enter):
    """(article of A, article of B); B has people, whose groups must not be named."""
    enter(b, "chief")
    return make_article(a, "Bài A"), make_article(b, "Bài B")


def _address(page):
    return reverse("wagtailadmin_pages:set_privacy", args=[page.pk])


def _restrictions(page):
    return list(page.view_restrictions.values_list("restriction_type", flat=True))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_chief_chooses_between_everybody_and_the_people_of_the_portal(enter, a, b, pages, language):
    asked = json.loads(enter(a, "chief", language=language).get(_address(pages[0])).content)["html"]
    assert asked.count('type="radio"') == 2
    assert 'value="none"' in asked and 'value="login"' in asked
    for foreign in ("xa-b", "groups", "password"):
        assert foreign not in asked
    if language == "vi":
        assert WORDS["vi"] in asked


def test_the_choice_holds_until_it_is_taken_back(enter, visit, a, b, pages):
    chief, page = enter(a, "chief"), pages[0]
    assert json.loads(chief.post(_address(page), {"restriction_type": "login"}).content)["is_public"] is False
    assert _restrictions(page) == ["login"]
    client_of_the_public = type(chief)(HTTP_HOST="xa-a.localhost")
    assert client_of_the_public.get("/tin-tuc/bai-a/").status_code == 302
    chief.post(_address(page), {"restriction_type": "none"})
    assert _restrictions(page) == []
    assert client_of_the_public.get("/tin-tuc/bai-a/").status_code == 200


@pytest.mark.parametrize("kind", ["groups", "password"])
def test_groups_and_shared_passwords_are_no_choice(enter, a, b, pages, kind):
    posted = {"restriction_type": kind, "password": "x", "groups": [1]}
    enter(a, "chief").post(_address(pages[0]), posted)
    assert _restrictions(pages[0]) == []


@pytest.mark.parametrize("role", ["editor", "head", "officer"])
def test_who_may_not_publish_may_not_hide(enter, a, b, pages, role):
    assert is_refused(enter(a, role).post(_address(pages[0]), {"restriction_type": "login"}))
    assert _restrictions(pages[0]) == []


@pytest.mark.parametrize("role", ["editor", "chief", "head", "officer"])
def test_nobody_hides_another_portals_page(enter, a, b, pages, role):
    PageViewRestriction.objects.create(page=pages[1], restriction_type="login")
    client = enter(a, role)
    for kind in ("login", "none"):
        response = client.post(_address(pages[1]), {"restriction_type": kind})
        assert is_refused(response) and "Bài B" not in response.text
        assert _restrictions(pages[1]) == ["login"]


def test_home_and_sections_are_always_public(enter, a, b):
    chief = enter(a, "chief")
    for page in (a.site.root_page.specific, section_page(a, "news"), section_page(a, "contact")):
        assert "luôn công khai" in json.loads(chief.get(_address(page)).content)["html"]
        chief.post(_address(page), {"restriction_type": "login"})
        assert _restrictions(page) == []


@pytest.mark.parametrize("role", ["editor", "chief", "head", "officer"])
def test_collections_are_the_operators_business(enter, a, b, role):
    """A private collection means people of the portal as well, but nobody of a portal sets it."""
    client = enter(a, role)
    before = list(Collection.objects.values_list("pk", "name", "path"))
    addresses = [reverse("wagtailadmin_collections:index"), reverse("wagtailadmin_collections:add")]
    for portal in (a, b):
        names = ("edit", "delete", "set_privacy")
        addresses += [reverse(f"wagtailadmin_collections:{name}", args=[portal.collection_id]) for name in names]
    posted = {"name": "X", "parent": a.collection_id, "restriction_type": "login"}
    for address in addresses:
        assert is_refused(client.get(address)), address
        assert is_refused(client.post(address, posted)), address
    assert list(Collection.objects.values_list("pk", "name", "path")) == before
    assert not CollectionViewRestriction.objects.exists()
