"""Addresses are spelled from Vietnamese titles, and never hide the platform's own."""

import pytest
from django.core.exceptions import ValidationError

from cms.pages.models import StaticPage
from cms.pages.slugs import slug_of
from tests.factories import make_article, section_page


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đất đai", "dat-dai"),
        ("Sa Pa trồng cây đầu xuân", "sa-pa-trong-cay-dau-xuan"),
        ("Hỏi - Đáp: 12/2024?", "hoi-dap-122024"),
        ("Ứng dụng ƯỚC nguyện", "ung-dung-uoc-nguyen"),
        ("…", "trang"),
        ("a" * 200, "a" * 80),
    ],
)
def test_a_title_becomes_an_address(title, slug):
    assert slug_of(title) == slug


def test_the_same_title_twice_gets_a_number_and_another_portal_has_its_own(a, b):
    def add(portal):
        page = StaticPage(title="Đất đai", body=[("heading", "x")])
        return section_page(portal, "plans").add_child(instance=page).slug

    assert [add(a), add(a), add(b)] == ["dat-dai", "dat-dai-2", "dat-dai"]


@pytest.mark.parametrize("slug", ["en", "vi", "admin", "documents", "tim-kiem", "static", "media"])
def test_addresses_of_the_platform_are_not_to_be_had_below_home(a, b, slug):
    for home in (a.root_page.specific, b.root_page.specific):
        with pytest.raises(ValidationError, match="slug"):
            home.add_child(instance=StaticPage(title="x", slug=slug, body=[("heading", "x")]))


def test_a_title_that_spells_such_an_address_gets_a_number(a, b):
    for portal in (a, b):
        page = portal.root_page.specific.add_child(instance=StaticPage(title="Admin", body=[("heading", "x")]))
        assert page.slug == "admin-2"


def test_deeper_down_such_an_address_is_free(a, b):
    assert [make_article(portal, title="En", slug="en").slug for portal in (a, b)] == ["en", "en"]
