"""Base, specific and deferred instances read the right language, without one more query a page."""

import copy
import pickle

import pytest

from cms.pages.bilingual.language import content_language
from cms.pages.models import ArticlePage, PortalPage
from tests.factories import section_page

from .articles import bilingual_article, reload

ENGLISH = ["Text 0", "Text 1", "Text 2", "Text 3", "Text 4"]


@pytest.fixture
def children(a):
    """Five articles of A as a queryset of base pages."""
    for number in range(5):
        bilingual_article(a, title=f"Bài {number}", title_en=f"Text {number}")
    return PortalPage.objects.child_of(section_page(a, "news")).order_by("path")


def test_base_pages_read_english_in_one_query(children, django_assert_num_queries):
    with content_language("en"), django_assert_num_queries(1):
        assert [page.title for page in children] == ENGLISH


def test_deferred_specific_pages_read_english_in_one_query(children, django_assert_num_queries):
    with content_language("en"), django_assert_num_queries(1):
        assert [page.title for page in children.specific(defer=True)] == ENGLISH


def test_specific_deferred_of_a_base_page_costs_nothing(children, django_assert_num_queries):
    with content_language("en"), django_assert_num_queries(1):
        assert [page.specific_deferred.title for page in children] == ENGLISH


def test_specific_pages_cost_one_query_a_page_type(children, django_assert_num_queries):
    with content_language("en"), django_assert_num_queries(2):
        assert [page.lead for page in children.specific()] == ["Summary"] * 5


def test_titles_alone_can_be_loaded(children, django_assert_num_queries):
    with content_language("en"), django_assert_num_queries(1):
        assert [page.title for page in children.only("title")] == ENGLISH


def test_deferred_bodies_load_when_asked_for_and_survive_a_save(article):
    page = ArticlePage.objects.defer_streamfields().get(pk=article.pk)
    assert page.get_deferred_fields() >= {"body", "body_vi", "body_en"}
    assert page.body[0].value == "Đầu đề"
    with content_language("en"):
        assert page.body[0].value == "Headline"
    (specific,) = PortalPage.objects.filter(pk=article.pk).defer_streamfields().specific()
    specific.save()
    again = reload(article)
    assert (again.body_vi[0].value, again.body_en[0].value) == ("Đầu đề", "Headline")


def test_pages_can_be_pickled_and_copied_in_memory(article):
    with content_language("en"):
        assert pickle.loads(pickle.dumps(reload(article))).body[0].value == "Headline"
        assert [p.title for p in pickle.loads(pickle.dumps(PortalPage.objects.filter(pk=article.pk)))] == ["Article"]
        assert copy.deepcopy(reload(article)).title == "Article"


def test_the_ways_of_reading_that_the_house_uses_follow_the_language(article, a):
    pages = PortalPage.objects.filter(pk=article.pk)
    with content_language("en"):
        assert [p.title for p in pages.specific().iterator()] == ["Article"]
        assert [p.title for p in pages.in_bulk([article.pk]).values()] == ["Article"]
        assert [p.title for p in article.get_ancestors()][1:] == ["An Binh Commune", "News and events"]
        assert article.get_parent().title == "News and events"
        assert list(pages.values("title")) == [{"title": "Article"}]
        assert (
            PortalPage.objects.filter(title="Article", portal=a) | PortalPage.objects.filter(title="x")
        ).count() == 1
