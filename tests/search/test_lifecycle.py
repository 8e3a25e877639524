"""Every way a page can come, change or go: what is found follows at once, in its own portal only."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.pages.models import ArticlePage, PortalPage, StaticPage
from search.indexing import refresh
from search.models import SearchEntry
from tenants.scoping import platform_scope, portal_scope
from tests.factories import make_article, publish, section_page


@pytest.fixture
def twins(a, b):
    """The same article in both portals."""
    return make_article(a, "Lịch cấp nước"), make_article(b, "Lịch cấp nước")


def fresh(page):
    return ArticlePage.objects.get(pk=page.pk)


def schedule(page, **moments):
    page = fresh(page)
    for name, moment in moments.items():
        setattr(page, name, moment)
    return page.save_revision(approved_go_live_at=page.go_live_at)


def test_a_page_that_goes_live_by_the_clock_is_found_then(titles, a, b):
    make_article(b, "Hẹn giờ của B")
    page = make_article(a, "Hẹn giờ đăng", live=False)
    now = timezone.now()
    schedule(page, go_live_at=now - timedelta(minutes=1))
    assert titles("hen gio", a) == []
    call_command("publish_scheduled", verbosity=0)
    assert titles("hen gio", a) == ["Hẹn giờ đăng"]


def test_a_page_that_expires_by_the_clock_is_not_found_any_more(twins, titles, a, b):
    PortalPage.objects.filter(pk=twins[0].pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert titles("lich cap nuoc", a) == []
    assert titles("lich cap nuoc", b) == ["Lịch cấp nước"]


def test_an_editor_publishes_inside_their_own_scope(twins, titles, a, b):
    with portal_scope([a]):
        page = fresh(twins[0])
        page.title = "Lịch cắt nước"
        publish(page)
    assert titles("cắt nước", a) == ["Lịch cắt nước"]
    assert titles("cắt nước", b) == []


def test_a_page_that_the_platform_moves_to_another_portal_changes_hands(twins, entries, a, b):
    PortalPage.objects.filter(pk=twins[0].pk).update(slug="lich-cu")
    with platform_scope():
        fresh(twins[1]).move(section_page(a, "news"), "last-child")
    assert entries(twins[1])["vi"].portal_id == a.pk


def test_a_subtree_moves_with_all_its_pages(titles, a, b):
    parent = section_page(b, "introduction")
    for slug, title in (("sach", "Sách bản làng"), ("chuong", "Truyền thống bản làng")):
        parent = parent.add_child(instance=StaticPage(title=title, slug=slug, body=[("heading", "Xòe")]))
        parent = StaticPage.objects.get(pk=publish(parent).pk)
    PortalPage.objects.get(slug="sach").move(section_page(a, "introduction"), "last-child")
    assert titles("truyen thong ban lang", a)[0] == "Truyền thống bản làng"
    assert "Truyền thống bản làng" not in titles("truyen thong ban lang", b)


def test_unpublishing_with_everything_below_forgets_everything_below(twins, titles, a, b):
    from_news = section_page(a, "news")
    for page in from_news.get_children().specific():
        page.unpublish()
    from_news.unpublish()
    assert titles("lich cap nuoc", a) == []
    assert titles("lich cap nuoc", b) == ["Lịch cấp nước"]


def test_a_copy_is_found_once_it_is_published(twins, titles, a, b):
    copied = twins[0].copy(update_attrs={"slug": "ban-sao", "title": "Lịch cấp điện"}, keep_live=False)
    assert "Lịch cấp điện" not in titles("lich cap dien", a)
    publish(fresh(copied))
    assert titles("lich cap dien", a)[0] == "Lịch cấp điện"
    assert "Lịch cấp điện" not in titles("lich cap dien", b)


def test_an_older_version_put_back_brings_its_words_back(twins, titles, a):
    page, first = fresh(twins[0]), twins[0].latest_revision
    page.title = "Lịch hoàn toàn khác"
    publish(page)
    assert titles("lich cap nuoc", a) == []
    first.publish()
    assert titles("lich cap nuoc", a) == ["Lịch cấp nước"]


def test_a_new_slug_gives_a_new_address_without_indexing(twins, entries, visit, a):
    PortalPage.objects.filter(pk=twins[0].pk).update(
        slug="dia-chi-moi", url_path=twins[0].url_path.replace("lich-cap-nuoc", "dia-chi-moi")
    )
    assert "/tin-tuc/dia-chi-moi/" in visit(a, "/tim-kiem/", q="lich cap nuoc").content.decode()
    assert entries(twins[0])["vi"].version == 1


def test_a_restriction_that_changes_its_page_frees_nothing_by_mistake(twins, titles, a, b):
    PageViewRestriction.objects.create(page=section_page(a, "news"), restriction_type="login")
    second = PageViewRestriction.objects.create(page=twins[0], restriction_type="login")
    second.delete()
    assert titles("lich cap nuoc", a) == []
    assert titles("lich cap nuoc", b) == ["Lịch cấp nước"]


def test_a_sibling_whose_path_begins_alike_is_not_restricted(titles, a, b):
    make_article(b, "Anh em của B")
    first, second = make_article(a, "Anh em một"), make_article(a, "Anh em hai")
    PageViewRestriction.objects.create(page=first, restriction_type="login")
    assert titles("anh em", a) == [second.title]


def test_what_fails_leaves_no_trace(twins, titles, a):
    point = transaction.savepoint()
    fresh(twins[0]).unpublish()
    assert titles("lich cap nuoc", a) == []
    transaction.savepoint_rollback(point)
    assert titles("lich cap nuoc", a) == ["Lịch cấp nước"]


def test_a_page_on_no_portal_is_not_found(db, titles):
    root = PortalPage.objects.get(depth=1)
    refresh([root.pk])
    with platform_scope():
        assert not SearchEntry.objects.filter(page_number=root.pk).exists()


def test_many_pages_are_read_with_the_queries_of_one(a, b, django_assert_max_num_queries):
    pages = [make_article(portal, f"Tin {n}") for n in range(6) for portal in (a, b)]
    SearchEntry._base_manager.all().delete()
    with django_assert_max_num_queries(12) as one:
        assert refresh([pages[0].pk]) == 1
    with django_assert_max_num_queries(len(one) + 2 * (len(pages) - 2)):  # an engine writes row by row
        assert refresh([page.pk for page in pages]) == len(pages) - 1
