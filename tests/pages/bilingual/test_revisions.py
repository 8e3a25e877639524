"""Drafts and revisions carry both languages, and old ones come back as they were."""

import json

from django.utils import translation
from wagtail.models import Revision

from cms.pages.bilingual.language import content_language

from .articles import reload, titles


def _draft(page):
    page.title_vi, page.title_en, page.body_en = "Nháp", "Draft", [("heading", "Second")]
    with translation.override("en"):
        return page.save_revision()


def test_a_draft_leaves_the_live_page_alone(article):
    _draft(article)
    live = reload(article)
    assert (live.title, live.title_en, live.draft_title) == ("Bài viết", "Article", "Nháp")
    assert live.body_en[0].value == "Headline"


def test_a_revision_is_named_in_vietnamese_and_stores_no_body_twice(article):
    revision = _draft(article)
    assert (revision.object_str, revision.content["title"]) == ("Nháp", "Nháp")
    assert revision.content["body"] == "[]"
    assert [len(json.loads(revision.content[name])) for name in ("body_vi", "body_en")] == [1, 1]


def test_a_revision_comes_back_in_both_languages(article):
    revision = _draft(article)
    page = revision.as_object()
    assert (page.title_vi, page.title_en) == ("Nháp", "Draft")
    assert (page.body_vi[0].value, page.body_en[0].value) == ("Đầu đề", "Second")
    with content_language("en"):
        page = Revision.objects.get(pk=revision.pk).as_object()
        assert (page.title, page.body[0].value) == ("Draft", "Second")


def test_publishing_a_revision_writes_both_languages(article):
    _draft(article).publish()
    assert titles(article) == ("Nháp", "Nháp", "Draft")
    assert reload(article).body_en[0].value == "Second"


def test_publishing_from_the_english_side_writes_the_same(article):
    revision = _draft(article)
    with content_language("en"):
        Revision.objects.get(pk=revision.pk).publish()
    assert titles(article) == ("Nháp", "Nháp", "Draft")


def test_a_revision_from_before_translation_loads_as_vietnamese(article):
    revision = article.save_revision()
    old = {name: value for name, value in revision.content.items() if not name.endswith(("_vi", "_en"))}
    block = {"type": "heading", "value": "Cũ", "id": "1"}
    revision.content = {**old, "title": "Cũ", "lead": "Cũ", "body": json.dumps([block])}
    revision.save()
    for screen in ("vi", "en"):
        with translation.override(screen):
            page = Revision.objects.get(pk=revision.pk).as_object()
        assert (page.title_vi, page.lead_vi, page.body_vi[0].value) == ("Cũ", "Cũ", "Cũ")
        assert page.title_en is None


def test_going_back_to_an_older_revision_brings_its_english_back(article):
    first = article.save_revision()
    _draft(article).publish()
    first.publish()
    assert titles(article) == ("Bài viết", "Bài viết", "Article")
    assert reload(article).body_en[0].value == "Headline"
