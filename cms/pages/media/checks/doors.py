"""The two doors by which files come in, pictures and files, and what each lets through."""

from enum import Enum

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .file_names import check_ending, check_name
from .pictures import clean_picture
from .recognising import kind_of
from .refusal import NotAllowed


class Door(Enum):
    PICTURE = ("picture",)
    FILE = ("document", "audio", "video")
    WORD = ("document",)


def allowed_words(door):
    """One sentence on what this door lets through; editors see it beside the field and in every refusal."""
    if door is Door.PICTURE:
        words = _("Được nhận: ảnh JPEG, PNG, WebP, GIF, đến %(picture)s.")
    elif door is Door.WORD:
        words = _("Được nhận: báo cáo Word đuôi DOCX, đến %(document)s.")
    else:
        words = _(
            "Được nhận: PDF, Word (DOCX, DOC), Excel (XLSX, XLS), PowerPoint (PPTX, PPT), ODT, ODS, ODP, TXT, CSV "
            "đến %(document)s; âm thanh MP3, M4A, OGG, WAV đến %(audio)s; video MP4, WEBM đến %(video)s."
        )
    return words % {group: filesizeformat(most) for group, most in settings.UPLOAD_LIMITS.items()}


def checked(file, *, door, name=None):
    """The file itself, or its cleaned copy if it is a picture. Raises ValidationError in words for an editor.

    A file is looked at once: the form marks it, and the field that stores it does not look again.
    """
    if getattr(file, "let_through", None) is door:
        return file
    try:
        file = _looked_at(file, door, name or file.name or "")
    except NotAllowed as refusal:
        raise ValidationError(f"{refusal.found} {allowed_words(door)}", code="upload") from refusal
    file.let_through = door
    return file


def _looked_at(file, door, name):
    check_name(name)
    _check_size(file.size, max(settings.UPLOAD_LIMITS[group] for group in door.value))
    kind = kind_of(file)
    if kind.group not in door.value:
        raise NotAllowed(_wrong_door(kind))
    check_ending(name, kind)
    _check_size(file.size, settings.UPLOAD_LIMITS[kind.group])
    file.seek(0)
    return file if kind.group != "picture" else _clean(file, name)


def _check_size(size, most):
    if size > most:
        words = _("Tệp nặng %(size)s, quá giới hạn %(most)s.")
        raise NotAllowed(words % {"size": filesizeformat(size), "most": filesizeformat(most)})


def _wrong_door(kind):
    if kind.group == "picture":
        return _("Đây là %(kind)s. Hãy đưa vào mục “Ảnh”, không phải “Tệp”.") % {"kind": kind.label}
    return _("Đây là %(kind)s, không phải ảnh. Hãy đưa vào mục “Tệp”.") % {"kind": kind.label}


def _clean(file, name):
    try:
        data = clean_picture(file.read())
    except NotAllowed:
        raise
    except Exception as error:  # Pillow fails in many ways on damaged pictures
        raise NotAllowed(
            _("Không đọc được ảnh: ảnh hỏng hoặc chưa tải xong. Hãy mở thử trên máy rồi tải lại.")
        ) from error
    return SimpleUploadedFile(name, data, getattr(file, "content_type", None) or "image/*")
