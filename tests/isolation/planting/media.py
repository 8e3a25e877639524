"""Images, files and the collections that hold them."""

import io

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import CollectionViewRestriction, UploadedFile

from cms.pages.models import PortalDocument, PortalImage

from ..canaries import canary, fill


def picture(name, size=(64, 36)):
    """A small picture under this file name."""
    stream = io.BytesIO()
    Image.new("RGB", size, "#b3131b").save(stream, "JPEG")
    stream.seek(0)
    return ImageFile(stream, name=f"{name}.jpg")


def text_file(name):
    return ContentFile(f"{name} content".encode(), name=f"{name}.txt")


def _image(word, label, collection, user):
    image = PortalImage(file=picture(canary(word, label, "file")), collection=collection, uploaded_by_user=user)
    image.title = canary(word, label, "title")
    fill(image, word, label).save()
    image.tags.add(canary(word, label, "tag"))
    image.get_rendition("max-165x165")
    return image


def _file(word, label, collection, user):
    file = PortalDocument(title=canary(word, label, "title"), collection=collection, uploaded_by_user=user)
    file.file = text_file(canary(word, label, "file"))
    fill(file, word, label).save()
    file.tags.add(canary(word, label, "tag"))
    return file


def plant_media(word, portal, editor):
    """Two pictures and two files: one each in the portal's collection, one each in a private one below it."""
    inner = portal.collection.add_child(name=canary(word, "subcollection"))
    group = editor.groups.first()
    restriction = CollectionViewRestriction.objects.create(
        collection=inner, restriction_type="groups", password=canary(word, "collectionpassword")
    )
    restriction.groups.add(group)
    UploadedFile.objects.create(
        file=text_file(canary(word, "upload")),
        uploaded_by_user=editor,
        for_content_type=ContentType.objects.get_for_model(PortalDocument),
    )
    return {
        "collection": portal.collection,
        "inner": inner,
        "image": _image(word, "image", portal.collection, editor),
        "inner_image": _image(word, "innerimage", inner, editor),
        "file": _file(word, "file", portal.collection, editor),
        "inner_file": _file(word, "innerfile", inner, editor),
    }
