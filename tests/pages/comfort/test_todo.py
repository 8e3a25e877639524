"""The first screen names what to do next in the own portal, with a link to the place; no more than seven things."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cms.pages.models import PortalPage
from cms.pages.planting import insert_children
from cms.pages.writing.todo import todos
from tenants.models import Scale
from tenants.scoping import platform_scope
from tests.factories import make_article, make_document, make_post, publish, section_page
from tests.factories.documents import make_acting

HEADING = "Việc nên làm"


def found(portal):
    with platform_scope():
        return todos(portal, day=timezone.localdate())


def by_title(portal):
    return {todo.title: todo for todo in found(portal)}


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def home(client):
    return client.get("/admin/").content.decode()


def fill(portal):
    """Make nothing of a section's own wanting: as if every section held something."""
    PortalPage._base_manager.filter(portal=portal).exclude(starts_section="").update(is_starter=False)


def test_empty_mandatory_sections_lead_to_where_they_are_filled(a, b):
    fill(b)
    mine = by_title(a)
    assert len(mine) == 7 and "Chưa có nội dung" in mine["Giới thiệu chung"].reason
    assert mine["Giới thiệu chung"].url == edit(section_page(a, "introduction"))
    assert not any("Chưa có nội dung" in todo.reason for todo in found(b))


def test_lists_and_registers_are_filled_elsewhere(a, b):
    codes = ["news", "leaders"]
    for portal in (a, b):
        fill(portal)
    PortalPage._base_manager.filter(portal=a, starts_section__in=codes).update(is_starter=True)
    mine = by_title(a)
    assert mine["Tin tức - Sự kiện"].url == reverse("wagtailadmin_explore", args=[section_page(a, "news").pk])
    leaders = section_page(a, "leaders").title
    assert mine[leaders].url == reverse("wagtailsnippets_pages_post:list")
    make_article(a)
    make_post(a)
    assert not {"Tin tức - Sự kiện", leaders} & set(by_title(a))


def test_live_pages_with_gaps_are_named_newest_first(a, b):
    for portal in (a, b):
        fill(portal)
    old, new = make_article(a, "Bài cũ"), make_article(a, "Bài mới")
    make_article(a, "Nháp", live=False)
    make_article(b, "Của B")
    mine = [todo for todo in found(a) if todo.url in (edit(old), edit(new))]
    assert [todo.title for todo in mine] == ["Bài mới", "Bài cũ"]
    assert mine[0].reason == "Còn thiếu: Tóm tắt, Ảnh đại diện."
    assert not {"Nháp", "Của B"} & set(by_title(a))


def test_documents_that_end_others_on_an_unknown_day_are_named(enter, a, b):
    unknown = {"effective_date": None, "effective_precision": "unknown"}
    for portal in (a, b):
        fill(portal)
    undated = make_acting(a, "replaces", make_document(a, "Cũ"), title="Thay thế", **unknown)
    make_acting(a, "replaces", make_document(a, "Cũ", stated_force="expired"), title="Thừa", **unknown)
    make_acting(a, "guides", make_document(a, "Khác"), title="Hướng dẫn", **unknown)
    make_acting(b, "repeals", make_document(b, "Của B"))
    words = "Chưa rõ ngày có hiệu lực, nên"
    assert [todo.title for todo in found(a) if words in todo.reason] == ["Thay thế"]
    assert not [todo for todo in found(b) if words in todo.reason]
    assert words in enter(a, "editor").get(edit(undated)).content.decode()


def test_outdated_english_is_named(a, b):
    for portal in (a, b):
        fill(portal)
        body = [("paragraph", "<p>Text.</p>")]
        page = make_article(portal, "Bài", title_en="Text", lead="Cũ", lead_en="Old", body_en=body)
        page.lead_vi = "Mới"
        publish(page)
    (mine,) = [todo for todo in found(a) if todo.title == "Bài"]
    assert mine.reason == "Còn thiếu: Ảnh đại diện. Bản tiếng Anh cũ hơn bản tiếng Việt."


def test_no_kind_hides_the_others(a, b):
    make_article(b)
    for number in range(9):
        make_article(a, f"Bài {number}")
    reasons = " ".join(todo.reason for todo in found(a))
    assert len(found(a)) == 7 and "Chưa có nội dung" in reasons and "Còn thiếu" in reasons


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_who_writes_sees_it_folded_below_the_points(enter, a, b, role):
    make_article(b, "Của B")
    text = home(enter(a, role))
    assert HEADING in text and '<details class="cong-doing">' in text and "Của B" not in text
    assert text.index("Việc cần làm để được thêm điểm") < text.index(HEADING)


def test_without_points_it_is_open(enter, a, b):
    type(a).objects.filter(pk=a.pk).update(scale=Scale.NONE)
    assert '<details class="cong-doing" open>' in home(enter(a, "editor"))
    assert '<details class="cong-doing">' in home(enter(b, "editor"))


@pytest.mark.parametrize("role", ["head", "officer"])
def test_who_does_not_write_sees_none(enter, a, b, role):
    assert HEADING not in home(enter(a, role))
    assert HEADING in home(enter(b, "editor"))


def test_when_nothing_is_to_do_nothing_is_shown(enter, a, b):
    fill(a)
    make_article(b)
    text = home(enter(a, "editor"))
    assert "cong-doing" not in text


def _cost(client):
    client.get("/admin/")
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        client.get("/admin/")
    return [query["sql"] for query in asked.captured_queries]


def test_thirty_pages_cost_what_one_does(enter, a, b):
    now = timezone.now()
    for portal, number in ((a, 1), (b, 30)):
        fill(portal)
        first = make_document(portal)
        values = [{"title": f"Văn bản {n}", "slug": f"vb-{n}"} for n in range(number - 1)]
        pages = [type(first)(live=True, first_published_at=now, **value) for value in values]
        insert_children(section_page(portal, "documents"), pages, now=now)
        make_article(portal)  # the last, so that both types are among the newest
        PortalPage._base_manager.filter(portal=portal, depth__gt=3).update(last_published_at=now)
    one, thirty = _cost(enter(a, "editor")), _cost(enter(b, "editor"))
    assert len(thirty) == len(one), set(sql[:300] for sql in one) ^ set(sql[:300] for sql in thirty)
