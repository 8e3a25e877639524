"""What the law asks for stays: sections and home are born with the portal, keep their address and are not deleted."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from cms.pages.models import HomePage, NewsIndexPage, PortalPage
from tenants.models import Portal
from tests.factories import make_portal, publish, section_page
from tests.factories.pages import make_article, make_image


@pytest.fixture
def chief(enter, a):
    return enter(a, "chief")


def _kept(portal):
    return PortalPage.objects.filter(portal=portal).count()


def test_nobody_makes_a_second_section_or_home(chief, a, b):
    for model in ("sectionpage", "newsindexpage", "homepage", "contactpage"):
        for portal in (a, b):
            address = reverse("wagtailadmin_pages:add", args=["pages", model, portal.root_page.pk])
            assert chief.get(address).status_code in (302, 403, 404)


def test_sections_are_not_copied_in_the_admin(chief, a, b):
    news, before = section_page(a, "news"), _kept(b)
    form = {"new_title": "x", "new_slug": "x", "new_parent_page": a.root_page.pk, "copy_subpages": "on"}
    chief.post(reverse("wagtailadmin_pages:copy", args=[news.pk]), form)
    assert NewsIndexPage.objects.filter(portal=a).count() == 1
    assert _kept(b) == before


@pytest.mark.parametrize("bulk", [False, True])
def test_neither_home_nor_sections_are_deleted(admin_client, a, b, bulk):
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    before = _kept(a), _kept(b)
    for page in (a.root_page, section_page(a, "news")):
        if bulk:
            address = reverse("wagtail_bulk_action", args=["pages", "portalpage", "delete"]) + f"?id={page.pk}"
        else:
            address = reverse("wagtailadmin_pages:delete", args=[page.pk])
        assert admin_client.post(address).status_code == 302
    assert (_kept(a), _kept(b)) == before


@pytest.mark.parametrize("bulk", [False, True])
def test_neither_home_nor_sections_are_taken_down(admin_client, a, b, bulk):
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    for page in (a.root_page, section_page(a, "news")):
        if bulk:
            address = reverse("wagtail_bulk_action", args=["pages", "portalpage", "unpublish"]) + f"?id={page.pk}"
        else:
            address = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
        assert admin_client.post(address).status_code == 302
    born = PortalPage.objects.exclude(starts_section="")
    assert [born.filter(portal=portal, live=False).count() for portal in (a, b)] == [0, 0]
    assert HomePage.objects.filter(live=False).count() == 0


def test_pictures_are_deleted_in_bulk_like_before(admin_client, a, b):
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    own, other = make_image(a), make_image(b)
    address = reverse("wagtail_bulk_action", args=["pages", "portalimage", "delete"])
    admin_client.post(f"{address}?id={own.pk}")
    assert [type(own).objects.filter(pk=one.pk).exists() for one in (own, other)] == [False, True]


def test_an_article_can_be_deleted(admin_client, a, b):
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    page, other = make_article(a), make_article(b)
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert [PortalPage.objects.filter(pk=one.pk).exists() for one in (page, other)] == [False, True]


def test_the_address_of_a_section_is_fixed(a, b):
    for portal in (a, b):
        page = section_page(portal, "news")
        page.slug = "tin"
        with pytest.raises(ValidationError, match="tin-tuc"):
            page.save()


def test_the_title_of_a_section_can_be_changed_and_its_address_stays(a, b):
    page = section_page(a, "news")
    page.title = "Tin của xã"
    publish(page)
    assert (section_page(a, "news").title, section_page(a, "news").slug) == ("Tin của xã", "tin-tuc")
    assert section_page(b, "news").title == "Tin tức - Sự kiện"


def test_home_follows_the_portals_name_in_both_languages(a, b):
    make_portal("xa-a", name="Phường An Bình", name_en="An Binh Ward")
    home = HomePage.objects.get(portal=a)
    assert (home.title_vi, home.title_en, home.draft_title) == ("Phường An Bình", "An Binh Ward", "Phường An Bình")
    assert Portal.objects.get(pk=a.pk).site.site_name == "Phường An Bình"
    assert HomePage.objects.get(portal=b).title == "Xã Bình Yên"


def test_a_new_name_keeps_what_an_editor_has_not_published(a, b):
    home = HomePage.objects.get(portal=a)
    home.tagline = "Nháp"
    home.save_revision()
    make_portal("xa-a", name="Phường An Bình", name_en="An Binh Ward")
    home = HomePage.objects.get(portal=a)
    draft = home.get_latest_revision_as_object()
    assert (home.title, home.tagline, home.has_unpublished_changes) == ("Phường An Bình", "", True)
    assert (draft.title, draft.tagline) == ("Phường An Bình", "Nháp")
    assert not HomePage.objects.get(portal=b).has_unpublished_changes


def test_the_same_name_again_writes_no_revision(a, b):
    for portal in (a, b):
        make_portal(portal.slug, name=portal.name, name_en=portal.name_en, scale="none")
        assert HomePage.objects.get(portal=portal).revisions.count() == 0
        assert timezone.now() > portal.created_at
