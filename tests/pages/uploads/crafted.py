"""Files as honest people and attackers make them; each as small as its kind allows."""

import io
import struct
import zipfile
import zlib

import docx
import openpyxl
from PIL import Image, PngImagePlugin

from .old_office import ole

MAIN = "application/vnd.openxmlformats-officedocument.{}.main+xml"
DOCX_TYPE = MAIN.format("wordprocessingml.document")
BOF = struct.pack("<HHHH", 0x0809, 4, 0x0600, 5)
PROGRAM = b"MZ" + b"\0" * 58 + struct.pack("<I", 64) + b"PE\0\0" + b"\0" * 100


def zipped(parts, *, mode=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", mode) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def office(main=DOCX_TYPE, **parts):
    """An Office file of one main part; more `parts` by name, with __ for a slash and _dot_ for a dot."""
    types = f'<Types><Override PartName="/main.xml" ContentType="{main}"/></Types>'
    named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in parts.items()}
    return zipped({"[Content_Types].xml": types, "main.xml": "<main/>", **named})


def open_document(kind="text", **parts):
    named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in parts.items()}
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<c/>", **named})


def word(**_values):
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


def sheet():
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    return stream.getvalue()


def pdf(objects=b"", trailer=b"<< /Size 1 >>"):
    return b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + objects + b"\ntrailer\n" + trailer + b"\n%%EOF"


def packed_pdf(inside, *, head=b"/Filter /FlateDecode"):
    """Its objects lie in a compressed object stream, as newer writers do."""
    stream = zlib.compress(inside)
    return pdf(b"2 0 obj\n<< /Type /ObjStm " + head + b" >>\nstream\n" + stream + b"\nendstream\nendobj")


def picture(kind="PNG", size=(40, 30), **options):
    stream = io.BytesIO()
    Image.new("RGB", size, "#b3131b").save(stream, kind, **options)
    return stream.getvalue()


def photo(*, turned=6, kind="JPEG"):
    """As a telephone makes it: lying on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = "Dien thoai cua toi"
    exif.get_ifd(0x8825)[2] = (22.0, 29.0, 0.0)
    return picture(kind, exif=exif)


def told_png():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Location", "Dien thoai cua toi")
    return picture("PNG", pnginfo=notes)


def bomb_png(width=50_000, height=50_000):
    """A few bytes that claim to be a picture of 2,500 million points."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + b"\0\0\0\x20IDAT"
        + b"\0" * 36
    )


def workbook(*, sheet_kind=0, locked=False):
    """An XLS workbook with one sheet of a kind (1: macro sheet)."""
    lock = struct.pack("<HHH", 0x002F, 2, 1) if locked else b""
    bound = struct.pack("<HHIBBBB", 0x0085, 8, 0, 0, sheet_kind, 0, 0)
    return ole({"Workbook": BOF + lock + bound + struct.pack("<HH", 0x000A, 0)})


def old_word(*, locked=False, **parts):
    head = struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0, 0, 0x0100 if locked else 0)
    return ole({"WordDocument": head, **parts})


def slides(*, macros=False):
    return ole({"PowerPoint Document": b"\x02\0\0\x04\x0c\0\0\0" + struct.pack("<III", 1, int(macros), 2)})


