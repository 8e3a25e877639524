"""What each section of a portal holds, as screens and `manage.py sections --json` tell it."""

import json
from datetime import date, datetime

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import PageViewRestriction

from cms.pages.models import StaticPage
from cms.pages.section_states import section_states
from cms.pages.sections import sections_for
from tenants.scoping import platform_scope, portal_scope
from tests.factories import make_article, make_document, make_post, publish, section_page
from tests.factories.pages import local

FIELDS = ["code", "title_vi", "title_en", "url", "page_type", "mandatory", "nil_allowed", "items", "newest", "state"]
DAY = date(2024, 3, 31)
THEN = local(2024, 2, 3, 10)


def _state(portal, code):
    with portal_scope([portal]):
        return next(state for state in section_states(portal, day=DAY) if state.code == code)


def _told(state):
    return state.items, state.newest, state.state


def test_a_new_portal_is_empty_everywhere(a, b):
    for portal in (a, b):
        with portal_scope([portal]):
            states = section_states(portal, day=DAY)
        assert [state.code for state in states] == [section.code for section in sections_for(portal)]
        told = {state.code: (state.items, state.newest, state.state) for state in states}
        assert told.pop("sitemap") == (0, None, "filled")  # which the platform writes
        assert set(told.values()) == {(0, None, "empty")}


def test_published_articles_are_items_and_the_newest_counts(a, b):
    make_article(a, "Cũ", at=local(2024, 1, 1))
    make_article(a, "Mới", at=THEN)
    make_article(a, "Nháp", live=False)
    assert _told(_state(a, "news")) == (2, THEN, "filled")
    assert _told(_state(b, "news")) == (0, None, "empty")


def test_documents_are_items_of_their_section(a, b):
    make_document(b, at=THEN)
    assert (_state(a, "documents").items, _state(b, "documents").items) == (0, 1)


def test_a_page_that_the_editor_filled_is_filled_without_items(a, b):
    page = section_page(a, "plans")
    page.body_vi = [("paragraph", "<p>Kế hoạch</p>")]
    publish(page, at=THEN)
    assert _told(_state(a, "plans")) == (0, THEN, "filled")
    assert _told(_state(b, "plans")) == (0, None, "empty")


def test_a_draft_of_a_section_fills_nothing(a, b):
    page = section_page(a, "plans")
    page.body_vi = [("paragraph", "<p>Kế hoạch</p>")]
    page.save_revision()
    assert (_state(a, "plans").state, _state(b, "plans").state) == ("starter", "empty")


def test_text_that_no_editor_published_is_starter_text(a, b):
    for code, name, text in (
        ("plans", "body_vi", [("heading", "Mẫu")]),
        ("introduction", "functions_vi", "<p>Mẫu</p>"),
    ):
        page = section_page(a, code)
        setattr(page, name, text)
        page.save()
        assert (_state(a, code).state, _state(b, code).state) == ("starter", "empty")


def test_starter_text_in_both_languages_is_seen_too(a, b):
    page = section_page(a, "history")
    page.story_vi, page.story_en = "<p>Mẫu</p>", "<p>Sample</p>"
    page.save()
    assert (_state(a, "history").state, _state(b, "history").state) == ("starter", "empty")


def test_a_topic_fills_the_locality_and_a_draft_of_one_does_not(a, b):
    for portal in (a, b):
        topic = section_page(portal, "locality").get_children().first().specific
        topic.body_vi = [("heading", "Núi cao")]
        topic.save_revision() if portal == b else publish(topic, at=THEN)
    assert _told(_state(a, "locality")) == (1, THEN, "filled")
    assert _told(_state(b, "locality")) == (0, None, "starter")


@pytest.mark.parametrize(("code", "kind"), [("spokesperson", "spokesperson"), ("editorial_board", "board")])
def test_a_post_of_its_kind_fills_a_section_of_the_register(a, b, code, kind):
    make_post(a, kind=kind)
    make_post(b, kind="staff")
    assert (_told(_state(a, code)), _told(_state(b, code))) == ((1, None, "filled"), (0, None, "empty"))


