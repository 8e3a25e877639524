"""What the search tests share: looking, and counting what is in the index."""

import uuid

import pytest
from django.utils import timezone

from cms.pages.models import ArticlePage
from cms.pages.planting import insert_children
from search.asking import SearchScope
from search.indexing import reindex
from search.models import SearchEntry
from search.queries import find
from tenants.scoping import platform_scope
from tests.factories import section_page
from tests.factories.questions import make_question

SECRET = "Sùng Bí Mật"  # in the asker's own words alone


def plant_articles(portal, titles, *, now=None):
    """Many live articles at once, as an import brings them, and their place in the index."""
    now = now or timezone.now()
    pages = [
        ArticlePage(
            title=title, slug=f"bai-{uuid.uuid4().hex}", live=True, first_published_at=now, last_published_at=now
        )
        for title in titles
    ]
    insert_children(section_page(portal, "news"), pages, now=now)
    reindex([portal.pk])
    return pages


@pytest.fixture
def titles():
    """titles(query, *portals) -> plain titles found there, best first; without portals in the whole province."""

    def look(text, *portals, lang="vi", page=1):
        scope = SearchScope.portals(portals) if portals else SearchScope.province()
        hits = find(text, scope=scope, lang=lang, page=page).hits
        return [hit.title.replace("<mark>", "").replace("</mark>", "") for hit in hits]

    return look


@pytest.fixture
def entries():
    """entries(page) -> {language: entry} of a page, emptied ones included."""

    def read(page):
        with platform_scope():
            return {entry.lang: entry for entry in SearchEntry.objects.filter(page_number=page.pk)}

    return read


@pytest.fixture
def answer(happen):
    """answer(portal, question) -> a public case; the asker's own words and the full answer hold the secret."""

    def do(portal, text, *, reply="Nộp ở bộ phận một cửa.", **values):
        return happen(
            make_question, portal, f"{SECRET} hỏi {text}", upto="answered", public_text=text, public_answer=reply,
            answer=f"{SECRET} {reply}", **values,
        )  # fmt: skip

    return do
