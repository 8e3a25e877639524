"""Whose the trash is, and for how long it keeps a page."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.pages.models import DeletedPage
from cms.pages.trash.tasks import purge, purge_trash
from tenants.clock import TIMETABLE
from tenants.models import AuditEntry
from tenants.scoping import platform_scope
from tests.factories import make_article
from tests.pages.comfort.trash import INDEX, delete, kept, restore


@pytest.fixture(autouse=True)
def _everything():
    with platform_scope():  # so that the tests see the rows of both portals
        yield


@pytest.fixture
def one_each(enter, a, b):
    """A page of each portal in its trash; (A's, B's)."""
    for portal in (a, b):
        delete(enter(portal, "chief"), make_article(portal, f"Đã xóa ở {portal.name}"))
    return kept(a)[0], kept(b)[0]


@pytest.mark.parametrize("role", ["editor", "officer", "head"])
def test_who_writes_restores_and_nobody_else(one_each, enter, a, role):
    client, own = enter(a, role), one_each[0]
    statuses = client.get(INDEX).status_code, restore(client, own).status_code
    assert statuses == ((200, 200) if role == "editor" else (302, 200))
    assert DeletedPage.objects.filter(pk=own.pk).exists() is (role != "editor")


def test_another_portals_trash_does_not_exist(one_each, enter, a, b):
    own, theirs = one_each
    editor = enter(a, "editor")
    text = editor.get(INDEX).content.decode()
    assert "Đã xóa ở Xã An Bình" in text and "Bình Yên" not in text
    answer = restore(editor, theirs).content.decode()
    assert "không còn trong thùng rác" in answer and "Đã khôi phục" not in answer and "Bình Yên" not in answer
    assert DeletedPage.objects.filter(pk=theirs.pk).exists()
    assert editor.get(f"/admin/trash/{own.pk}/restore/").status_code == 405


def test_the_menu_has_it_for_those_who_write(enter, a, b):
    assert f'"{INDEX}"' in enter(a, "editor").get("/admin/").content.decode()
    assert f'"{INDEX}"' not in enter(b, "officer").get("/admin/").content.decode()


def test_the_list_says_who_when_and_how_long_still(one_each, enter, a):
    DeletedPage.objects.filter(portal=a).update(deleted_at=timezone.now() - timedelta(days=12))
    text = enter(a, "editor").get(INDEX).content.decode()
    assert "còn 18 ngày" in text and "Tin bài · Tin tức - Sự kiện" in text and "Nguyễn" in text


def test_an_empty_trash_says_so(enter, a):
    assert "Thùng rác trống." in enter(a, "editor").get(INDEX).content.decode()


def test_thirty_cost_what_one_does(one_each, enter, a, b, django_assert_num_queries, django_assert_max_num_queries):
    mine, theirs = enter(a, "editor"), enter(b, "editor")
    row = kept(b)[0]
    for number in range(29):
        row.pk, row.title = None, f"Bài {number}"
        row.save(force_insert=True)
    for client in (mine, theirs):
        client.get(INDEX)
    with django_assert_max_num_queries(60) as asked:
        mine.get(INDEX)
    with django_assert_num_queries(len(asked)):
        assert theirs.get(INDEX).content.decode().count("còn 30 ngày") == 30


def test_after_thirty_days_a_page_is_gone_for_good_and_the_log_says_so(one_each, a, b):
    now = timezone.now()
    DeletedPage.objects.filter(portal=a).update(deleted_at=now - timedelta(days=31))
    DeletedPage.objects.filter(portal=b).update(deleted_at=now - timedelta(days=30))
    assert purge(now=now) == 1
    assert (kept(a), len(kept(b))) == ([], 1)
    assert list(AuditEntry.objects.filter(action="pages.purge").values_list("portal", "target_title")) == [
        (a.pk, "Đã xóa ở Xã An Bình")
    ]
    assert purge(now=now) == 0


def test_the_clock_empties_the_trash_each_night():
    (due,) = [due for due in TIMETABLE if due.task is purge_trash]
    assert due.cron == "40 1 * * *"