GOOD = {
    "bao-cao.pdf": pdf(),
    "bao-cao-2.pdf": packed_pdf(b"1 0 << /Type /Pages >>"),
    "don.docx": word(),
    "bang.xlsx": sheet(),
    "trinh-chieu.pptx": office(MAIN.format("presentationml.presentation")),
    "van-ban.odt": open_document(),
    "bang.ods": open_document("spreadsheet", **{"Basic__Standard__script-lb_dot_xml": "<library/>"}),
    "chieu.odp": open_document("presentation"),
    "cu.doc": old_word(),
    "cu.xls": workbook(),
    "cu.ppt": slides(),
    "ghi-chu.txt": "Xin chào bà con".encode(),
    "cu.txt": "Xin chào".encode("utf-16"),
    "bang.csv": "Tên,Số\nAn,1".encode("utf-8-sig"),
    "loa.mp3": b"ID3\x03\0\0\0\0\0\0" + b"\0" * 100,
    "loa.m4a": b"\0\0\0\x20ftypM4A \0\0\0\0" + b"\0" * 30,
    "loa.ogg": b"OggS\0\2" + b"\0" * 50,
    "loa.wav": b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 40,
    "phim.mp4": b"\0\0\0\x20ftypisom\0\0\2\0isomiso2" + b"\0" * 30,
    "phim.webm": b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm" + b"\0" * 30,
    "01.VB.2026.pdf": pdf(),
}
VBA = {"word__vbaProject_dot_bin": b"x"}
# name -> (content, words of the refusal)
BAD = {
    "trong.pdf": (b"", "Tệp trống"),
    "gia.pdf": (PROGRAM, "chương trình máy tính"),
    "elf.pdf": (b"\x7fELF\x02\x01\x01" + b"\0" * 60, "chương trình máy tính"),
    "mac.docx": (b"\xcf\xfa\xed\xfe" + b"\0" * 60, "chương trình máy tính"),
    "lnk.txt": (b"L\0\0\0\x01\x14\x02\0" + b"\0" * 60, "chương trình máy tính"),
    "lenh.txt": (b"#!/bin/sh\nrm -rf /", "tệp lệnh"),
    "cmd.txt": (b"@echo off\r\ndel *", "tệp lệnh"),
    "trang.txt": (b"\n<!DOCTYPE html><html><script>1</script>", "trang web"),
    "trang16.txt": ("<html><script>1</script>".encode("utf-16"), "trang web"),
    "ve.pdf": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "SVG"),
    "ma.js": (b"alert(1)", "“.js”"),
    "bao-cao.pdf.exe": (pdf(), "“.exe”"),
    "bao-cao.exe.pdf": (pdf(), "“.exe”"),
    "../../a.pdf": (pdf(), "đường dẫn"),
    "a\u202efdp.txt": (b"a", "đảo chiều"),
    "a\0.pdf": (pdf(), "ký tự ẩn"),
    "...": (pdf(), "đường dẫn"),
    "rac.txt": (bytes(range(256)), "Không nhận ra loại tệp"),
    "nen.zip": (zipped({"a.txt": "a"}), "tệp nén"),
    "nen.rar": (b"Rar!\x1a\x07\0" + b"\0" * 20, "RAR"),
    "cu.rtf": (b"{\\rtf1 abc}", "RTF"),
    "macro.docm": (office("application/vnd.ms-word.document.macroEnabled.main+xml"), "macro"),
    "macro.docx": (office(**VBA), "macro"),
    "macro.xlsx": (office(MAIN.format("spreadsheetml.sheet"), xl__macrosheets__a_dot_xml="<m/>"), "macro"),
    "nut.docx": (office(word__activeX__activeX1_dot_bin=b"x"), "macro"),
    "exe.docx": (office(word__media__a_dot_exe=PROGRAM), "tệp chạy được"),
    "goi.docx": (office(word__embeddings__o_dot_bin=ole({"\x01Ole10Native": PROGRAM})), "gói tệp khác"),
    "dtd.docx": (office(word__document_dot_xml="<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "XML nguy hiểm"),
    "mau.docx": (
        office(word___rels__settings_dot_xml_dot_rels='<R Type="x/attachedTemplate" Target="https://a.example/t"/>'),
        "Internet",
    ),
    "la.docx": (office("application/x-la"), "không phải tài liệu Word"),
    "bom.docx": (office(word__document_dot_xml=b"\0" * 30_000_000), "bom nén"),
    "ra-ngoai.docx": (zipped({"[Content_Types].xml": DOCX_TYPE, "../../etc/x": "a"}), "trỏ ra ngoài"),
    "cat.docx": (word()[:3000], "tệp hỏng"),
    "macro.odt": (open_document(Basic__Standard__Module1_dot_xml="<m/>"), "macro"),
    "lenh.odt": (open_document(Scripts__python__a_dot_txt="print()"), "macro"),
    "khoa.ods": (
        zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
            }
        ),
        "mật khẩu",
    ),
    "la.odt": (open_document("graphics"), "OpenDocument"),
    "macro.doc": (old_word(**{"Macros/VBA": b"x"}), "macro"),
    "goi.doc": (old_word(**{"\x01Ole10Native": PROGRAM}), "gói tệp khác"),
    "khoa.doc": (old_word(locked=True), "mật khẩu"),
    "khoa.docx": (ole({"EncryptedPackage": b"x"}), "mật khẩu"),
    "khoa.xls": (workbook(locked=True), "mật khẩu"),
    "macro.xls": (workbook(sheet_kind=1), "trang macro"),
    "macro.ppt": (slides(macros=True), "macro"),
    "la.doc": (ole({"Khac": b"x"}), "cũ đọc được"),
    "cat.doc": (old_word()[:700], "hỏng"),
    "ma.pdf": (pdf(b"2 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj"), "JavaScript"),
    "ma-an.pdf": (pdf(b"2 0 obj\n<< /S /Java#53cript >>\nendobj"), "JavaScript"),
    "ma-js.pdf": (pdf(b"2 0 obj\n<< /S /Rendition /JS (a) >>\nendobj"), "JavaScript"),
    "ma-goi.pdf": (packed_pdf(b"3 0 << /S /JavaScript >>"), "JavaScript"),
    "mo.pdf": (packed_pdf(b"3 0 << /S /L#61unch /F (cmd.exe) >>"), "lệnh mở chương trình"),
    "kem.pdf": (pdf(b"2 0 obj\n<< /Type /EmbeddedFile >>\nendobj"), "đính kèm bên trong"),
    "khoa.pdf": (pdf(trailer=b"<< /Encrypt 5 0 R >>"), "bị khóa"),
    "la.pdf": (packed_pdf(b"x", head=b"/Filter [/LZWDecode /FlateDecode]"), "Không nhìn được"),
    "anh.pdf": (picture(), "“Ảnh”"),
    "sai-duoi.pdf": (word(), "“sai-duoi.docx”"),
    "khong-duoi": (pdf(), "“khong-duoi.pdf”"),
}  # fmt: skip
BAD_PICTURES = {
    "trong.png": (b"", "Tệp trống"),
    "gia.jpg": (PROGRAM, "chương trình máy tính"),
    "ve.svg": (b"<svg/>", "“.svg”"),
    "ve.png": (b'<?xml version="1.0"?><svg onload="alert(1)"/>', "SVG"),
    "bom.png": (bomb_png(), "quá nhiều điểm ảnh"),
    "to.png": (bomb_png(8_000, 8_000), "quá nhiều điểm ảnh"),
    "cat.jpg": (picture("JPEG", size=(400, 300))[:-900], "ảnh hỏng"),
    "cat.png": (picture("PNG", size=(400, 300))[:-40], "ảnh hỏng"),
    "sai.jpg": (picture("PNG"), "“sai.png”"),
    "don.png": (pdf(), "“Tệp”"),
    "dt.heic": (b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + b"\0" * 20, "HEIC"),
    "bmp.bmp": (picture("BMP"), "BMP"),
    "anh.php.png": (picture(), "“.php”"),
}
