"""Files, the people's register and settings: Wagtail's screens, its bulk actions and plain code, each change once."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction

from cms.pages.models import PortalDocument, PortalImage, Unit
from cms.pages.people.models import Person
from tenants.models import AuditEntry, Role
from tenants.scoping import platform_scope
from tests.factories import make_file, make_image, make_user
from tests.pages.people.test_register_screens import _address

CREATED, EDITED, DELETED = "wagtail.create", "wagtail.edit", "wagtail.delete"


@pytest.fixture
def chief(log_in, a):
    return log_in(a, Role.CHIEF)


@pytest.fixture
def pictures(a, b):
    make_image(b, "Ảnh của B")
    return [make_image(a, "Ảnh 1"), make_image(a, "Ảnh 2")]


def upload(image):
    return SimpleUploadedFile("anh.jpg", image.file.open().read(), "image/jpeg")


def test_one_file_uploaded_by_the_form(chief, a, pictures, told):
    told()
    form = {"title": "Mới", "file": upload(pictures[0]), "collection": a.collection_id, "tags": "lúa, làng"}
    chief.post(reverse("wagtailimages:add"), form)
    chief.post(reverse("wagtaildocs:add"), {**form, "title": "Tệp", "file": SimpleUploadedFile("a.pdf", b"%PDF-1.4")})
    assert told() == [("xa-a", CREATED, "Mới"), ("xa-a", CREATED, "Tệp")]
    last = AuditEntry._base_manager.latest("pk")
    assert (last.actor, last.acting_as, last.target_model) == (chief.user, "chief", "pages.portaldocument")


def test_many_files_uploaded_at_once_which_wagtail_does_not_log(chief, a, pictures, told):
    told()
    files = {
        "files[]": SimpleUploadedFile("b.pdf", b"%PDF-1.4 b"),
        "title": "Hàng loạt",
        "collection": a.collection_id,
    }
    answer = chief.post(reverse("wagtaildocs:add_multiple"), files, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["success"] is True
    assert [(slug, action) for slug, action, _title in told()] == [("xa-a", CREATED)]


def test_a_file_uploaded_where_one_is_chosen_which_wagtail_does_not_log(chief, a, pictures, told):
    told()
    form = {
        "image-chooser-upload-title": "Từ hộp chọn",
        "image-chooser-upload-file": upload(pictures[0]),
        "image-chooser-upload-collection": a.collection_id,
    }
    chief.post(reverse("wagtailimages_chooser:create"), form)
    assert told() == [("xa-a", CREATED, "Từ hộp chọn")]


def test_editing_and_deleting_a_file(chief, a, pictures, told):
    told()
    form = {"title": "Tên khác", "collection": a.collection_id, "tags": "", "focal_point_x": ""}
    chief.post(reverse("wagtailimages:edit", args=[pictures[0].pk]), form)
    chief.post(reverse("wagtailimages:delete", args=[pictures[0].pk]))
    assert told() == [("xa-a", EDITED, "Tên khác"), ("xa-a", DELETED, "Tên khác")]


def test_bulk_actions_which_wagtail_does_not_log(chief, a, pictures, told):
    told()
    first, second = pictures
    some = f"?id={first.pk}&id={second.pk}&next=/admin/"
    chief.post(f"/admin/bulk/pages/portalimage/add_tags/{some}", {"tags": "làng"})
    assert sorted(told()) == [("xa-a", EDITED, "Ảnh 1"), ("xa-a", EDITED, "Ảnh 2")]
    chief.post(f"/admin/bulk/pages/portalimage/delete/{some}")
    assert PortalImage.objects.filter(pk=first.pk).count() == 0
    assert sorted(told()) == [("xa-a", DELETED, "Ảnh 1"), ("xa-a", DELETED, "Ảnh 2")]


def test_the_register_of_people(chief, a, told):
    told()
    form = {"name": "Đỗ An", "photo": "", "biography": "", "biography_en": ""}
    chief.post(_address("add", "person"), form)
    with platform_scope():
        person = Person.objects.get(name="Đỗ An")
    chief.post(_address("edit", "person", person.pk), {**form, "name": "Đỗ Bình"})
    chief.post(_address("delete", "person", person.pk))
    assert told() == [("xa-a", CREATED, "Đỗ An"), ("xa-a", EDITED, "Đỗ Bình"), ("xa-a", DELETED, "Đỗ Bình")]


def test_what_plain_code_writes_is_the_products(a, b, written):
    with platform_scope():
        unit = Unit.objects.create(portal=b, name="Phòng B")
        unit.name = "Phòng Bê"
        unit.save()
        unit.delete()
    rows = written()
    assert [(row.portal, row.action, row.actor) for row in rows] == [
        (b, CREATED, None),
        (b, EDITED, None),
        (b, DELETED, None),
    ]


def test_files_made_by_code_belong_to_the_portal_of_their_collection(a, b, told):
    make_file(a, "Tệp A")
    PortalDocument.objects.get(pk=make_file(b, "Tệp B").pk).delete()
    assert told() == [("xa-a", CREATED, "Tệp A"), ("xa-b", CREATED, "Tệp B"), ("xa-b", DELETED, "Tệp B")]


def test_who_may_see_a_collection_and_where_an_address_leads(a, b, written):
    CollectionViewRestriction.objects.create(collection=b.collection, restriction_type="login")
    Redirect.add_redirect("/cu", site=a.site, redirect_to="/moi")
    rows = written()
    assert [(row.portal, row.action, row.target_model) for row in rows] == [
        (b, CREATED, "wagtailcore.collectionviewrestriction"),
        (a, CREATED, "wagtailredirects.redirect"),
    ]


# --- screens of the operator ------------------------------------------------------------------------
@pytest.fixture
def operator(client, a, b):
    user = make_user("operator@example.vn", is_superuser=True, is_staff=True)
    client.defaults["HTTP_HOST"] = "tinh.localhost"
    client.force_login(user)
    return client


def test_a_collection_made_by_the_operator_is_the_portals_it_lies_in(operator, a, b, told):
    told()
    operator.post("/admin/collections/add/", {"name": "Ảnh lễ hội", "parent": b.collection_id})
    assert Collection.objects.filter(name="Ảnh lễ hội").exists()
    assert told() == [("xa-b", CREATED, "Ảnh lễ hội")]


def test_accounts_changed_in_bulk_which_neither_signals_nor_wagtail_tell_of(operator, people, written):
    written()
    address = f"/admin/bulk/tenants/user/set_active_state/?id={people['a'].pk}&id={people['b'].pk}&next=/admin/"
    operator.post(address, {"mark_as_active": "False"})
    rows = written()
    assert sorted((row.action, row.target_title) for row in rows) == [
        ("user.set_active_state", "Lê Hoa"),
        ("user.set_active_state", "Trần Mai"),
    ]


def test_groups_that_follow_from_roles_are_no_change_of_their_own(a, b, told):
    make_user("e@xa-a.example", portal=a, role=Role.EDITOR)
    assert Group.objects.filter(name="xa-a:editor").exists()
    assert told() == [("xa-a", "portal.granted", "Nguyễn e")]
