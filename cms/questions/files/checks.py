"""Whether a file may come in with a case: told by its bytes, its size and how many there are, never by its name alone.

The checks are those of every other door (cms.pages.media.checks); only what is let through differs. A picture is
decoded once and kept without the place and the camera that a telephone writes into it.
"""

import os

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from cms.pages.media.checks.file_names import check_ending, check_name
from cms.pages.media.checks.pictures import clean_picture
from cms.pages.media.checks.recognising import kind_of
from cms.pages.media.checks.refusal import NotAllowed
from cms.questions.actions import Upload
from cms.questions.models import CaseFile

PAPERS = ("document", "picture")
SOUND = ("audio",)
MOST_FILES = 5
MOST_BYTES = 10 * 1024 * 1024  # of one paper or picture
MOST_BYTES_TOGETHER = 25 * 1024 * 1024
NAME_LENGTH = CaseFile._meta.get_field("name").max_length
CONTENT_TYPES = {
    **settings.WAGTAILDOCS_CONTENT_TYPES,
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
}
ENDINGS = {
    PAPERS: ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.txt,.csv,.jpg,.jpeg,.png,.webp,.gif",
    SOUND: ".mp3,.m4a,.ogg,.wav",
}


def most_bytes(group):
    """The largest file of a group of kinds: a recording may be as large as in any other place."""
    most = settings.UPLOAD_LIMITS[group]
    return most if group in SOUND else min(most, MOST_BYTES)


def allowed_words(kinds=PAPERS):
    """One sentence on what is taken, beside the field and in every refusal."""
    if kinds == SOUND:
        words = _("Được nhận: âm thanh MP3, M4A, OGG, WAV, mỗi tệp đến %(size)s.")
        return words % {"size": filesizeformat(most_bytes("audio"))}
    words = _(
        "Được nhận: PDF, Word, Excel, PowerPoint, ODT, TXT, ảnh JPEG, PNG, WebP; nhiều nhất %(number)s tệp, mỗi tệp "
        "đến %(size)s, tất cả đến %(together)s."
    )
    sizes = {"size": filesizeformat(MOST_BYTES), "together": filesizeformat(MOST_BYTES_TOGETHER)}
    return words % {"number": MOST_FILES, **sizes}


def check_upload(file, kinds=PAPERS):
    """The Upload to keep. Raises ValidationError, in words for whoever sent the file."""
    try:
        return _upload(file, os.path.basename(file.name or ""), kinds)
    except NotAllowed as refusal:
        words = _("Tệp “%(name)s”: %(found)s")
        told = {"name": _short(file.name or "", 60), "found": refusal.found}
        raise ValidationError(f"{words % told} {allowed_words(kinds)}", code="upload") from refusal


def check_together(files):
    """Raises ValidationError for more files, or more bytes in all, than one sending may bring."""
    if len(files) > MOST_FILES or sum(file.size for file in files) > MOST_BYTES_TOGETHER:
        raise ValidationError(_("Quá nhiều tệp hoặc tệp quá nặng. %(allowed)s") % {"allowed": allowed_words()})


def _upload(file, name, kinds):
    check_name(name)
    _check_size(file.size, max(most_bytes(group) for group in kinds))
    kind = kind_of(file)
    if kind.group not in kinds:
        raise NotAllowed(_("đây là %(kind)s: ở đây không nhận loại này.") % {"kind": kind.label})
    check_ending(name, kind)
    _check_size(file.size, most_bytes(kind.group))
    file.seek(0)
    kept = _cleaned(file, name) if kind.group == "picture" else file
    ending = kind.extensions[0] if kind.extensions[0] in CONTENT_TYPES else ""
    content_type = CONTENT_TYPES.get(ending, "application/octet-stream")
    return Upload(kept, _short(name, NAME_LENGTH), content_type, kept.size)


def _check_size(size, most):
    if size > most:
        words = _("nặng %(size)s, quá giới hạn %(most)s.")
        raise NotAllowed(words % {"size": filesizeformat(size), "most": filesizeformat(most)})


def _cleaned(file, name):
    try:
        data = clean_picture(file.read())
    except NotAllowed:
        raise
    except Exception as error:  # Pillow fails in many ways on damaged pictures
        raise NotAllowed(_("không đọc được ảnh: ảnh hỏng hoặc chưa tải xong.")) from error
    return SimpleUploadedFile(name, data, getattr(file, "content_type", None) or "image/*")


def _short(name, length):
    """Cut in the middle: the ending says what a file is."""
    stem, ending = os.path.splitext(name)
    return f"{stem[: length - len(ending)]}{ending}"
