"""Inside PDF files: nothing that runs, nothing packed in, nothing locked. Reads bytes, trusts no structure."""

import re
import zlib

from django.utils.translation import gettext as _

from .refusal import NotAllowed

ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
SCRIPT = re.compile(rb"/JS[\s(<\[/]")  # so short that it turns up in pictures by chance: looked for outside streams
LOCKED = re.compile(rb"/Encrypt\b")
UNPACKED_BYTES = 60 * 1024 * 1024


def check_pdf(data):
    """Raises NotAllowed for scripts, programs to start, attached files and locks, also inside packed objects."""
    plain = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), data)
    objects = list(_objects(plain))
    _check_words(b"".join([plain, *_unpacked(data)]), b"\n".join(objects))


def _check_words(everything, objects):
    if b"/JavaScript" in everything or SCRIPT.search(objects):
        raise NotAllowed(_("Tệp PDF có mã JavaScript. Hãy in lại thành PDF mới (In → Lưu thành PDF) rồi tải lên."))
    if b"/Launch" in everything:
        raise NotAllowed(_("Tệp PDF có lệnh mở chương trình. Hãy in lại thành PDF mới rồi tải lên."))
    if b"/EmbeddedFile" in everything or b"/RichMedia" in everything:
        raise NotAllowed(_("Tệp PDF có tệp khác đính kèm bên trong. Hãy lấy ra và tải lên từng tệp."))
    if LOCKED.search(objects):
        raise NotAllowed(_("Tệp PDF bị khóa (mật khẩu hoặc cấm sao chép). Hãy lưu lại không khóa rồi tải lên."))


def _objects(data):
    """What stands outside streams."""
    return (outside for outside, _stream in _split(data))


def _split(data):
    """Pairs (what stands before a stream, the stream), in one pass however the file was made."""
    at = 0
    while (start := data.find(b"stream", at)) != -1 and (end := data.find(b"endstream", start + 6)) != -1:
        yield data[at:start], data[start + 6 : end]
        at = end + 9
    yield data[at:], b""


def _unpacked(data):
    """The insides of object streams, where newer writers keep the dictionaries."""
    left = UNPACKED_BYTES
    for before, stream in _split(data):
        head = ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), before[before.rfind(b"obj") :])
        if b"/ObjStm" not in head:
            continue
        inside = _inflate(stream.lstrip(b"\r\n"), head, left)
        left -= len(inside)
        yield ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), inside)


def _inflate(stream, head, most):
    filters = set(re.findall(rb"/(\w+Decode)\b", head))
    if not filters:
        return stream
    if filters != {b"FlateDecode"} or b"/Predictor" in head or most <= 0:
        raise NotAllowed(_("Không nhìn được vào bên trong tệp PDF. Hãy in lại thành PDF mới rồi tải lên."))
    return zlib.decompressobj().decompress(stream, most)
