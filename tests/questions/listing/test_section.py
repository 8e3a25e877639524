"""The section of the menu: it counts as filled when there is something in it for citizens."""

from datetime import date

import pytest
from django.urls import reverse

from cms.pages.section_states import section_states
from tenants.scoping import portal_scope
from tests.factories import section_page
from tests.factories.pages import local

from .conftest import show

AT = local(2026, 3, 5)


def state(portal):
    with portal_scope([portal]):
        found = section_states(portal, day=date(2026, 3, 31))
    one = next(one for one in found if one.code == "questions")
    return one.items, one.newest, one.state


def test_a_public_answer_fills_it_and_counts(a, b):
    show(a, "Một", at=AT), show(a, "Hai", at=local(2026, 3, 2))
    assert (state(a), state(b)) == ((2, AT, "filled"), (0, None, "empty"))
    assert (section_page(a, "questions").has_content, section_page(b, "questions").has_content) == (True, False)


def test_what_is_not_public_does_not(shut, a, b):
    assert [state(portal) for portal in (a, b)] == [(0, None, "empty")] * 2


def test_the_states_of_a_portal_cost_the_same_with_and_without(a, b, django_assert_num_queries):
    show(a, "Một", at=AT)
    for portal in (a, b):
        with portal_scope([portal]):
            section_states(portal, day=date(2026, 3, 31))
            with django_assert_num_queries(3):
                section_states(portal, day=date(2026, 3, 31))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_its_page_is_edited_as_before_and_keeps_its_address(log_in, a, b, language):
    client, page = log_in(a, "chief"), section_page(a, "questions")
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    page.full_clean()
    assert page.slug == "hoi-dap"
    other = section_page(b, "questions")
    assert client.get(reverse("wagtailadmin_pages:edit", args=[other.pk])).status_code in (302, 404)
