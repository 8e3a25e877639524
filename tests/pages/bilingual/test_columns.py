"""Which words go into which column, whoever writes them and in whatever language their screen is."""

import json

from django.utils import translation

from cms.pages.bilingual.language import content_language, site_language
from cms.pages.models import ArticlePage, NewsIndexPage, PortalPage
from tests.factories import section_page

from .articles import UNTRANSLATED, bilingual_article, columns, own_columns, reload, titles


def test_plain_and_vietnamese_columns_hold_vietnamese_and_english_its_own(article):
    row = columns(article)
    assert titles(article) == ("Bài viết", "Bài viết", "Article")
    assert (row["draft_title"], row["slug"]) == ("Bài viết", "bai-viet")
    own = own_columns(article)
    assert (own["lead"], own["lead_vi"], own["lead_en"]) == ("Tóm tắt", "Tóm tắt", "Summary")


def test_a_body_is_stored_once_a_language(article):
    row = own_columns(article)
    stored = {name: json.loads(row[name]) for name in ("body", "body_vi", "body_en")}
    assert stored["body"] == []
    assert [block["value"] for block in stored["body_vi"] + stored["body_en"]] == ["Đầu đề", "Headline"]


def test_the_interface_language_does_not_matter(article):
    with translation.override("en"):
        page = reload(article)
        assert page.title == "Bài viết"
        page.title = "Mới"
        page.save()
        page.save_revision().publish()
    assert titles(article) == ("Mới", "Mới", "Article")


def test_saving_while_the_english_site_is_served_leaves_vietnamese_alone(article):
    with site_language("en"):
        page = reload(article)
        assert page.title == "Article"
        page.source = "Báo"
        page.save()
    assert titles(article) == ("Bài viết", "Bài viết", "Article")
    assert own_columns(article)["lead"] == "Tóm tắt"


def test_what_has_no_english_reads_vietnamese_on_the_english_side(a):
    page = bilingual_article(a, title="Chỉ tiếng Việt", **UNTRANSLATED)
    with content_language("en"):
        page = reload(page)
        assert (page.title, page.lead, page.body[0].value) == ("Chỉ tiếng Việt", "Tóm tắt", "Đầu đề")
        page.refresh_from_db()
        assert page.title_en is None


def test_vietnamese_never_falls_back_to_english(a):
    page = bilingual_article(a, lead="")
    assert reload(page).lead == ""


def test_a_page_type_without_translatable_fields_of_its_own_keeps_what_is_assigned(a, b):
    page = section_page(a, "news")
    page.title = "Tin mới"
    page.title_en = "Fresh news"
    page.save()
    again = NewsIndexPage.objects.get(pk=page.pk)
    assert (again.title, again.title_vi, again.title_en) == ("Tin mới", "Tin mới", "Fresh news")
    assert section_page(b, "news").title == "Tin tức - Sự kiện"


def test_queries_by_title_follow_the_content_language(article, neighbour):
    with content_language("en"):
        assert set(PortalPage.objects.filter(title="Article")) == {article.portalpage_ptr, neighbour.portalpage_ptr}
        assert ArticlePage.objects.filter(title__startswith="Art", lead="Summary").count() == 2
        assert list(PortalPage.objects.filter(pk=article.pk).values_list("title", flat=True)) == ["Article"]
        assert not PortalPage.objects.filter(title="Bài viết").exists()
    assert PortalPage.objects.filter(title="Bài viết").count() == 2


def test_slugs_come_from_vietnamese_and_are_made_unique(a):
    first = bilingual_article(a, slug="")
    second = bilingual_article(a, slug="bai-viet-2")
    assert (first.slug, second.slug) == ("bai-viet", "bai-viet-2")