def test_a_private_page_is_no_item_for_citizens(a, b):
    for portal in (a, b):
        page = make_article(portal)
        if portal == b:
            PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert (_state(a, "news").items, _state(b, "news").items, _state(b, "news").state) == (1, 0, "empty")


def test_pages_below_a_section_are_its_items(a, b):
    publish(section_page(a, "plans").add_child(instance=StaticPage(title="x", slug="x", body=[("heading", "x")])))
    assert (_state(a, "plans").items, _state(b, "plans").items) == (1, 0)


def test_a_section_whose_last_item_was_taken_down_is_empty_again(a, b):
    make_article(a).unpublish()
    make_article(b)
    assert (_state(a, "news").state, _state(b, "news").state) == ("empty", "filled")


def test_a_section_that_lost_its_only_page_is_empty_again(a, b):
    below = [
        publish(
            section_page(portal, "plans").add_child(instance=StaticPage(title="x", slug="x", body=[("heading", "x")]))
        )
        for portal in (a, b)
    ]
    below[0].unpublish()
    assert (_state(a, "plans").state, _state(b, "plans").state) == ("empty", "filled")


def test_the_register_fills_leaders_and_directory(a, b):
    make_post(a, "Nguyễn Văn A")
    make_post(a, "Trần Thị B", kind="staff", title="Văn thư")
    assert (_state(a, "leaders").items, _state(a, "directory").items) == (1, 2)
    assert (_state(a, "leaders").state, _state(a, "directory").state) == ("filled", "filled")
    assert (_state(b, "leaders").state, _state(b, "directory").state) == ("empty", "empty")


def test_only_posts_held_on_the_day_count(a, b):
    make_post(a, to_date="2024-03-30")
    make_post(a, from_date="2024-04-01")
    make_post(b, from_date="2024-03-31", to_date="2024-03-31")
    assert [(_state(portal, "leaders").items, _state(portal, "directory").items) for portal in (a, b)] == [
        (0, 0),
        (1, 1),
    ]


def test_the_number_of_queries_does_not_grow(a, b, django_assert_num_queries):
    with platform_scope():
        section_states(b, day=DAY)
        with django_assert_num_queries(3):
            section_states(b, day=DAY)
        for number in range(10):
            make_article(a, f"Bài {number}")
        section_states(a, day=DAY)
        with django_assert_num_queries(3):
            section_states(a, day=DAY)


def _json(portal, capsys):
    call_command("sections", "--portal", portal.slug, "--json")
    return json.loads(capsys.readouterr().out)


def test_the_command_prints_the_agreed_shape(a, b, capsys):
    make_article(a, at=THEN)
    rows = {portal: _json(portal, capsys) for portal in (a, b)}
    assert [list(row) for row in rows[a]] == [FIELDS] * len(rows[a])
    news = next(row for row in rows[a] if row["code"] == "news")
    assert news == {
        "code": "news",
        "title_vi": "Tin tức - Sự kiện",
        "title_en": "News and events",
        "url": "http://xa-a.localhost:8000/tin-tuc/",
        "page_type": "NewsIndexPage",
        "mandatory": True,
        "nil_allowed": False,
        "items": 1,
        "newest": "2024-02-03T10:00:00+07:00",
        "state": "filled",
    }
    assert datetime.fromisoformat(news["newest"]) == THEN
    assert next(row for row in rows[b] if row["code"] == "news")["items"] == 0


def test_mandatory_follows_the_portals_column(a, department, capsys):
    for portal, mandatory in ((a, False), (department, True)):
        row = next(row for row in _json(portal, capsys) if row["code"] == "statistics")
        assert row["mandatory"] is mandatory


def test_the_command_prints_a_table_for_people(a, b, capsys):
    call_command("sections", "--portal", b.slug)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(sections_for(a)) and lines[0].split()[:3] == ["empty", "0", "introduction"]


def test_an_unknown_portal_is_refused(a, b):
    with pytest.raises(CommandError, match="khong-co"):
        call_command("sections", "--portal", "khong-co", "--json")
