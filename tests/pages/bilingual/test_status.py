"""Is the English of a page missing, older than the Vietnamese, or in step with it?"""

from cms.pages.models import ArticlePage, PortalPage

from .articles import UNTRANSLATED, bilingual_article, reload


def _saved(page, **changes):
    for name, value in changes.items():
        setattr(page, name, value)
    page.save()
    return page.en_status


def test_a_page_counts_as_english_only_when_every_required_field_is(a):
    page = bilingual_article(a, **UNTRANSLATED)
    assert page.en_status == "missing"
    assert _saved(page, title_en="Title") == "missing"
    assert _saved(page, lead_en="Lead", body_en=[("heading", "H")]) == "current"
    assert page.has_english


def test_changed_vietnamese_makes_that_field_outdated(article):
    assert _saved(article, body_vi=[("heading", "Sửa")]) == "outdated"
    assert article.translation_report() == {"title": "current", "lead": "current", "body": "outdated"}


def test_an_edit_of_another_english_field_does_not_hide_an_outdated_one(article):
    _saved(article, body_vi=[("heading", "Sửa")])
    assert _saved(article, title_en="Another title") == "outdated"


def test_confirming_says_that_every_field_matches(article):
    _saved(article, body_vi=[("heading", "Sửa")])
    article.sync_translation_meta(confirm=True)
    assert _saved(article) == "current"


def test_english_edited_after_the_vietnamese_matches_it(article):
    assert _saved(article, lead_vi="Khác") == "outdated"
    assert _saved(article, lead_en="Other") == "current"


def test_emptied_english_is_missing_again(article):
    assert _saved(article, body_en=[]) == "missing"


def test_optional_fields_may_stay_vietnamese(article):
    assert _saved(article, seo_title_vi="Tiêu đề", picture_caption_vi="Chú thích") == "current"


def test_a_page_without_any_english_word_is_never_current(a):
    page = bilingual_article(a, **{**UNTRANSLATED, "lead": "", "body": [("heading", "x")]})
    assert page.en_status == "missing"


def test_one_query_finds_what_is_missing_in_one_portal(a, article):
    bilingual_article(a, title="Chưa dịch", **UNTRANSLATED)
    missing = PortalPage.objects.filter(portal=a, section="news", en_status="missing", starts_section="")
    assert [page.title for page in missing] == ["Chưa dịch"]


def test_the_column_describes_the_live_page_and_the_revision_its_draft(article):
    article.lead_vi = "Sửa"
    revision = article.save_revision()
    assert (reload(article).en_status, revision.as_object().en_status) == ("current", "outdated")
    revision.publish()
    assert reload(article).en_status == "outdated"


def test_going_back_brings_the_status_back(article):
    article.lead_vi = "Sửa"
    older = article.save_revision()
    older.publish()
    page = reload(article)
    page.lead_en = "Edited"
    page.save_revision().publish()
    assert reload(article).en_status == "current"
    older.publish()
    assert reload(article).en_status == "outdated"


def test_publishing_unchanged_text_changes_no_digest(article):
    known = article.translation_meta
    for _turn in range(3):
        page = reload(article)
        page.save_revision().publish()
        assert reload(article).translation_meta == known


def test_white_space_and_block_ids_are_no_change(article):
    words = "<p>Một  hai</p>"
    _saved(article, body_vi=[("paragraph", words)], body_en=[("paragraph", "<p>One two</p>")])
    blocks = [{"type": "paragraph", "value": '<p data-block-key="x1">Một hai</p>', "id": "another"}]
    assert _saved(article, body_vi=blocks) == "current"


def test_saving_a_base_instance_does_not_recompute_the_status(article):
    PortalPage.objects.get(pk=article.pk).save()
    page = ArticlePage.objects.get(pk=article.pk)
    assert (page.en_status, page.translation_report()["body"]) == ("current", "current")
