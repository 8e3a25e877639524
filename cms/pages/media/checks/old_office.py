"""Inside DOC, XLS and PPT files of before 2007 (OLE).

Sources: [MS-DOC] 2.5.2 FibBase, [MS-XLS] 2.4.28 BoundSheet8, [MS-PPT] 2.4.10 VBAInfoAtom.
"""

import struct

import olefile
from django.utils.translation import gettext as _

from . import kinds
from .refusal import NotAllowed

MAIN_STREAMS = {
    "worddocument": kinds.DOC,
    "workbook": kinds.XLS,
    "book": kinds.XLS,
    "powerpoint document": kinds.PPT,
}
BOUNDSHEET, FILEPASS, END = 0x0085, 0x002F, 0x000A
MACRO_SHEET = 1
VBA_OF_SLIDES = b"\x00\x04\x0c\x00\x00\x00"  # type and length of VBAInfoAtom, whose second field says "has macros"
STREAM_BYTES = 30 * 1024 * 1024
WORD_ENCRYPTED = 0x0100


def old_kind(stream):
    """The kind of an OLE file. Raises NotAllowed for macros, passwords, packed files and anything else."""
    with olefile.OleFileIO(stream) as ole:
        paths = {"/".join(path).lower(): path for path in ole.listdir()}
        if "encryptedpackage" in paths:
            raise _locked()
        if any("vba" in name.split("/") or "_vba_project" in name for name in paths):
            raise NotAllowed(_("Tài liệu có macro (chương trình nhúng). Hãy lưu lại thành DOCX, XLSX hoặc PPTX."))
        if any(name.endswith("ole10native") for name in paths):
            raise NotAllowed(_("Bên trong tài liệu có gói tệp khác. Hãy lấy ra và tải lên riêng."))
        for name, kind in MAIN_STREAMS.items():
            if name in paths:
                with ole.openstream(paths[name]) as main:
                    _check_main(kind, main.read(STREAM_BYTES))
                return kind
    raise NotAllowed(_("Đây không phải tài liệu Word, Excel hay PowerPoint cũ đọc được."))


def _check_main(kind, data):
    if kind is kinds.DOC and struct.unpack_from("<H", data, 10)[0] & WORD_ENCRYPTED:
        raise _locked()
    if kind is kinds.XLS:
        _check_sheets(data)
    if kind is kinds.PPT:
        at = data.find(VBA_OF_SLIDES)
        if at != -1 and data[at + 10 : at + 14] not in (b"", b"\0\0\0\0"):
            raise NotAllowed(_("Bản trình chiếu có macro (chương trình nhúng). Hãy lưu lại thành PPTX."))


def _check_sheets(data):
    """The first records of a workbook name its sheets: a macro sheet (XLM) is as much a program as VBA is."""
    at = 0
    while at + 4 <= len(data):
        record, length = struct.unpack_from("<HH", data, at)
        if record == FILEPASS:
            raise _locked()
        if record == BOUNDSHEET and length > 5 and data[at + 9] == MACRO_SHEET:
            raise NotAllowed(_("Bảng tính có trang macro (Excel 4.0). Hãy lưu lại thành XLSX."))
        if record == END:
            return
        at += 4 + length


def _locked():
    return NotAllowed(_("Tệp có mật khẩu: người dân không mở được. Hãy bỏ mật khẩu rồi tải lại."))
