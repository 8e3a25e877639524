"""A page's history says which changes the province made in the portal's place."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tenants.actions import act_for
from tenants.models import Role
from tests.factories import make_article
from tests.pages.posting import article_form

ACTED = "Nguyễn office (tỉnh làm thay)"


def edit(client, page, **values):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.post(address, article_form(title="Tên khác", slug=page.slug, **values)).status_code == 302


def history(client, page):
    return client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()


@pytest.fixture
def pages(a, b):
    return [make_article(portal, f"Bài {portal.slug}") for portal in (a, b)]


@pytest.fixture
def acts(log_in, province, a):
    """The provincial office, acting for A."""
    client = log_in(province, Role.PROVINCE_OFFICE, "office@tinh.example")
    act_for(client.user, portal=a, reason="Bão số 3", now=timezone.now())
    client.post("/admin/acting/", {"portal": a.pk})
    return client


def test_what_the_province_changed_is_told_to_the_portals_people(acts, client, log_in, a, pages):
    mine, _other = pages
    edit(acts, mine)
    editor = log_in(a, Role.EDITOR)
    edit(editor, mine)
    page = history(editor, mine)
    assert (page.count("tỉnh làm thay"), ACTED in page) == (1, True)


def test_publishing_is_told_as_well(acts, pages):
    mine, _other = pages
    edit(acts, mine, **{"action-publish": "1"})
    assert history(acts, mine).count(ACTED) >= 2


def test_without_acting_nothing_is_added(log_in, a, b, pages):
    for portal, page in zip((a, b), pages, strict=True):
        chief = log_in(portal, Role.CHIEF)
        edit(chief, page, **{"action-publish": "1"})
        assert "tỉnh làm thay" not in history(chief, page)
