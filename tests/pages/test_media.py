"""Pictures, files and their words belong to the portal whose collection they are in."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from cms.pages.bilingual.language import content_language
from cms.pages.models import PortalDocument, PortalImage, PortalTag
from tenants.scoping import portal_scope
from tests.factories import make_document, make_file, make_image


def _again(record):
    return type(record).objects.get(pk=record.pk)


def test_the_portal_follows_the_collection(a, b):
    for portal in (a, b):
        assert make_image(portal).portal == make_file(portal).portal == portal


def test_a_collection_inside_a_portals_belongs_to_it(a, b):
    inner = a.collection.add_child(name="Ảnh cũ")
    image, other = make_image(a), make_image(b)
    image.collection = Collection.objects.get(pk=inner.pk)
    image.save()
    assert (_again(image).portal, _again(other).portal) == (a, b)


def test_outside_every_collection_there_is_no_portal(a, b):
    image = make_image(a)
    image.collection = Collection.get_first_root_node()
    image.save()
    assert (_again(image).portal, make_image(b).portal) == (None, b)


def test_files_lie_in_a_folder_of_their_portal(a, b):
    for portal in (a, b):
        image = make_image(portal)
        assert image.file.name.startswith(f"portal-{portal.pk}/")
        assert image.get_rendition("width-20").file.name.startswith(f"portal-{portal.pk}/")
        assert make_file(portal).file.name.startswith(f"documents/portal-{portal.pk}/")


def test_a_picture_that_moves_gets_new_sizes_and_the_new_portals_words(a, b):
    image = make_image(a)
    image.tags.add("Lễ hội")
    old = image.get_rendition("width-20").file.name
    image.collection = b.collection
    image.save()
    image = _again(image)
    assert (image.portal, image.renditions.count()) == (b, 0)
    assert image.get_rendition("width-20").file.name.startswith(f"portal-{b.pk}/") and old.startswith(
        f"portal-{a.pk}/"
    )
    assert [tag.portal for tag in image.tags.all()] == [b]


def test_moving_many_at_once_moves_them_to_the_other_portal_too(admin_client, a, b):
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    image, kept = make_image(a), make_image(a)
    address = reverse("wagtail_bulk_action", args=["wagtailimages", "image", "add_to_collection"])
    address = address.replace("wagtailimages/image", "pages/portalimage")
    response = admin_client.post(f"{address}?id={image.pk}", {"collection": b.collection.pk})
    assert response.status_code == 302
    assert (_again(image).portal, _again(kept).portal) == (b, a)


def test_the_same_word_in_two_portals_is_two_tags(a, b):
    first, second, third = make_image(a), make_image(b), make_file(a)
    for record in (first, second, third):
        record.tags.set(["Lễ hội"])
    assert PortalTag.everywhere.filter(name="Lễ hội").count() == 2
    assert first.tags.get() == third.tags.get() != second.tags.get()
    assert [tag.portal for tag in (first.tags.get(), second.tags.get())] == [a, b]


def test_a_word_stands_once_in_a_portal(a, b):
    for portal in (a, b):
        PortalTag.everywhere.create(name="Lễ hội", slug="le-hoi", portal=portal)
    with pytest.raises(IntegrityError), transaction.atomic():
        PortalTag.everywhere.create(name="Lễ hội", slug="le-hoi-2", portal=a)


def test_screens_suggest_words_of_the_own_portal_only(enter, a, b):
    make_image(a).tags.add("Lễ hội A")
    make_image(b).tags.add("Lễ hội B")
    address = reverse("wagtailadmin_tag_model_autocomplete", args=["pages", "portaltag"])
    response = enter(a, "editor").get(address, {"term": "Lễ"})
    assert "Lễ hội B" not in response.content.decode()
    with portal_scope([a]):
        assert [tag.name for tag in PortalTag.objects.all()] == ["Lễ hội A"]
    assert list(PortalTag.objects.all()) == []


def _upload(name="anh.png"):
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "#b3131b").save(stream, "PNG")
    return SimpleUploadedFile(name, stream.getvalue(), content_type="image/png")


def test_an_editor_uploads_into_the_own_portal_only(enter, a, b):
    editor = enter(a, "editor", language="en")
    words = {
        "title": "Ảnh",
        "title_en": "Picture",
        "description": "Mô tả",
        "description_en": "Words",
        "tags": "hội, xuân",
    }
    posted = {**words, "collection": b.collection.pk, "file": _upload()}
    assert editor.post(reverse("wagtailimages:add"), posted).status_code == 302
    image = PortalImage.objects.get()
    assert image.portal == a
    assert (image.title_vi, image.description_vi) == ("Ảnh", "Mô tả")
    assert sorted(tag.name for tag in image.tags.all()) == ["hội", "xuân"]


def test_several_pictures_are_uploaded_at_once(enter, a, b):
    editor = enter(a, "editor")
    response = editor.post(
        reverse("wagtailimages:add_multiple"), {"title": "m", "collection": a.collection.pk, "files[]": _upload()}
    )
    assert response.json()["success"] is True
    assert [image.portal for image in PortalImage.objects.all()] == [a]


def test_a_superuser_can_upload_outside_every_portal(admin_client, a, b):
    admin_client.defaults["HTTP_HOST"] = "xa-a.localhost"
    root = Collection.get_first_root_node()
    words = {
        "title": "Ảnh",
        "title_en": "",
        "description": "",
        "description_en": "",
        "tags": "",
        "collection": root.pk,
    }
    assert admin_client.post(reverse("wagtailimages:add"), {**words, "file": _upload()}).status_code == 302
    assert PortalImage.objects.get(title="Ảnh").portal is None
    assert not PortalImage.objects.filter(portal__in=[a, b]).exists()


def test_alternative_text_follows_the_language(a, b):
    for portal in (a, b):
        image = make_image(portal)
        image.title_en, image.description, image.description_en = "Picture", "Mô tả", "Words"
        image.save()
        assert (image.default_alt_text, image.get_rendition("width-20").alt) == ("Mô tả", "Mô tả")
        with content_language("en"):
            image = _again(image)
            assert image.default_alt_text == "Words"
            assert 'alt="Words"' in image.get_rendition("width-20").img_tag()


def test_screens_list_pictures_and_files_of_the_own_portal(enter, a, b):
    for portal in (a, b):
        make_image(portal, f"Ảnh {portal.slug}")
        make_file(portal, f"Tệp {portal.slug}")
    editor = enter(a, "editor")
    for name, word in (("wagtailimages:index", "Ảnh"), ("wagtaildocs:index", "Tệp")):
        words = editor.get(reverse(name)).content.decode()
        assert f"{word} xa-a" in words and f"{word} xa-b" not in words
    other = PortalImage.objects.get(portal=b)
    assert editor.get(reverse("wagtailimages:edit", args=[other.pk])).status_code in (302, 403, 404)


def test_a_file_that_a_document_shows_is_not_deleted(enter, a, b):
    used, unused, other = make_file(a), make_file(a), make_file(b)
    make_document(a, file=used)
    chief = enter(a, "chief")
    for file in (used, unused, other):
        assert chief.post(reverse("wagtaildocs:delete", args=[file.pk])).status_code in (200, 302, 403, 404)
    assert [PortalDocument.objects.filter(pk=file.pk).exists() for file in (used, unused, other)] == [
        True,
        False,
        True,
    ]


def test_a_file_is_served_on_its_own_host_only(visit, a, b):
    file = make_file(a, content=b"%PDF-1.4 noi dung")
    make_document(a, file=file)
    path = f"/documents/{file.pk}/{file.filename}"
    assert b"noi dung" in b"".join(visit(a, path).streaming_content)
    assert visit(b, path).status_code == 404
    assert PortalDocument.objects.get().portal == a


def test_pictures_are_served_on_their_own_host_only(visit, a, b):
    name = make_image(a).get_rendition("width-20").file.name
    assert visit(a, f"/media/{name}").status_code == 200
    assert visit(b, f"/media/{name}").status_code == 404


def test_files_are_not_to_be_had_past_the_view_that_guards_them(visit, a, b):
    file = make_file(a)
    for portal in (a, b):
        assert visit(portal, f"/media/{file.file.name}").status_code == 404
