"""A portal's own pictures and files, written without a query for each of Wagtail's side effects."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.crypto import salted_hmac

from cms.pages.models import PortalDocument, PortalImage
from demo.pictures import VARIANTS, draw
from demo.scenery import HEIGHT, WIDTH

from .reading import read_yaml

UPLOADED = datetime(2024, 1, 2, 8, tzinfo=timezone.get_default_timezone())


class Gallery:
    """Gives a portal its own row of a drawn picture, made when it is first asked for."""

    def __init__(self, portal):
        self.portal, self.rows = portal, {}

    def __call__(self, kind, rng):
        key = kind, rng.randrange(VARIANTS)
        if key not in self.rows:
            self.rows[key] = _write_picture(self.portal, *key)
        return self.rows[key]


def _write_picture(portal, kind, variant):
    words = read_yaml("content/pictures.yaml")[kind]
    return write_picture(portal, f"{kind}-{variant + 1}", draw(kind, variant), says=(words["vi"], words["en"]))


def write_picture(portal, name, content, *, says, size=(WIDTH, HEIGHT)):
    """Store a drawn JPEG of a portal under a name that is unique there; `says` describes it in both languages."""
    vietnamese, english = says
    image = PortalImage(
        title=f"{vietnamese[:200]} (tranh minh họa)",
        title_en=f"{english[:200]} (illustration)",
        description=vietnamese[:250],
        description_en=english[:250],
        file=_store(_hidden(portal, f"original_images/{name}.jpg"), content),
        width=size[0],
        height=size[1],
        created_at=UPLOADED,
        **_of_portal(portal, content),
    )
    return PortalImage._base_manager.bulk_create([image])[0]


def write_files(portal, contents):
    """Store PDF files of a portal, given as [(title, short unique name, bytes)]; returns their rows in that order.

    A file's whole path may have 100 characters.
    """
    return PortalDocument._base_manager.bulk_create(
        PortalDocument(
            title=title,
            file=_store(f"documents/portal-{portal.pk}/{name}.pdf", content),
            created_at=UPLOADED,
            **_of_portal(portal, content),
        )
        for title, name, content in contents
    )


def _of_portal(portal, content):
    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    return {"portal": portal, "collection_id": portal.collection_id, "file_size": len(content), "file_hash": digest}


def _hidden(portal, name):
    """A name that nobody guesses, yet the same at every load of this installation."""
    kind, filename = name.split("/")
    token = salted_hmac("demo.pictures", f"{portal.pk}/{name}").hexdigest()[:22]
    return f"portal-{portal.pk}/{kind}/{token}/{filename}"


def _store(name, content):
    """A second load writes the same file again rather than one more beside it."""
    if default_storage.exists(name):
        default_storage.delete(name)
    return default_storage.save(name, ContentFile(content))
