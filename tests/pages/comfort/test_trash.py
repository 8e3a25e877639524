"""A deleted page is kept, whatever way it was deleted."""

import pytest
from django.urls import reverse

from cms.pages.models import PortalPage, StaticPage
from tenants.scoping import platform_scope
from tests.factories import make_article, make_user
from tests.pages.comfort.trash import INDEX, again, delete, delete_many, kept, restore


@pytest.fixture(autouse=True)
def _everything():
    with platform_scope():  # so that the tests see the rows of both portals
        yield


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
