"""The verbs: a Word report becomes a draft, or part of one."""

import io
import uuid
from collections import Counter
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from cms.pages.bilingual.language import SOURCE
from cms.pages.media.checks import Door, checked
from cms.pages.media.checks.recognising import kind_of
from cms.pages.media.checks.refusal import NotAllowed
from cms.pages.media.models import PortalImage
from cms.pages.slugs import slug_of

from .mapping import report_of
from .naming import name_report
from .page_types import has_blocks
from .reading import read_word
from .report import Unreadable
from .running_text import running_text


@dataclass
class Brought:
    """The draft, {kind of block: number}, what stayed behind, and how many pictures nobody described."""

    page: object
    counts: Counter
    left_out: Counter = field(default_factory=Counter)
    undescribed: int = 0


def bring_word(file, *, model, parent, by):
    """A new draft of this page type below `parent`. Raises ValidationError or Unreadable; then nothing is kept.

    `file` went through the upload checks.
    """
    report = _read(file)
    name_report(report, file.name, has_lead=hasattr(model, "lead"))

    def new_page(body):
        page = model(owner=by, live=False, title=report.title)
        page.title_vi = report.title
        if hasattr(model, "lead"):
            page.lead_vi = report.lead
        page.body_vi = body
        parent.add_child(instance=page)
        return page

    return _keep(report, new_page, model=model, portal=parent.portal, by=by)


def add_word(file, *, page, by):
    """All words of a report below what the draft of `page` says already. Raises as `bring_word` does."""
    report, draft = _read(file), page.get_latest_revision_as_object()
    report.title = draft.title_vi
    if not has_blocks(type(page)):
        return _add_words(report, draft, by=by)

    def longer_page(body):
        draft.body_vi = draft._meta.get_field("body").to_python([*_stored(draft.body_vi), *_stored(body)])
        return draft

    return _keep(report, longer_page, model=type(page), portal=page.portal, by=by)


def _add_words(report, draft, *, by):
    words, kept = running_text(report)
    name = f"{draft.word_field}_{SOURCE}"
    setattr(draft, name, f"{getattr(draft, name) or ''}{words}")
    draft.save_revision(user=by, log_action=True, clean=False)
    return Brought(draft, Counter(kind for kind, _value in kept), report.left_out)


def _read(file):
    report = report_of(*read_word(file))
    if not report.blocks:
        raise Unreadable(_("Trong tệp không có chữ nào. Hãy chọn tệp khác."))
    return report


def _stored(body):
    return body.get_prep_value() if body else []


def _keep(report, put, *, model, portal, by):
    """`put(body)` makes or changes a page, whose revision is saved with the pictures, or nothing is."""
    kept = []
    try:
        with transaction.atomic():
            images = _images(report, kept, portal=portal, by=by)
            blocks = [*report.blocks, *report.notes]
            blocks = [(kind, value) for kind, value in blocks if kind != "picture" or images[value["number"]]]
            page = put(model._meta.get_field("body").to_python([_raw(block, images) for block in blocks]))
            page.save_revision(user=by, log_action=True, clean=False)
    except Exception:
        for image in kept:  # rows roll back by themselves, files do not
            image.file.storage.delete(image.file.name)
        raise
    undescribed = sum(not image.description for image in kept)
    return Brought(page, Counter(kind for kind, _value in blocks), report.left_out, undescribed)


def _images(report, kept, *, portal, by):
    """{number of a picture: its image, or None for one that was refused}"""
    numbers = dict.fromkeys(value["number"] for kind, value in report.blocks if kind == "picture")
    return {number: _image(report, number, portal=portal, by=by, kept=kept) for number in numbers}


def _raw(block, images):
    kind, value = block
    if kind == "picture":
        image = images[value["number"]]
        picture = {"image": image.pk, "alt_text": image.description, "decorative": False}
        value = {"image": picture, "caption": value["caption"]}
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def _image(report, number, *, portal, by, kept):
    """A picture of the portal, or None for one that the upload checks refuse: Word keeps drawings of its own kinds."""
    picture = report.pictures[number]
    try:
        kind = kind_of(io.BytesIO(picture.data))
        name = f"{slug_of(report.title)[:40] or 'anh'}-{number + 1}.{kind.extensions[0]}"
        file = checked(SimpleUploadedFile(name, picture.data), door=Door.PICTURE)
    except (NotAllowed, ValidationError):
        report.left_out[_("ảnh không đúng loại hoặc quá lớn")] += 1
        return None
    title = f"{report.title[:230]} ({number + 1})"
    image = PortalImage(title=title, file=file, collection=portal.collection, uploaded_by_user=by)
    image.title_vi, image.description_vi = title, picture.alt[:250]
    image._set_image_file_metadata()
    kept.append(image)
    image.save()
    return image
