"""The editor's form, posted as a browser would, by an editor whose screens are English on purpose."""

import re

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text

from cms.pages.models import ArticlePage
from tests.factories import section_page
from tests.pages.posting import article_form

from .articles import reload, titles


@pytest.fixture
def chief(enter, a):
    return enter(a, "chief", language="en")


@pytest.fixture
def add_address(a):
    return reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(a, "news").pk])


def _edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _made():
    return ArticlePage.objects.get(slug="moi", portal__slug="xa-a")


def test_the_form_has_a_tab_for_each_language(chief, add_address):
    html = chief.get(add_address).content.decode()
    for part in ('id="id_title"', 'id="id_title_en"', 'id="id_slug"', 'id="body_en"', "tab-label-english"):
        assert part in html
    assert "Save draft" in html, "the screens are meant to be English"


def test_the_address_follows_the_vietnamese_title_alone(chief, add_address):
    form = article_form(title="Đầu xuân ở Đồng Tâm", title_en="Spring", slug="")
    assert chief.post(add_address, form).status_code == 302
    page = ArticlePage.objects.get(title_en="Spring")
    assert (page.slug, page.portal.slug) == ("dau-xuan-o-dong-tam", "xa-a")


def test_english_text_areas_grow_like_vietnamese_ones(chief, add_address):
    html = chief.get(add_address).content.decode()
    assert "w-autosize" in re.search(r'<textarea[^>]*name="lead_en".*?>', html, re.S).group(0)


def test_a_draft_goes_into_the_right_columns(chief, add_address):
    assert chief.post(add_address, article_form(slug="moi")).status_code == 302
    page = _made()
    assert (page.live, page.portal.slug, page.section) == (False, "xa-a", "news")
    assert titles(page) == ("Bài viết", "Bài viết", "Article")
    draft = page.get_latest_revision_as_object()
    assert (draft.lead_vi, draft.lead_en, draft.body_en[0].value) == ("Tóm tắt", "Summary", "Headline")


def test_editing_and_publishing_writes_both_languages(chief, article):
    form = article_form(title_en="Article 2", lead_en="", **{"action-publish": "1"})
    assert chief.post(_edit_address(article), form).status_code == 302
    page = reload(article)
    assert (page.live, page.lead_vi, page.lead_en, page.en_status) == (True, "Tóm tắt", "", "missing")
    assert titles(page) == ("Bài viết", "Bài viết", "Article 2")


def test_english_may_stay_empty_when_published(chief, add_address):
    form = article_form(slug="moi", title_en="", lead_en="", body_en=(), **{"action-publish": "1"})
    assert chief.post(add_address, form).status_code == 302
    page = _made()
    assert (page.live, page.en_status) == (True, "missing")


@pytest.mark.parametrize(("changes", "field"), [({"body": ()}, "body"), ({"title": ""}, "title")])
def test_vietnamese_is_required_to_publish(chief, add_address, changes, field):
    response = chief.post(add_address, article_form(slug="moi", **changes, **{"action-publish": "1"}))
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]


def test_a_vietnamese_field_can_be_emptied_although_english_is_there(chief, article):
    chief.post(_edit_address(article), article_form(lead="", **{"action-publish": "1"}))
    page = reload(article)
    assert (page.lead_vi, page.lead_en) == ("", "Summary")


def test_the_status_is_shown_and_can_be_confirmed(chief, article):
    article.lead_vi = "Khác"
    article.save_revision().publish()
    html = chief.get(_edit_address(article)).content.decode()
    assert re.search(r'data-state="outdated">\s*(Tóm tắt|Summary)', html)
    form = article_form(lead="Khác", en_confirmed="on", **{"action-publish": "1"})
    assert chief.post(_edit_address(article), form).status_code == 302
    assert reload(article).en_status == "current"


def test_saving_without_the_tick_confirms_nothing(chief, article):
    chief.post(_edit_address(article), article_form(lead="Khác", **{"action-publish": "1"}))
    assert reload(article).en_status == "outdated"


def test_autosave_writes_the_right_columns_too(chief, add_address):
    response = chief.post(add_address, article_form(slug="moi"), headers={"accept": "application/json"})
    assert response.json()["success"] is True
    assert titles(_made()) == ("Bài viết", "Bài viết", "Article")


def test_a_comment_on_an_english_block_finds_its_place(chief, article):
    article.save_revision()
    block = article.body_en[0].id
    row = {"text": "Dịch lại", "contentpath": f"body_en.{block}", "position": ""}
    form = article_form() | {
        "comments-TOTAL_FORMS": "1",
        "body_en-0-id": block,
        **{f"comments-0-{name}": value for name, value in row.items()},
        "comments-0-id": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    }
    assert chief.post(_edit_address(article), form).status_code == 302
    comment = article.wagtail_admin_comments.get()
    assert comment.has_valid_contentpath(article.get_latest_revision_as_object())


def test_the_copy_form_puts_its_new_title_into_vietnamese(chief, article):
    news = article.get_parent().pk
    form = {"new_title": "Sao", "new_slug": "sao", "new_parent_page": news, "publish_copies": "on"}
    assert chief.post(reverse("wagtailadmin_pages:copy", args=[article.pk]), form).status_code == 302
    copy = ArticlePage.objects.get(slug="sao")
    assert titles(copy) == ("Sao", "Sao", "Article")
    assert (copy.live, copy.portal.slug) == (True, "xa-a")


def test_lists_of_pages_show_vietnamese_and_find_english(chief, article, a):
    article.title_en = "Rarity"
    article.save_revision().publish()
    html = chief.get(reverse("wagtailadmin_explore", args=[section_page(a, "news").pk])).content.decode()
    assert "Bài viết" in html and "Rarity" not in html
    found = chief.get(reverse("wagtailadmin_pages:search"), {"q": "Rarity"}).content.decode()
    assert "Bài viết" in found


@pytest.mark.parametrize("query", ["?ordering=title", "?q=viết", "?q=viết&ordering=title", "?ordering=ord"])
def test_lists_of_pages_can_be_ordered_and_searched(chief, article, a, query):
    address = reverse("wagtailadmin_explore", args=[section_page(a, "news").pk])
    assert chief.get(address + query).status_code == 200


def test_view_live_leads_to_the_vietnamese_page(chief, article):
    html = chief.get(_edit_address(article)).content.decode()
    assert 'href="/tin-tuc/bai-viet/"' in html
    assert "/en/tin-tuc/" not in html


def test_forty_blocks_in_each_language_can_be_posted(chief, article):
    blocks = [("paragraph", rich_text(f"<p>{number}</p>")) for number in range(40)]
    form = article_form(body=blocks, body_en=blocks, **{"action-publish": "1"})
    assert chief.post(_edit_address(article), form).status_code == 302
    page = reload(article)
    assert [len(page.body_vi), len(page.body_en)] == [40, 40]
