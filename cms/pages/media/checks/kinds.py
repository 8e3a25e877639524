"""The kinds of files that portals keep, each with the name endings that are right for it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    label: str
    extensions: tuple
    group: str  # which of settings.UPLOAD_LIMITS holds for it


PDF = Kind("PDF", ("pdf",), "document")
DOCX = Kind("Word (DOCX)", ("docx",), "document")
XLSX = Kind("Excel (XLSX)", ("xlsx",), "document")
PPTX = Kind("PowerPoint (PPTX)", ("pptx", "ppsx"), "document")
ODT = Kind("OpenDocument (ODT)", ("odt",), "document")
ODS = Kind("OpenDocument (ODS)", ("ods",), "document")
ODP = Kind("OpenDocument (ODP)", ("odp",), "document")
DOC = Kind("Word 97-2003 (DOC)", ("doc",), "document")
XLS = Kind("Excel 97-2003 (XLS)", ("xls",), "document")
PPT = Kind("PowerPoint 97-2003 (PPT)", ("ppt", "pps"), "document")
TEXT = Kind(_("văn bản thuần"), ("txt", "csv"), "document")
MP3 = Kind(_("âm thanh MP3"), ("mp3",), "audio")
M4A = Kind(_("âm thanh M4A"), ("m4a",), "audio")
OGG = Kind(_("âm thanh OGG"), ("ogg",), "audio")
WAV = Kind(_("âm thanh WAV"), ("wav",), "audio")
MP4 = Kind(_("video MP4"), ("mp4",), "video")
WEBM = Kind(_("video WEBM"), ("webm",), "video")
JPEG = Kind(_("ảnh JPEG"), ("jpg", "jpeg"), "picture")
PNG = Kind(_("ảnh PNG"), ("png",), "picture")
WEBP = Kind(_("ảnh WebP"), ("webp",), "picture")
GIF = Kind(_("ảnh GIF"), ("gif",), "picture")

# What the `filetype` package calls those that are told by their first bytes alone.
BY_GUESS = {
    "pdf": PDF,
    "mp3": MP3,
    "m4a": M4A,
    "ogg": OGG,
    "wav": WAV,
    "mp4": MP4,
    "m4v": MP4,
    "webm": WEBM,
    "jpg": JPEG,
    "png": PNG,
    "apng": PNG,
    "webp": WEBP,
    "gif": GIF,
}
