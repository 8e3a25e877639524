"""From a section's row in the explorer an editor comes to the form of whatever belongs into that section."""

import re

import pytest
from django.urls import reverse

from tests.factories import section_page

OFFERED = {
    "direction": ["directivepage", "workschedulepage"],
    "treaties": ["treatypage"],
    "dissemination": ["guidancepage"],
    "special_documents": ["feepage", "inspectionpage", "landpage", "recruitmentpage"],
    "history": [],
    "locality": [],
}


def kinds(client, section):
    """Page types that the section's add screen offers; the only one opens at once."""
    response = client.get(reverse("wagtailadmin_pages:add_subpage", args=[section.pk]), follow=True)
    if response.status_code != 200 or not response.request["PATH_INFO"].startswith("/admin/pages/"):
        return []
    found = re.findall(
        rf"/pages/add/pages/(\w+)/{section.pk}/", response.request["PATH_INFO"] + response.content.decode()
    )
    return sorted(set(found))


@pytest.mark.parametrize("code", OFFERED)
def test_a_section_offers_what_belongs_into_it(enter, a, b, code):
    editor, section = enter(a, "editor"), section_page(a, code)
    add = reverse("wagtailadmin_pages:add_subpage", args=[section.pk])
    explorer = editor.get(reverse("wagtailadmin_explore", args=[section.pk])).content.decode()
    assert (add in explorer) == bool(OFFERED[code])
    assert kinds(editor, section) == OFFERED[code]


def test_the_gazettes_section_offers_issues(enter, province, b):
    assert kinds(enter(province, "editor"), section_page(province, "gazette")) == ["gazetteissuepage"]


@pytest.mark.parametrize("code", OFFERED)
def test_another_portals_section_offers_nothing(enter, a, b, code):
    section = section_page(a, code)
    response = enter(b, "editor").get(reverse("wagtailadmin_pages:add_subpage", args=[section.pk]))
    assert response.status_code in (302, 403, 404)
    assert str(section.title) not in response.content.decode()
