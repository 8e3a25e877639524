"""Wagtail's own index (admin search, choosers): both languages, never the word "None"."""

import pytest
from django.core.management import call_command
from django.db import connection

from cms.pages.bilingual.language import site_language
from cms.pages.models import PortalPage

from .articles import UNTRANSLATED, bilingual_article, reload


@pytest.fixture
def notices(a, django_capture_on_commit_callbacks):
    """Of A: one notice in both languages, one in Vietnamese only."""
    with django_capture_on_commit_callbacks(execute=True):
        both = bilingual_article(
            a,
            title="Thông báo tuyển sinh",
            title_en="Admission notice",
            body=[("paragraph", "<p>Học phí và học bổng</p>")],
            body_en=[("paragraph", "<p>Tuition fees</p>")],
        )
        bilingual_article(a, title="Lịch học", **{**UNTRANSLATED, "body": [("heading", "Thời khoá biểu")]})
    return both


def _found(query, portal, **filters):
    pages = PortalPage.objects.filter(portal=portal, **filters)
    return sorted(page.title_vi for page in pages.search(query))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_titles_of_either_language_are_found_from_either_side(notices, a, b, language):
    with site_language(language):
        assert _found("sinh", a) == ["Thông báo tuyển sinh"]
        assert _found("admission", a) == ["Thông báo tuyển sinh"]
        assert _found("admission", b) == []
        assert [page.pk for page in PortalPage.objects.filter(portal=a).autocomplete("admis")] == [notices.pk]


@pytest.mark.parametrize("rebuilt", [False, True], ids=["as saved", "rebuilt"])
def test_an_empty_column_is_not_indexed_as_the_word_none(notices, a, b, rebuilt):
    if rebuilt:
        call_command("update_index", verbosity=0)
    assert (_found("none", a), _found("none", b)) == ([], [])


def test_results_can_be_narrowed_and_ordered_by_the_fields_lists_use(notices, a):
    assert _found("thông", a, en_status="current", section="news") == ["Thông báo tuyển sinh"]
    with site_language("en"):
        pages = PortalPage.objects.filter(portal=a, title="Admission notice").order_by("title")
        assert [page.pk for page in pages.search("notice", order_by_relevance=False)] == [notices.pk]


def test_saving_on_the_english_side_still_indexes_vietnamese(notices, a, django_capture_on_commit_callbacks):
    with site_language("en"), django_capture_on_commit_callbacks(execute=True):
        page = reload(notices)
        page.source = "Báo"
        page.save()
    assert _found("sinh", a) == ["Thông báo tuyển sinh"]


def test_english_titles_can_be_searched_alone_on_postgresql(notices, a):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL can search one field of the index")
    pages = PortalPage.objects.filter(portal=a)
    assert [page.pk for page in pages.search("admission", fields=["title_en"])] == [notices.pk]
    assert list(pages.search("sinh", fields=["title_en"])) == []
