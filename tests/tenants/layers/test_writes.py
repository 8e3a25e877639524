"""The last lock: inside a portal's scope nothing of another's is written, deleted or pointed at."""

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment, PageViewRestriction

from cms.pages.models import ArticlePage, NewsIndexPage, PortalImage, PortalPage
from cms.pages.people.models import Person, Post, Unit
from tenants.models import Membership, Role
from tenants.scoping import platform_scope, portal_scope
from tenants.writes import OutsideScope
from tests.factories import section_page


@pytest.fixture
def in_a(a, of_a, of_b):
    with portal_scope([a], user_id=of_a.user.pk):
        yield


def refused(write, *args, **kwargs):
    with pytest.raises(OutsideScope):
        write(*args, **kwargs)


ROWS = ["image", "file", "post", "person", "user"]


@pytest.mark.parametrize("kind", [*ROWS, "collection", "site", "portal"])
def test_no_row_of_the_neighbour_is_saved(in_a, of_b, kind):
    refused(getattr(of_b, kind).save)


@pytest.mark.parametrize("kind", ROWS)
def test_no_row_of_the_neighbour_is_deleted(in_a, of_b, kind):
    refused(getattr(of_b, kind).delete)


def test_no_page_of_the_neighbour_is_saved_or_deleted(in_a, of_b):
    for write in (of_b.page.save, of_b.page.delete):
        with pytest.raises((OutsideScope, PortalPage.DoesNotExist)), transaction.atomic():
            write()  # the tree does not even see it
    assert PortalPage._base_manager.filter(pk=of_b.page.pk).exists()


def test_own_rows_are_saved_and_deleted(in_a, of_a):
    for kind in ("page", "image", "file", "person", "user"):
        getattr(of_a, kind).save()
    of_a.post.delete()
    assert Post.objects.count() == 0


def test_rights_are_written_by_verbs_alone(in_a, of_a, a):
    refused(Membership.objects.create, user=of_a.user, portal=a, role=Role.CHIEF)
    refused(a.save)
    refused(of_a.user.groups.add, Group.objects.get(name="xa-b:editor"))


def test_nothing_is_made_for_the_neighbour(in_a, a, b, of_a, of_b):
    refused(Person.objects.create, portal=b, name="Người lạ")
    refused(Comment.objects.create, page=of_b.page, user=of_a.user, text="x", contentpath="title")
    refused(PageViewRestriction.objects.create, page=of_b.page)
    refused(PortalImage.objects.create, title="x", file=of_a.image.file, collection=of_b.collection)
    with platform_scope():
        foreign = section_page(b, "news")
    with pytest.raises((OutsideScope, NewsIndexPage.DoesNotExist)):
        foreign.add_child(instance=ArticlePage(title="x", slug="x"))
    assert PortalPage._base_manager.filter(slug="x").count() == 0


def test_nothing_is_made_for_all_portals(in_a, a, of_a):
    refused(Redirect.objects.create, old_path="/x", redirect_link="/y", site=None)
    Redirect.objects.create(old_path="/x", redirect_link="/y", site=a.site)


def test_a_record_does_not_point_at_the_neighbours(in_a, a, of_a, of_b):
    refused(Post.objects.create, portal=a, person=of_b.person, title="x", kind="leader")
    of_a.person.photo = of_b.image
    refused(of_a.person.save)


BODIES = {
    "a link": lambda of: ("paragraph", f'<p><a linktype="page" id="{of.page.pk}">x</a></p>'),
    "a file": lambda of: ("paragraph", f'<p><a linktype="document" id="{of.file.pk}">x</a></p>'),
    "a picture": lambda of: ("picture", {"image": of.image, "caption": ""}),
}


@pytest.mark.parametrize("what", BODIES)
def test_neither_text_nor_draft_points_at_the_neighbours(in_a, of_a, of_b, what):
    page = of_a.page
    page.body_vi = [BODIES[what](of_b)]
    refused(page.save)
    refused(page.save_revision)
    page.body_vi = [BODIES[what](of_a)]
    page.save_revision().publish()


def test_a_list_kept_in_a_draft_alone_does_not_point_at_them_either(in_a, of_a, of_b):
    page = of_a.page
    page.attachments.add(page.attachments.model(document=of_b.file))
    refused(page.save_revision)


def test_what_an_import_pointed_at_does_not_lock_the_page(a, of_a, of_b):
    page = of_a.page
    with platform_scope():
        page.picture = of_b.image
        page.save()
    with portal_scope([a]):
        page.title = "Sửa"
        page.save()
    assert PortalPage._base_manager.get(pk=page.pk).title == "Sửa"


def test_moving_to_the_neighbour_or_from_it_is_refused_and_nothing_moved(in_a, a, b, of_a, of_b):
    with platform_scope():
        news = {portal.slug: section_page(portal, "news") for portal in (a, b)}
    before = sorted(PortalPage._base_manager.values_list("pk", "path", "portal"))
    for page, target in ((of_a.page, news["xa-b"]), (of_b.page, news["xa-a"])):
        with pytest.raises((OutsideScope, PortalPage.DoesNotExist, AttributeError)), transaction.atomic():
            page.move(target, pos="last-child")
    assert sorted(PortalPage._base_manager.values_list("pk", "path", "portal")) == before


def test_without_a_scope_and_for_the_platform_everything_is_written(a, b, of_a, of_b):
    of_b.page.save()
    with platform_scope():
        of_b.page.save()
        Unit.objects.create(portal=b, name="Phòng")
    assert Unit._base_manager.filter(portal=b).count() == 1
