"""Copies, aliases, moves and changed addresses keep both languages and each its own status."""

import pytest
from django.utils import translation
from wagtail.models.reference_index import ReferenceIndex

from cms.pages.models import ArticlePage, NewsIndexPage, PortalPage
from tests.factories import make_image, section_page

from .articles import reload, titles


def test_a_copy_takes_english_along_and_its_new_title_is_vietnamese(article):
    with translation.override("en"):
        made = article.copy(update_attrs={"title": "Bản sao", "slug": "ban-sao"})
    copy = reload(made)
    assert titles(copy) == ("Bản sao", "Bản sao", "Article")
    assert (copy.draft_title, copy.slug, copy.body_en[0].value) == ("Bản sao", "ban-sao", "Headline")
    assert copy.get_latest_revision_as_object().title_vi == "Bản sao"


def test_a_copy_with_a_new_title_says_that_its_english_title_is_old(article):
    copy = reload(article.copy(update_attrs={"title": "Bản sao", "slug": "ban-sao"}))
    assert (article.en_status, copy.en_status) == ("current", "outdated")
    assert copy.translation_report() == {"title": "outdated", "lead": "current", "body": "current"}


def test_copying_a_branch_takes_every_page_in_both_languages(a, article):
    news = section_page(a, "news")
    copy = news.copy(recursive=True, update_attrs={"title": "Tin cũ", "slug": "tin-cu"})
    assert titles(NewsIndexPage.objects.get(pk=copy.pk)) == ("Tin cũ", "Tin cũ", "News and events")
    (child,) = ArticlePage.objects.child_of(copy)
    assert titles(child) == ("Bài viết", "Bài viết", "Article")
    assert child.en_status == "current"


def test_an_alias_follows_its_source_in_both_languages(article):
    alias = reload(article.create_alias(update_slug="bi-danh"))
    assert titles(alias) == ("Bài viết", "Bài viết", "Article")
    article.title_vi, article.title_en, article.body_en = "Đổi", "Changed", [("heading", "New")]
    with translation.override("en"):
        article.save_revision().publish()
    alias = reload(alias)
    assert titles(alias) == ("Đổi", "Đổi", "Changed")
    assert (alias.draft_title, alias.slug, alias.body_en[0].value) == ("Đổi", "bi-danh", "New")


@pytest.fixture
def other_index(a):
    """A second list of news in A, to move things to; only the section tree may plant one, so it is copied."""
    news = section_page(a, "news").copy(update_attrs={"title": "Tin khác", "slug": "tin-khac"})
    return NewsIndexPage.objects.get(pk=news.pk)


def test_a_move_keeps_texts_and_status(article, other_index):
    article.lead_vi = "Khác"
    article.save()
    known = article.translation_meta
    PortalPage.objects.get(pk=article.pk).move(other_index, pos="last-child")
    moved = reload(article)
    assert moved.url_path == "/xa-a/tin-khac/bai-viet/"
    assert (moved.en_status, moved.translation_meta, moved.lead_en) == ("outdated", known, "Summary")
    assert PortalPage.find_problems() == ([], [], [], [], [])


def test_a_changed_slug_takes_the_pages_below_along(article, other_index, neighbour):
    PortalPage.objects.get(pk=article.pk).move(other_index, pos="last-child")
    index = NewsIndexPage.objects.get(pk=other_index.pk)
    index.slug = "tin"
    index.save()
    assert reload(article).url_path == "/xa-a/tin/bai-viet/"
    assert reload(neighbour).url_path == "/xa-b/tin-tuc/bai-viet/"


def test_a_picture_used_in_both_languages_is_indexed_once_a_language(a, article):
    image = make_image(a)
    picture = {"image": {"image": image.pk, "alt_text": "Cờ", "decorative": False}, "caption": ""}
    block = [{"type": "picture", "value": picture}]
    article.body_vi = article.body_en = block
    article.save()
    paths = [row.model_path for row in ReferenceIndex.get_references_to(image)]
    assert sorted(paths) == ["body_en.picture.image", "body_vi.picture.image"]
