"""Ways of asking that modeltranslation does not (or must not) rewrite. Our rules forbid them; this is why.

Each test states what happens today. One that fails after an upgrade means that a rule of the house can go.
"""

import pytest
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.expressions import OutputFieldIsNoneError
from django.db.models.functions import Lower
from modeltranslation.utils import fallbacks
from wagtail.models import Site

from cms.pages.bilingual.language import content_language
from cms.pages.models import ArticlePage, PortalPage

from .articles import bilingual_article, reload


def _where(queryset):
    return str(queryset.query).split("WHERE")[1]


def test_a_q_object_is_rewritten_in_place_so_it_is_never_reused(article):
    asked = Q(title="Bài viết")
    PortalPage.objects.filter(asked).count()
    with content_language("en"):
        assert '"title_vi"' in _where(PortalPage.objects.filter(asked))
    assert str(asked) == "(AND: ('title_vi', 'Bài viết'))"


def test_an_f_object_is_rewritten_in_place_too(article):
    asked = F("title")
    list(PortalPage.objects.annotate(words=asked))
    assert asked.name == "title_vi"


def test_expressions_read_vietnamese_whatever_the_language(article):
    pages = PortalPage.objects.filter(pk=article.pk)
    with content_language("en"):
        assert list(pages.annotate(low=Lower("title")).values_list("low", flat=True)) == ["bài viết"]
        assert '"title" DESC' in str(pages.order_by(F("title").desc()).query)
        assert list(pages.annotate(low=Lower("title_en")).values_list("low", flat=True)) == ["article"]


def test_a_lookup_from_an_untranslated_model_reads_vietnamese(a, article):
    with content_language("en"):
        assert Site.objects.filter(root_page__title="Xã An Bình").count() == 1
        assert Site.objects.filter(root_page__title="An Binh Commune").count() == 0


def test_a_subquery_over_a_plain_name_fails(article):
    mine = ArticlePage.objects.filter(pk=article.pk)
    with content_language("en"):
        plain = PortalPage.objects.filter(pk=OuterRef("pk")).values("title")[:1]
        with pytest.raises(OutputFieldIsNoneError):
            list(mine.annotate(words=Subquery(plain)).values_list("words", flat=True))
    named = PortalPage.objects.filter(pk=OuterRef("pk")).values("title_en")[:1]
    assert list(mine.annotate(words=Subquery(named)).values_list("words", flat=True)) == ["Article"]


def test_an_update_in_bulk_leaves_the_plain_column_behind(article):
    mine = PortalPage.objects.filter(pk=article.pk)
    mine.update(title="Mới")
    assert mine.raw_values("title", "title_vi").get() == {"title": "Bài viết", "title_vi": "Mới"}


def test_bulk_update_leaves_the_plain_column_behind(article):
    page = PortalPage.objects.get(pk=article.pk)
    page.title = "Mới"
    PortalPage.objects.bulk_update([page], ["title"])
    row = PortalPage.objects.filter(pk=article.pk).raw_values("title", "title_vi").get()
    assert row == {"title": "Bài viết", "title_vi": "Mới"}


def test_copying_a_field_onto_itself_in_english_makes_vietnamese_a_translation(a):
    page = bilingual_article(a, title="Chỉ tiếng Việt", title_en=None)
    with content_language("en"):
        page = reload(page)
        page.title = page.title
    assert page.title_en == "Chỉ tiếng Việt"


def test_without_fallbacks_an_empty_translation_reads_as_empty(a):
    page = bilingual_article(a, title="Chỉ tiếng Việt", title_en=None)
    with content_language("en"), fallbacks(False):
        assert not reload(page).title
