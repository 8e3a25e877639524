"""Editors preview each language, also before the page exists; and compare what two drafts say."""

import pytest
from django.urls import reverse

from tests.factories import section_page
from tests.pages.posting import article_form

from .articles import UNTRANSLATED, bilingual_article


@pytest.fixture
def editor(enter, a):
    return enter(a, "editor", language="en")


def _html(response):
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def previewed(editor, article):
    """The address of a preview whose form says "Xem thử" and "Trial"."""
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk])
    response = editor.post(address, article_form(title="Xem thử", title_en="Trial"))
    assert response.json()["is_valid"] is True
    return address


def test_the_preview_is_vietnamese_unless_asked_otherwise(editor, previewed):
    html = _html(editor.get(previewed))
    assert '<html lang="vi"' in html and ">Xem thử</h1>" in html and "Đầu đề" in html


def test_the_english_preview_is_the_english_page(editor, previewed):
    html = _html(editor.get(previewed, {"mode": "@en"}))
    assert '<html lang="en"' in html and ">Trial</h1>" in html and "Headline" in html


def test_english_is_previewed_even_while_it_is_incomplete(editor, a):
    page = bilingual_article(a, title="Một nửa", title_en="One half", lead_en="", body_en=[])
    page.save_revision()
    html = _html(editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": "@en"}))
    assert ">One half</h1>" in html


def test_a_draft_is_viewed_in_both_languages(editor, article):
    article.save_revision()
    address = reverse("wagtailadmin_pages:view_draft", args=[article.pk])
    assert ">Bài viết</h1>" in _html(editor.get(address))
    assert ">Article</h1>" in _html(editor.get(address, {"mode": "@en"}))


@pytest.mark.parametrize(("mode", "title", "language"), [("", "Bài viết", "vi"), ("@en", "Article", "en")])
def test_a_page_not_yet_created_is_previewed_on_its_own_portal(editor, a, mode, title, language):
    address = reverse("wagtailadmin_pages:preview_on_add", args=["pages", "articlepage", section_page(a, "news").pk])
    assert editor.post(address, article_form(slug="chua-co")).json()["is_valid"] is True
    html = _html(editor.get(address, {"mode": mode}))
    assert f">{title}</h1>" in html and f'<html lang="{language}"' in html
    assert "Xã An Bình" in html or "An Binh Commune" in html
    assert "Xã Bình Yên" not in html and "Binh Yen" not in html


def test_a_page_without_title_is_previewed_too(editor, a):
    address = reverse("wagtailadmin_pages:preview_on_add", args=["pages", "articlepage", section_page(a, "news").pk])
    assert editor.post(address, article_form(title="", slug="")).json()["is_valid"] is True
    assert ">Article</h1>" in _html(editor.get(address, {"mode": "@en"}))


def test_nobody_previews_another_portals_page(editor, neighbour):
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[neighbour.pk])
    assert editor.post(address, article_form()).status_code in (302, 403, 404)
    assert "Bài viết" not in editor.get(reverse("wagtailadmin_pages:view_draft", args=[neighbour.pk])).content.decode()


def test_two_drafts_are_compared_field_by_field_and_language_by_language(editor, article):
    first = article.save_revision()
    article.title_en, article.body_en, article.lead_vi = "Changed title", [("heading", "Changed body")], "Đổi"
    second = article.save_revision()
    address = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, first.pk, second.pk])
    response = editor.get(address)
    html = _html(response)
    for words in ("Changed title", "Changed body", "Đổi"):
        assert words in html
    assert len(response.context["comparison"]) == 3


def test_history_and_the_view_to_go_back_open(editor, article):
    first = article.save_revision()
    article.save_revision()
    for name, numbers in (("history", [article.pk]), ("revisions_revert", [article.pk, first.pk])):
        assert editor.get(reverse(f"wagtailadmin_pages:{name}", args=numbers)).status_code == 200


def test_an_untranslated_page_previews_vietnamese_words_in_english(editor, a):
    page = bilingual_article(a, title="Chưa dịch", **UNTRANSLATED)
    page.save_revision()
    html = _html(editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": "@en"}))
    assert ">Chưa dịch</h1>" in html


def test_from_the_provincial_host_the_preview_is_still_the_own_portals(editor, a, article):
    editor.defaults["HTTP_HOST"] = "localhost:8000"
    article.save_revision()
    html = _html(editor.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk])))
    assert "Xã An Bình" in html and "Xã Bình Yên" not in html
    assert "http://xa-a.localhost:8000/tin-tuc/bai-viet/" in html
    edit = _html(editor.get(reverse("wagtailadmin_pages:edit", args=[article.pk])))
    assert 'href="http://xa-a.localhost:8000/tin-tuc/bai-viet/"' in edit
