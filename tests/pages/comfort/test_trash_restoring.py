"""What comes back from the trash: a draft at its old place, with all that was below it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry, PageViewRestriction

from cms.pages.models import ArticleAttachment, ArticlePage, DeletedPage, PortalPage, StaticPage
from tenants.models import AuditEntry
from tenants.scoping import platform_scope
from tests.factories import make_article, make_document, make_file, make_image, publish, section_page
from tests.pages.comfort.trash import again, delete, kept, restore


@pytest.fixture(autouse=True)
def _everything():
    with platform_scope():  # so that the tests see the rows of both portals
        yield


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
