"""A deleted page is kept, whatever way it was deleted, and its own portal brings it back as a draft."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from cms.pages.models import ArticleAttachment, ArticlePage, DeletedPage, PortalPage, StaticPage
from cms.pages.trash.tasks import purge, purge_trash
from tenants.clock import TIMETABLE
from tenants.models import AuditEntry
from tenants.scoping import platform_scope
from tests.factories import make_article, make_document, make_file, make_image, make_user, publish, section_page

INDEX = "/admin/trash/"


@pytest.fixture(autouse=True)
def _everything():
    with platform_scope():  # so that the tests see the rows of both portals
        yield


def delete(client, page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


def delete_many(client, *pages):
    address = reverse("wagtail_bulk_action", args=["pages", "portalpage", "delete"])
    return client.post(f"{address}?{'&'.join(f'id={page.pk}' for page in pages)}&next=/admin/")


def restore(client, deleted):
    return client.post(f"/admin/trash/{deleted.pk}/restore/", follow=True)


def kept(portal):
    return list(DeletedPage.objects.filter(portal=portal).order_by("pk"))


def again(page):
    return PortalPage.objects.get(pk=page.pk).specific


# --- every way into the trash ------------------------------------------------------------------------
def test_a_page_deleted_on_its_own_screen_is_kept_with_its_newest_words(enter, a, b):
    page, other = make_article(a, "Ra quân trồng cây"), make_article(b, "Khác")
    page.lead = "Sửa sau khi đăng"
    page.save_revision()
    chief = enter(a, "chief")
    assert delete(chief, page).status_code == 302
    (deleted,) = kept(a)
    assert (deleted.title, deleted.page_key, deleted.pages) == ("Ra quân trồng cây", page.pk, 1)
    assert (deleted.deleted_by, deleted.section, deleted.page_type) == (chief.user, "news", "pages.ArticlePage")
    assert deleted.content[0]["content"]["lead_vi"] == "Sửa sau khi đăng"
    assert deleted.content[0]["was_live"] is True
    assert (kept(b), PortalPage.objects.filter(pk=other.pk).exists()) == ([], True)


def test_several_at_once_are_kept_each_for_itself(enter, a, b):
    pages = [make_article(a, f"Bài {number}") for number in range(3)]
    make_article(b, "Khác")
    assert delete_many(enter(a, "chief"), *pages[:2]).status_code == 302
    assert [row.title for row in kept(a)] == ["Bài 0", "Bài 1"]
    assert (kept(b), PortalPage.objects.filter(pk=pages[2].pk).exists()) == ([], True)


def test_what_the_api_deletes_is_kept_too(client, a, b):
    page, other = make_article(a, "Qua API"), make_article(b, "Khác")
    user = make_user("api@xa-a.example", portal=a, role="chief")
    client.defaults["HTTP_HOST"] = "xa-a.localhost"
    client.force_login(user)
    for target in (page, other):
        client.post(reverse("wagtailadmin_api:pages:action", args=[target.pk, "delete"]))
    assert ([row.title for row in kept(a)], kept(b)) == (["Qua API"], [])
    assert PortalPage.objects.filter(pk=other.pk).exists()


def test_a_page_goes_with_what_is_below_it_and_comes_back_with_it(admin_client, enter, a, b):
    page = make_article(a, "Cha")
    for title in ("Con một", "Con hai"):
        page.add_child(instance=StaticPage(title=title, live=False))
    make_article(b, "Cha")
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    keys = [row.pk for row in page.get_descendants(inclusive=True)]
    assert delete(admin_client, page).status_code == 302
    (deleted,) = kept(a)
    assert (deleted.pages, [item["pk"] for item in deleted.content]) == (3, keys)
    assert restore(enter(a, "chief"), deleted).status_code == 200
    family = again(page).get_descendants(inclusive=True)
    assert [row.title for row in family] == ["Cha", "Con một", "Con hai"]
    assert [row.pk for row in family] == keys
    assert {(row.live, row.portal, row.section) for row in family} == {(False, a, "news")}


def test_what_commands_clear_away_fills_no_trash(a, b):
    make_article(a).delete()
    with platform_scope():
        PortalPage.objects.filter(pk=make_article(b).pk).delete()
    assert (kept(a), kept(b)) == ([], [])


def test_a_deletion_that_is_refused_keeps_nothing(enter, a, b):
    page = make_article(b, "Của B")
    chief = enter(a, "chief")
    delete(chief, page)
    delete_many(chief, page)
    delete(enter(a, "editor"), make_article(a, "Đã đăng"))  # an editor does not delete what is published
    assert (kept(a), kept(b), PortalPage.objects.filter(pk=page.pk).exists()) == ([], [], True)


def test_after_deleting_one_is_told_of_the_trash(enter, a, b):
    make_article(b)
    chief = enter(a, "chief")
    for way in (delete, delete_many):
        page = make_article(a)
        text = chief.get(way(chief, page)["Location"]).content.decode()
        assert "Có thể khôi phục trong 30 ngày." in text and f'href="{INDEX}"' in text


# --- back again --------------------------------------------------------------------------------------
def test_a_page_comes_back_as_a_draft_with_its_number_its_date_and_its_lists(enter, a, b, visit):
    page = make_article(a, "Trồng cây", title_en="Planting", picture=make_image(a), slug="trong-cay")
    page.attachments = [ArticleAttachment(document=make_file(a))]
    page = publish(page)
    make_article(b, "Trồng cây", slug="trong-cay")
    born, chief = page.first_published_at, enter(a, "chief")
    delete(chief, page)
    answer = restore(chief, kept(a)[0])
    assert f'href="{reverse("wagtailadmin_pages:edit", args=[page.pk])}"' in answer.content.decode()
    assert "Mở trang để gửi duyệt lại" in answer.content.decode()
    back = ArticlePage.objects.get(pk=page.pk)
    assert (back.live, back.portal, back.slug) == (False, a, "trong-cay")
    assert abs(back.first_published_at - born) < timedelta(milliseconds=1)
    assert (back.title_en, back.picture, back.attachments.count()) == ("Planting", page.picture, 1)
    assert (kept(a), visit(a, "/tin-tuc/trong-cay/").status_code) == ([], 404)
    assert visit(b, "/tin-tuc/trong-cay/").status_code == 200


def test_what_came_back_is_sent_and_published_again(enter, a, b, visit):
    page = make_article(a, "Trồng cây", slug="trong-cay")
    make_article(b)
    chief = enter(a, "chief")
    delete(chief, page)
    restore(chief, kept(a)[0])
    again(page).get_latest_revision().publish(user=chief.user)
    assert visit(a, "/tin-tuc/trong-cay/").status_code == 200
    assert chief.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_history_and_log_are_about_the_page_again(enter, a, b):
    page = make_article(a, "Trồng cây")
    other = make_article(b)
    chief = enter(a, "chief")
    delete(chief, page)
    restore(chief, kept(a)[0])
    actions = list(PageLogEntry.objects.filter(page=page.pk).order_by("pk").values_list("action", flat=True))
    assert actions[-2:] == ["wagtail.delete", "pages.restore"]
    assert "Khôi phục từ thùng rác" in chief.get(f"/admin/pages/{page.pk}/history/").content.decode()
    told = AuditEntry.objects.filter(target_pk=str(page.pk), action__in=["wagtail.delete", "pages.restore"])
    assert list(told.order_by("pk").values_list("portal", "actor", "action")) == [
        (a.pk, chief.user.pk, "wagtail.delete"),
        (a.pk, chief.user.pk, "pages.restore"),
    ]
    assert not AuditEntry.objects.filter(target_pk=str(other.pk), action="pages.restore").exists()


def test_a_slug_that_was_taken_gets_a_number(enter, a, b):
    page = make_article(a, "Bài", slug="bai")
    make_article(b, slug="bai-2")
    chief = enter(a, "chief")
    delete(chief, page)
    make_article(a, "Bài", slug="bai")
    restore(chief, kept(a)[0])
    assert again(page).slug == "bai-2"


def test_a_parent_that_is_gone_is_replaced_by_the_section(admin_client, enter, a, b):
    parent = make_article(a, "Cha")
    parent.add_child(instance=StaticPage(title="Con", live=False))
    child = StaticPage.objects.get(title="Con")
    make_article(b)
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    delete(admin_client, child)
    delete(admin_client, again(parent))
    answer = restore(enter(a, "chief"), kept(a)[0])
    assert again(child).get_parent().pk == section_page(a, "news").pk
    assert "Chỗ cũ không còn, trang nằm trong “Tin tức - Sự kiện”." in answer.content.decode()


def test_without_a_section_it_goes_below_the_home(enter, a, b):
    page = StaticPage(title="Lẻ", live=False)
    a.root_page.add_child(instance=page)
    chief = enter(a, "chief")
    delete(chief, page)
    DeletedPage.objects.update(parent_key=section_page(b, "news").pk)  # a page, but not one of this portal
    restore(chief, kept(a)[0])
    assert (again(page).get_parent().pk, again(page).portal) == (a.root_page.pk, a)


def test_pictures_and_files_deleted_meanwhile_are_emptied_and_said(enter, a, b):
    picture, file, there = make_image(a), make_file(a), make_file(a)
    page = make_article(a, "Có ảnh", picture=picture, body=[("file", file)])
    page.attachments = [ArticleAttachment(document=file), ArticleAttachment(document=there)]
    page = publish(page)
    make_article(b, picture=make_image(b))
    chief = enter(a, "chief")
    delete(chief, page)
    for gone in (picture, file):
        gone.delete()
    answer = restore(chief, kept(a)[0]).content.decode()
    assert "Để trống những gì đã bị xóa trong lúc đó: 1 ảnh, 1 tệp." in answer
    back = again(page)
    assert (back.picture, [row.document for row in back.attachments.all()]) == (None, [there])
    assert chief.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_a_document_comes_back_with_its_files_and_its_type(enter, a, b):
    page = make_document(a, file=make_file(a))
    make_document(b)
    chief = enter(a, "chief")
    delete(chief, page)
    restore(chief, kept(a)[0])
    assert (again(page).number, again(page).files.count(), again(page).live) == ("12/QĐ-UBND", 1, False)


def test_what_was_for_few_is_not_for_all_afterwards(enter, a, b, visit):
    page = make_article(a, "Nội bộ", slug="noi-bo")
    page.view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    make_article(b)
    chief = enter(a, "chief")
    delete(chief, page)
    restore(chief, kept(a)[0])
    again(page).get_latest_revision().publish()
    assert "Nội bộ" not in visit(a, "/tin-tuc/noi-bo/").content.decode()


def test_a_number_that_is_taken_is_not_taken_away(enter, a, b):
    page = make_article(a, "Bài")
    make_article(b)
    chief = enter(a, "chief")
    delete(chief, page)
    DeletedPage.objects.filter(portal=a).update(content=[{**kept(a)[0].content[0], "pk": section_page(b, "news").pk}])
    restore(chief, kept(a)[0])
    back = PortalPage.objects.get(portal=a, title="Bài")
    assert back.pk not in (page.pk, section_page(b, "news").pk)
    assert section_page(b, "news").portal == b


def test_a_second_time_there_is_nothing_left_to_restore(enter, a, b):
    page = make_article(a, "Bài")
    make_article(b)
    chief = enter(a, "chief")
    delete(chief, page)
    deleted = kept(a)[0]
    first, second = (restore(chief, deleted).content.decode() for _time in range(2))
    assert "Đã khôi phục" in first and "không còn trong thùng rác" in second
    assert PortalPage.objects.filter(portal=a, title="Bài").count() == 1


def test_deleted_again_it_is_kept_again(enter, a, b):
    page = make_article(a, "Bài")
    make_article(b)
    chief = enter(a, "chief")
    for _time in range(2):
        delete(chief, again(page))
        restore(chief, kept(a)[0])
    assert (again(page).title, kept(a)) == ("Bài", [])


# --- who, and for how long -----------------------------------------------------------------------------
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
