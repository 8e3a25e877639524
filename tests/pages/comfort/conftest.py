"""What tests of the comfort of writing share: an editor and the chief of one portal, and what the editor sent."""

import pytest
from django.urls import reverse

from cms.pages.models import ArticlePage
from tests.factories import make_article, section_page
from tests.pages.posting import article_form


@pytest.fixture
def people(enter, a):
    return enter(a, "editor"), enter(a, "chief")


@pytest.fixture
def submitted(people, a, b):
    make_article(b, "Khác", live=False)
    address = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(a, "news").pk])
    people[0].post(address, article_form(slug="moi", **{"action-submit": "1"}))
    return ArticlePage.objects.get(slug="moi")
