"""A page of the register is found as long as somebody holds a post, whether a hand or the calendar ends it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.pages.models import StaticPage
from cms.pages.people.models import Post
from search.tasks import follow_terms
from tenants.clock import TIMETABLE
from tenants.scoping import platform_scope
from tests.factories import make_article, make_post, publish, section_page


@pytest.fixture
def leaders(titles, a, b, happen):
    """leaders(portal) -> is its leader page found there?"""
    name = section_page(a, "leaders").title
    happen(make_post, a), happen(make_post, b)
    return lambda portal: name in titles(name, portal)


def test_a_post_that_ended_last_night_takes_its_page_along(leaders, a, b):
    yesterday = timezone.localdate() - timedelta(days=1)
    Post._base_manager.filter(portal=a).update(to_date=yesterday)  # time passed, nobody saved anything
    assert leaders(a)
    follow_terms.enqueue()
    assert (leaders(a), leaders(b)) == (False, True)


def test_a_post_that_begins_today_brings_its_page_back(leaders, a, b, happen):
    with platform_scope():
        post = Post.objects.get(portal=a)
        post.from_date = timezone.localdate() + timedelta(days=1)
        happen(post.save)
    assert not leaders(a)
    Post._base_manager.filter(portal=a).update(from_date=timezone.localdate())  # the night has passed
    follow_terms.enqueue()
    assert leaders(a) and leaders(b)


def test_the_last_post_deleted_or_ended_by_hand_counts_at_once(leaders, a, b, happen):
    assert leaders(a) and leaders(b)
    with platform_scope():
        happen(Post.objects.get(portal=a).delete)
        post = Post.objects.get(portal=b)
        post.to_date = timezone.localdate() - timedelta(days=1)
        happen(post.save)
    assert (leaders(a), leaders(b)) == (False, False)


def test_every_night_somebody_looks(a, b):
    assert [due.cron for due in TIMETABLE if due.task is follow_terms] == ["10 0,6 * * *"]


@pytest.mark.parametrize("how", ["unpublish", "delete"])
def test_a_section_is_not_found_without_its_last_item(titles, a, b, how):
    pages, name = [make_article(portal, "Bài") for portal in (a, b)], section_page(a, "news").title
    assert name in titles(name, a)
    getattr(pages[0], how)()
    assert (name in titles(name, a), name in titles(name, b)) == (False, True)


def test_starter_text_is_not_found_though_something_stands_below(titles, a, b):
    for portal in (a, b):
        page = section_page(portal, "plans")
        page.body_vi = [("paragraph", "<p>Chữ mẫu quyhoachmau</p>")]
        page.save()
        below = StaticPage(title="Kế hoạch", slug="kh", body=[("heading", "x")])
        publish(page.add_child(instance=below))
    publish(section_page(b, "plans"))
    assert titles("quyhoachmau", a) == []
    assert titles("quyhoachmau", b) == [section_page(b, "plans").title]
    assert "quyhoachmau" in str(section_page(a, "plans").body_vi)


def test_a_section_is_found_again_after_its_item_moved_in(titles, a, b):
    page = make_article(a, "Bài")
    target = section_page(a, "plans")
    news, plans = section_page(a, "news").title, target.title
    page.move(target, "last-child")
    assert news not in titles(news, a)
    assert plans in titles(plans, a)
