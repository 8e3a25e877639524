"""Every way in asks the same question; nothing is stored of what is refused, and portals stay apart."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile
from wagtail.users.models import UserProfile

from cms.pages.media.checks import Door, allowed_words
from cms.pages.models import PortalDocument, PortalImage
from tests.factories import make_file, make_image, make_post

from .crafted import BAD, BAD_PICTURES, PROGRAM, office, pdf, photo

FILES = {"wagtaildocs": (PortalDocument, Door.FILE), "wagtailimages": (PortalImage, Door.PICTURE)}
BAD_OF = {
    "wagtaildocs": ("bao-cao.docx", office(word__vbaProject_dot_bin=b"x"), "macro"),
    "wagtailimages": ("anh.jpg", PROGRAM, "chương trình máy tính"),
}
GOOD_OF = {"wagtaildocs": ("bao-cao.pdf", pdf()), "wagtailimages": ("anh.jpg", photo())}


def fields(app, portal, file, prefix=""):
    words = {"title": "Một tệp", "tags": "", "collection": portal.collection.pk, "file": file}
    if app == "wagtailimages":
        words |= {"title_en": "", "description": "", "description_en": ""}
    return {f"{prefix}{name}": value for name, value in words.items()}


def upload(name, content):
    return SimpleUploadedFile(name, content)


def add(client, app, portal, file):
    return client.post(reverse(f"{app}:add"), fields(app, portal, file)).content.decode()


def add_many(client, app, portal, file):
    posted = {"title": "Một tệp", "collection": portal.collection.pk, "files[]": file}
    return client.post(reverse(f"{app}:add_multiple"), posted).json().get("error_message", "")


def choose(client, app, portal, file):
    kind = "document" if app == "wagtaildocs" else "image"
    posted = fields(app, portal, file, prefix=f"{kind}-chooser-upload-")
    return client.post(reverse(f"{app}_chooser:create"), posted).json().get("htmlFragment", "")


DOORS = {"own screen": add, "several at once": add_many, "chooser": choose}


@pytest.mark.parametrize("app", FILES)
@pytest.mark.parametrize("door", DOORS)
def test_each_door_lets_a_good_file_into_the_own_portal(enter, a, b, app, door):
    make_file(b), make_image(b)
    DOORS[door](enter(a, "editor"), app, a, upload(*GOOD_OF[app]))
    model, _door = FILES[app]
    assert [row.portal for row in model.objects.order_by("-pk")[:2]] == [a, b]


@pytest.mark.parametrize("app", FILES)
@pytest.mark.parametrize("door", DOORS)
def test_each_door_refuses_a_bad_file_in_words_and_keeps_nothing(enter, a, b, app, door):
    make_file(b), make_image(b)
    name, content, reason = BAD_OF[app]
    said = DOORS[door](enter(a, "editor"), app, a, upload(name, content))
    model, kind = FILES[app]
    assert reason in said and allowed_words(kind) in said
    assert not model.objects.filter(portal=a).exists() and model.objects.filter(portal=b).exists()
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("app", FILES)
def test_a_file_is_not_replaced_by_a_bad_one(enter, a, b, app):
    model, kind = FILES[app]
    row, other = (make_file(a), make_file(b)) if model is PortalDocument else (make_image(a), make_image(b))
    before = row.file.name
    name, content, reason = BAD_OF[app]
    chief = enter(a, "chief")
    page = chief.post(reverse(f"{app}:edit", args=[row.pk]), fields(app, a, upload(name, content))).content.decode()
    assert reason in page and allowed_words(kind) in page
    chief.post(reverse(f"{app}:edit", args=[other.pk]), fields(app, a, upload(*GOOD_OF[app])))
    assert model.objects.get(pk=row.pk).file.name == before and default_storage.exists(before)
    assert model.objects.get(pk=other.pk).file.name == other.file.name


@pytest.mark.parametrize("app", FILES)
def test_a_file_is_replaced_by_a_good_one(enter, a, b, app):
    model, _kind = FILES[app]
    row, other = (make_file(a), make_file(b)) if model is PortalDocument else (make_image(a), make_image(b))
    chief = enter(a, "chief")
    assert chief.post(reverse(f"{app}:edit", args=[row.pk]), fields(app, a, upload(*GOOD_OF[app]))).status_code == 302
    assert model.objects.get(pk=row.pk).file.name != row.file.name
    assert model.objects.get(pk=other.pk).file.name == other.file.name


@pytest.mark.parametrize("door", DOORS)
def test_a_picture_is_kept_upright_and_without_its_place(enter, a, b, door):
    make_image(b)
    DOORS[door](enter(a, "editor"), "wagtailimages", a, upload("anh.jpg", photo()))
    image = PortalImage.objects.get(portal=a)
    content = image.file.open().read()
    assert (image.width, image.height) == (30, 40)
    assert (image.file_size, b"Dien thoai" in content) == (len(content), False)


def test_an_upload_finished_later_is_cleaned_too(enter, a, b):
    """Wagtail keeps a file aside when another field of its form is wrong."""
    editor = enter(a, "editor")
    posted = {"title": "x" * 300, "collection": a.collection.pk, "files[]": upload("anh.jpg", photo())}
    editor.post(reverse("wagtailimages:add_multiple"), posted)
    waiting = UploadedFile.objects.get()
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk])
    words = fields("wagtailimages", a, "", prefix=f"uploaded-image-{waiting.pk}-")
    make_image(b)
    assert editor.post(address, words).json()["success"] is True
    image = PortalImage.objects.get(portal=a)
    assert (image.width, image.height, b"Dien thoai" in image.file.open().read()) == (30, 40, False)


@pytest.mark.parametrize("name", ["macro.docx", "gia.pdf", "ma.pdf", "trang.txt"])
def test_what_no_form_brings_is_looked_at_as_well(a, b, name):
    with pytest.raises(ValidationError, match=BAD[name][1]), transaction.atomic():
        make_file(a, content=BAD[name][0], name=name)
    make_file(b)
    assert [row.portal for row in PortalDocument.objects.all()] == [b]


def test_a_picture_that_no_form_brings_is_looked_at_as_well(a, b):
    content, reason = BAD_PICTURES["sai.jpg"]
    with pytest.raises(ValidationError, match=reason), transaction.atomic():
        PortalImage.objects.create(title="Ảnh", file=ContentFile(content, "sai.jpg"), collection=a.collection)
    image = PortalImage.objects.create(title="Ảnh", file=ContentFile(photo(), "a.jpg"), collection=b.collection)
    with Image.open(io.BytesIO(image.file.open().read())) as kept:
        assert (kept.size, dict(kept.getexif()), image.width) == ((30, 40), {}, 30)


def test_what_was_stored_under_older_rules_keeps_its_words_editable(enter, a, b):
    name = default_storage.save(f"documents/portal-{a.pk}/cu.zip", ContentFile(b"PK"))
    old = PortalDocument.objects.create(title="Cũ", file=name, collection=a.collection)
    other = make_file(b, "Của B")
    posted = {"title": "Tên mới", "tags": "", "collection": a.collection.pk}
    chief = enter(a, "chief")
    assert chief.post(reverse("wagtaildocs:edit", args=[old.pk]), posted).status_code == 302
    chief.post(reverse("wagtaildocs:edit", args=[other.pk]), posted)
    assert [PortalDocument.objects.get(pk=row.pk).title for row in (old, other)] == ["Tên mới", "Của B"]


def test_what_is_allowed_stands_beside_the_field(enter, a, b):
    editor = enter(a, "editor")
    for app, (_model, door) in FILES.items():
        assert allowed_words(door) in editor.get(reverse(f"{app}:add")).content.decode()
        assert allowed_words(door) in editor.get(reverse(f"{app}:add_multiple")).content.decode()


def test_one_request_brings_only_so_much(enter, a, b, settings):
    settings.UPLOAD_REQUEST_BYTES = 500
    editor = enter(a, "editor")
    response = editor.post(reverse("wagtaildocs:add"), fields("wagtaildocs", a, upload("a.pdf", pdf() * 20)))
    assert response.status_code == 400
    assert not PortalDocument.objects.exists()


SERVED = {
    "a.pdf": (pdf(), "inline", "application/pdf"),
    "a.docx": (office(), "attachment", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "a.txt": (b"a", "attachment", "text/plain"),
    "a.csv": (b"a", "attachment", "text/csv"),
    "a.mp3": (b"ID3\x03" + b"\0" * 50, "inline", "audio/mpeg"),
}


@pytest.mark.parametrize("name", SERVED)
def test_only_what_runs_nothing_opens_in_the_browser(enter, a, b, name):
    content, way, kind = SERVED[name]
    file = make_file(a, content=content, name=name)
    response = enter(a, "editor").get(file.url)
    assert response.headers["Content-Disposition"].startswith(way)
    assert response.headers["Content-Type"].startswith(kind)
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
    assert enter(b, "editor").get(file.url).status_code == 404


def test_pictures_are_served_as_pictures_only(visit, a, b):
    name = make_image(a).get_rendition("width-20").file.name
    response = visit(a, f"/media/{name}")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
    assert visit(b, f"/media/{name}").status_code == 404


def test_a_portrait_of_an_account_is_no_door(enter, a, b):
    """Wagtail would take any picture there, and no host would serve it."""
    editor = enter(a, "editor")
    assert 'name="avatar-avatar"' not in editor.get(reverse("wagtailadmin_account")).content.decode()
    editor.post(reverse("wagtailadmin_account"), {"avatar-avatar": upload("a.jpg", photo())})
    assert not UserProfile.objects.exclude(avatar="").exists()
    assert enter(b, "editor").get(reverse("wagtailadmin_account")).status_code == 200


def test_a_portrait_in_the_register_is_looked_at(enter, a, b):
    post, other = make_post(a), make_post(b)
    chief = enter(a, "chief")
    content, reason = BAD_PICTURES["gia.jpg"]
    words = {"name": "Phạm Thị Hoa", "since": "01/01/2026", "photo": upload("gia.jpg", content)}
    page = chief.post(reverse("wagtailsnippets_pages_post:replace", args=[post.pk]), words).content.decode()
    assert reason in page and allowed_words(Door.PICTURE) in page
    assert not PortalImage.objects.exists() and other.portal == b
