"""The province's figures at a desk and on a phone, where each line becomes a card."""

import pytest

from tenants.models import Portal
from tests.factories import make_user
from tests.factories.questions import make_question

FIGURES = "/admin/questions/province/figures/"


@pytest.fixture
def office(world):
    """Somebody of the provincial office; two communes were asked something."""
    found = {portal.slug: portal for portal in Portal.objects.select_related("site__root_page", "collection")}
    for slug in ("xa-a", "xa-b"):
        make_question(found[slug], upto="answered")
    return make_user("office@tinh.example", portal=found["tinh"], role="province_office")


def test_what_the_table_is_of_is_read_in_one_line_or_two(screen, office, sign_in, address):
    sign_in(screen, "tinh", office)
    screen.goto(address("tinh", f"{FIGURES}?theo=don-vi"))
    caption, region = screen.locator(".cong-figures caption"), screen.locator(".cong-heat__scroll")
    assert caption.bounding_box()["width"] >= 0.9 * min(region.bounding_box()["width"], 900)
    assert caption.bounding_box()["height"] <= 70
    assert screen.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert screen.locator(".cong-figures tbody tr").count() == 2
    assert screen.errors == []
