"""What a file is, by its bytes."""

import filetype
from django.utils.translation import gettext as _

from . import kinds
from .archives import archive_kind
from .old_office import old_kind
from .pdf import check_pdf
from .refusal import NotAllowed
from .text import check_text

HEAD_BYTES = 8192
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xca\xfe\xba\xbe",
    b"\0asm",
    b"L\0\0\0\x01\x14\x02\0",  # a Windows shortcut
)


def kind_of(stream):
    """The Kind of an open file. Raises NotAllowed, also for what is broken: nothing hostile gets further than this."""
    try:
        return _kind_of(stream)
    except NotAllowed:
        raise
    except Exception as error:  # parsers fail in many ways on bytes made to hurt them
        raise NotAllowed(
            _("Không đọc được tệp: tệp hỏng hoặc chưa tải xong. Hãy mở thử trên máy rồi tải lại.")
        ) from error


def _kind_of(stream):
    head = _bytes(stream, HEAD_BYTES)
    if not head:
        raise NotAllowed(_("Tệp trống (0 byte). Hãy chọn lại tệp."))
    if head.startswith(PROGRAMS):
        raise NotAllowed(_("Đây là chương trình máy tính (tệp chạy được), không phải tài liệu: không nhận."))
    if head.startswith(ZIP):
        stream.seek(0)
        return archive_kind(stream)
    if head.startswith(OLE):
        stream.seek(0)
        return old_kind(stream)
    return _by_signature(stream, head)


def _by_signature(stream, head):
    guess = filetype.guess(head)
    kind = kinds.BY_GUESS.get(guess.extension) if guess else None
    if guess and kind is None:
        words = _("Nội dung tệp là %(kind)s: loại này không nhận.")
        raise NotAllowed(words % {"kind": guess.extension.upper()})
    if kind is kinds.PDF:
        check_pdf(_bytes(stream))
    if kind is None:
        if b"<svg" in head.replace(b"\0", b"").lower():
            raise NotAllowed(_("Đây là ảnh SVG, có thể chứa mã chạy được. Hãy lưu ảnh thành PNG."))
        check_text(_bytes(stream))
        kind = kinds.TEXT
    return kind


def _bytes(stream, most=-1):
    stream.seek(0)
    return stream.read(most)
