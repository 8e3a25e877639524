"""Every page a portal is born with can be visited, previewed and edited, in both languages, empty as it is."""

import pytest
from django.urls import reverse

from cms.pages.models import PortalPage
from tests.factories import make_portal


@pytest.fixture
def portals(a, b, province, department):
    """One of each column of the section map, and a neighbour."""
    district = make_portal("huyen-a", level="district", group="district", scored_by="province")
    party = make_portal("dang-a", level="department", group="party", scale="party", scored_by="province")
    return [a, b, province, department, district, party]


def _pages(portal):
    return PortalPage.objects.filter(portal=portal).order_by("path")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_can_be_visited(visit, portals, language):
    for portal in portals:
        paths = [page.url_in(language).partition(":8000")[2] for page in _pages(portal)]
        answers = {path: visit(portal, path) for path in paths}
        assert {path: response.status_code for path, response in answers.items()} == dict.fromkeys(answers, 200)
        assert all(f'<html lang="{language}"' in response.text for response in answers.values())


@pytest.mark.parametrize("mode", ["", "@en"])
def test_every_page_can_be_previewed(enter, a, b, mode):
    editor = enter(a, "editor")
    for page in _pages(a):
        page.specific.save_revision()
        answer = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": mode})
        assert answer.status_code == 200 and b.name not in answer.text, page.slug


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_can_be_opened_for_editing(enter, a, b, language):
    editor = enter(a, "editor", language=language)
    for page in _pages(a):
        assert editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200, page.slug
    for page in _pages(b)[:3]:
        assert editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code in (302, 403, 404)
