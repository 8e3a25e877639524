"""Inside DOCX, XLSX, PPTX and OpenDocument files, which are ZIP archives. Every read is bounded."""

import io
import zipfile

import olefile
from django.utils.translation import gettext as _

from . import kinds
from .file_names import RUNNABLE, extension_of
from .refusal import NotAllowed

MOST_PARTS = 5_000
MOST_BYTES = 400 * 1024 * 1024  # unpacked
FREE_BYTES = 20 * 1024 * 1024  # so much may be packed however tightly: a large sheet of zeros is no bomb
MOST_RATIO = 200
PART_BYTES = 20 * 1024 * 1024
HEAD_BYTES = 1024

MAIN_PARTS = {
    b"wordprocessingml.document.main+xml": kinds.DOCX,
    b"spreadsheetml.sheet.main+xml": kinds.XLSX,
    b"presentationml.presentation.main+xml": kinds.PPTX,
    b"presentationml.slideshow.main+xml": kinds.PPTX,
}
OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": kinds.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": kinds.ODS,
    b"application/vnd.oasis.opendocument.presentation": kinds.ODP,
}
MACRO_TYPES = (b"macroenabled", b"vbaproject", b"macrosheet", b"activex")
MACRO_PARTS = ("vbaproject", "vbadata", "/macrosheets/", "/activex/")
EMPTY_BASIC = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml")


def archive_kind(stream):
    """The kind of document in this archive. Raises NotAllowed for anything else, macros, bombs and locked ones."""
    with zipfile.ZipFile(stream) as archive:
        parts = archive.infolist()
        _check_bounds(parts)
        names = [part.filename.lower() for part in parts]
        if "[content_types].xml" in names:
            return _office_kind(archive, parts, names)
        if "mimetype" in names:
            return _open_document_kind(archive, names)
    raise NotAllowed(_("Đây là tệp nén (ZIP). Hãy giải nén và tải lên từng tệp để người dân mở được trên điện thoại."))


def _check_bounds(parts):
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    is_tight = unpacked > FREE_BYTES and unpacked / packed > MOST_RATIO
    if len(parts) > MOST_PARTS or unpacked > MOST_BYTES or is_tight:
        raise NotAllowed(_("Tệp bung ra quá lớn khi mở (bom nén): không nhận."))
    if any(part.flag_bits & 1 for part in parts):
        raise NotAllowed(_("Tệp có mật khẩu: người dân không mở được. Hãy bỏ mật khẩu rồi tải lại."))
    for part in parts:
        if ".." in part.filename.split("/") or part.filename.startswith("/") or "\\" in part.filename:
            raise NotAllowed(_("Bên trong tệp có đường dẫn trỏ ra ngoài: không nhận."))
        if extension_of(part.filename) in RUNNABLE:
            raise NotAllowed(_("Bên trong tệp có tệp chạy được: không nhận."))


def _office_kind(archive, parts, names):
    types = _part(archive, archive.namelist()[names.index("[content_types].xml")])
    lowered = types.replace(b"\0", b"").lower()  # UTF-16 is allowed there
    if any(sign in lowered for sign in MACRO_TYPES) or any(sign in name for name in names for sign in MACRO_PARTS):
        raise _macros()
    for part in parts:
        _check_part(archive, part)
    for main, kind in MAIN_PARTS.items():
        if main.lower() in lowered:
            return kind
    raise NotAllowed(_("Đây không phải tài liệu Word, Excel hay PowerPoint đọc được."))


def _check_part(archive, part):
    name = part.filename.lower()
    if name.endswith((".xml", ".rels")):
        head = _part(archive, part, HEAD_BYTES).replace(b"\0", b"").lower()
        if b"<!doctype" in head or b"<!entity" in head:
            raise NotAllowed(_("Bên trong tệp có khai báo XML nguy hiểm: không nhận."))
    if name.endswith("settings.xml.rels"):
        _check_template(_part(archive, part, PART_BYTES).replace(b"\0", b"").lower())
    if "/embeddings/" in name and name.endswith(".bin"):
        _check_embedded(_part(archive, part))


def _check_template(relations):
    """A template fetched from the web when the file is opened brings its own macros."""
    if b"attachedtemplate" in relations and b'target="http' in relations:
        raise NotAllowed(_("Tài liệu tự tải mẫu từ Internet khi mở: không nhận. Hãy lưu lại thành tệp DOCX mới."))


def _check_embedded(data):
    """Formulas and charts are embedded objects as well; a packed file of any kind is not."""
    if not olefile.isOleFile(data):
        return
    with olefile.OleFileIO(io.BytesIO(data)) as inner:
        streams = {"/".join(path).lower() for path in inner.listdir()}
    if any(name.endswith("ole10native") or "vba" in name for name in streams):
        raise NotAllowed(_("Bên trong tài liệu có gói tệp khác hoặc macro. Hãy lấy ra và tải lên riêng."))


def _open_document_kind(archive, names):
    if any(name.startswith("basic/") and not name.endswith(("/", *EMPTY_BASIC)) for name in names) or any(
        name.startswith("scripts/") and not name.endswith("/") for name in names
    ):
        raise _macros()
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in _part(archive, manifest):
        raise NotAllowed(_("Tệp có mật khẩu: người dân không mở được. Hãy bỏ mật khẩu rồi tải lại."))
    kind = OPEN_DOCUMENTS.get(_part(archive, "mimetype", HEAD_BYTES).strip())
    if kind is None:
        raise NotAllowed(_("Đây không phải tài liệu OpenDocument đọc được."))
    return kind


def _macros():
    return NotAllowed(
        _("Tài liệu có macro (chương trình nhúng). Hãy lưu lại không kèm macro, ví dụ DOCX, XLSX, PPTX.")
    )


def _part(archive, part, most=PART_BYTES):
    with archive.open(part) as stream:
        return stream.read(most)
