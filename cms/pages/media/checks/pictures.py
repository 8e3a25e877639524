"""Pictures: decoded once within bounds, turned upright, and kept without what the camera wrote beside the picture."""

import contextlib
import io

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from .refusal import NotAllowed

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
ORIENTATION = 0x0112
KEPT = ("icc_profile", "transparency", "gamma", "duration", "loop", "background", "progressive", "default_image")
TOLD = ("exif", "xmp", "XML:com.adobe.xmp", "comment")


def clean_picture(data):
    """The same picture without place, time and camera. Raises NotAllowed for one with too many points.

    What is damaged fails here, and not later when a size of it is wanted. Pillow raises errors of many kinds.
    """
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    if picture.width * picture.height * getattr(picture, "n_frames", 1) > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_large()
    picture.load()
    if picture.format == "GIF" or (picture.format == "WEBP" and not any(picture.info.get(name) for name in TOLD)):
        return data
    return _written(_upright(picture), picture)


def _upright(picture):
    turned = 1
    with contextlib.suppress(Exception):  # notes of the camera may be broken where the picture is not
        turned = picture.getexif().get(ORIENTATION, 1)
    return picture if turned == 1 else ImageOps.exif_transpose(picture)


def _written(picture, source):
    kind = {"MPO": "JPEG"}.get(source.format, source.format)
    picture.info = {name: value for name, value in source.info.items() if name in KEPT}
    options = {name: value for name, value in picture.info.items() if name in ("icc_profile", "progressive")}
    if kind == "JPEG":
        options["quality"] = "keep" if picture.format == "JPEG" else 92
    if kind == "WEBP":
        options["quality"] = 90
    if kind != "JPEG" and getattr(picture, "n_frames", 1) > 1:
        options["save_all"] = True
    stream = io.BytesIO()
    picture.save(stream, kind, exif=b"", **options)
    return stream.getvalue()


def _too_large():
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    words = _("Ảnh có quá nhiều điểm ảnh. Nhiều nhất %(most)s triệu điểm, ví dụ 9000 × 6000. Hãy thu nhỏ ảnh.")
    return NotAllowed(words % {"most": most})
