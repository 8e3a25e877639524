"""What an editor sets for a later minute happens through the task the clock enqueues."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cms.pages.models import ArticlePage
from cms.pages.tasks import publish_scheduled_pages
from tenants.clock import TIMETABLE
from tests.factories import make_article, section_page
from tests.pages.posting import article_form


def _minutes(number):
    return timezone.now() + timedelta(minutes=number)


def _run():
    publish_scheduled_pages.enqueue()


def _again(page):
    return ArticlePage.objects.get(pk=page.pk)


def _schedule(page, moment):
    page.go_live_at = moment
    page.save_revision().publish()
    return _again(page)


def _let_time_pass(page):
    """As if the hour had come: what was set for later lies in the past now."""
    revision = page.revisions.exclude(approved_go_live_at=None).get()
    revision.approved_go_live_at = _minutes(-1)
    revision.content = {**revision.content, "go_live_at": _minutes(-1).isoformat()}
    revision.save()


@pytest.fixture
def drafts(a, b):
    return [make_article(portal, "Hẹn giờ", live=False) for portal in (a, b)]


def test_the_task_is_due_every_minute():
    assert [due.cron for due in TIMETABLE if due.task == publish_scheduled_pages] == ["* * * * *"]


def test_a_page_goes_live_when_its_time_has_come(drafts, visit, a, b):
    mine, other = (_schedule(page, _minutes(60)) for page in drafts)
    _run()
    assert not _again(mine).live
    _let_time_pass(mine)
    _run()
    assert (_again(mine).live, _again(other).live) == (True, False)
    assert visit(a, "/tin-tuc/hen-gio/").status_code == 200
    assert visit(b, "/tin-tuc/hen-gio/").status_code == 404


def test_a_page_that_only_waits_fills_nothing(drafts, a, b):
    page = _schedule(drafts[0], _minutes(60))
    assert not page.live
    assert [section_page(portal, "news").has_content for portal in (a, b)] == [False, False]


def test_what_goes_live_by_the_clock_fills_its_section_and_keeps_its_place(drafts, a, b):
    page = _schedule(drafts[0], _minutes(60))
    _let_time_pass(page)
    _run()
    page = _again(page)
    assert (page.portal, page.section, page.is_starter) == (a, "news", False)
    assert [section_page(portal, "news").has_content for portal in (a, b)] == [True, False]


def test_a_page_disappears_when_it_expires(visit, a, b):
    pages = [make_article(portal, "Hết hạn") for portal in (a, b)]
    ArticlePage.objects.filter(pk=pages[0].pk).update(expire_at=_minutes(-1))
    ArticlePage.objects.filter(pk=pages[1].pk).update(expire_at=_minutes(60))
    _run()
    assert [_again(page).live for page in pages] == [False, True]
    assert _again(pages[0]).expired
    assert [visit(portal, "/tin-tuc/het-han/").status_code for portal in (a, b)] == [404, 200]


def test_running_twice_changes_nothing(drafts, a):
    page = _schedule(drafts[0], _minutes(60))
    _let_time_pass(page)
    _run()
    first = _again(page)
    _run()
    assert (_again(page).last_published_at, first.portal) == (first.last_published_at, a)
    assert not _again(drafts[1]).live


def test_a_chief_schedules_in_the_form_and_an_editor_cannot(enter, a, b):
    for role, approved in (("editor", 0), ("chief", 1)):
        address = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(a, "news").pk])
        when = timezone.localtime(_minutes(60)).strftime("%Y-%m-%d %H:%M")
        form = article_form(slug=f"hen-{role}", go_live_at=when, **{"action-publish": "1"})
        assert enter(a, role).post(address, form).status_code == 302
        page = ArticlePage.objects.get(slug=f"hen-{role}")
        assert (page.live, page.portal) == (False, a)
        assert page.revisions.exclude(approved_go_live_at=None).count() == approved
    assert not ArticlePage.objects.filter(portal=b).exists()


def test_a_time_in_the_past_publishes_now_and_dates_now(enter, a, b):
    address = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(a, "news").pk])
    form = article_form(slug="qua-khu", go_live_at="2020-01-01 08:00", **{"action-publish": "1"})
    enter(a, "chief").post(address, form)
    page = ArticlePage.objects.get(portal__in=[a, b])
    assert (page.live, page.portal) == (True, a)
    assert timezone.now() - page.first_published_at < timedelta(minutes=1)
