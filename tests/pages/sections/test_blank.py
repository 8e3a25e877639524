"""A section published with nothing in it is no content; with something it is, and only in its own portal."""

from datetime import date

import pytest

from cms.pages.section_states import section_states
from tenants.scoping import platform_scope
from tests.factories import publish, section_page


def state(portal, code):
    with platform_scope():
        return next(row.state for row in section_states(portal, day=date(2024, 3, 1)) if row.code == code)


FILLED = {
    "history": {"story_vi": "<p>Thành lập năm 1991.</p>"},
    "plans": {"body_vi": [("paragraph", "<p>Kế hoạch năm 2024.</p>")]},
    "introduction": {"functions": "<p>Tham mưu, giúp Ủy ban nhân dân tỉnh.</p>"},
    "contact": {"phone": "0214 3000 001"},
}


@pytest.mark.parametrize("code", FILLED)
def test_published_with_nothing_a_section_stays_empty(a, b, visit, code):
    page = publish(section_page(a, code))
    assert (page.is_starter, state(a, code), state(b, code)) == (True, "empty", "empty")
    assert page.url not in visit(a, "/sitemap.xml").text


@pytest.mark.parametrize("code", FILLED)
def test_published_with_something_it_is_filled_in_its_own_portal_only(a, b, visit, code):
    page = section_page(a, code)
    for name, value in FILLED[code].items():
        setattr(page, name, value)
    page = publish(page)
    assert (page.is_starter, state(a, code), state(b, code)) == (False, "filled", "empty")
    path = page.url.split("localhost", 1)[1].lstrip(":0123456789")
    assert path in visit(a, "/sitemap.xml").text
    assert path not in visit(b, "/sitemap.xml").text


@pytest.mark.parametrize("code", FILLED)
def test_emptied_again_it_is_empty_again(a, b, code):
    page = section_page(a, code)
    for name, value in FILLED[code].items():
        setattr(page, name, value)
    page = publish(page)
    for name in FILLED[code]:
        setattr(page, name, [] if name == "body_vi" else "")
    page = publish(page)
    assert (page.is_starter, state(a, code), state(b, code)) == (True, "empty", "empty")
