"""What may come in with a question: told by content, size and number, whatever the name says."""

import io

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from cms.questions.files import MOST_FILES, SOUND, check_together, check_upload, checks

from .conftest import archive, picture, sent

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
WAV = (
    b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00data"
)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("don.pdf", PDF, "application/pdf"),
        ("don.txt", "Kính gửi".encode(), "text/plain"),
        ("anh.jpg", picture(), "image/jpeg"),
        ("ANH.JPEG", picture(), "image/jpeg"),
        ("anh.png", picture("PNG"), "image/png"),
        ("anh.webp", picture("WEBP"), "image/webp"),
    ],
)
def test_what_citizens_send_is_taken_as_what_it_is(name, content, kind):
    upload = check_upload(sent(name, content, "text/html"))
    assert (upload.name, upload.content_type) == (name, kind)
    assert upload.size == upload.file.size


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("don.pdf", b"", "Tệp trống"),
        ("don.pdf", b"MZ\x90\x00", "chương trình máy tính"),
        ("don.exe", PDF, "tệp chạy được"),
        ("don.pdf.js", PDF, "tệp chạy được"),
        ("don.docx", PDF, "Hãy đổi tên thành “don.pdf”"),
        ("anh.jpg", b"<svg onload=alert(1)>", "SVG"),
        ("trang.txt", b"<html><script>alert(1)</script>", "trang web"),
        ("don.pdf", b"%PDF-1.4 /JavaScript (x)", "JavaScript"),
        ("goi.docx", archive(a="x"), "tệp nén"),
        ("anh.jpg", picture()[:60], "không đọc được ảnh"),
        ("loi.wav", WAV, "ở đây không nhận loại này"),
        ("d\u202efdp.txt", b"x y z", "ký tự ẩn"),
        ("nang.txt", b"a" * (checks.MOST_BYTES + 1), "quá giới hạn 10"),
    ],
)
def test_what_may_hurt_is_refused_by_its_name_and_in_words(name, content, words):
    with pytest.raises(ValidationError) as fault:
        check_upload(sent(name, content))
    [said] = fault.value.messages
    assert words in said
    assert "Được nhận:" in said


def test_a_picture_comes_in_without_the_place_it_was_taken():
    exif = Image.Exif()
    exif[0x010F] = "Camera of Mai"
    upload = check_upload(sent("anh.jpg", picture(exif=exif)))
    assert b"Camera of Mai" not in upload.file.read()
    upload.file.seek(0)
    assert dict(Image.open(io.BytesIO(upload.file.read())).getexif()) == {}


def test_sound_has_a_door_of_its_own():
    assert check_upload(sent("loi.wav", WAV), SOUND).content_type == "audio/wav"
    with pytest.raises(ValidationError):
        check_upload(sent("don.pdf", PDF), SOUND)


def test_a_name_longer_than_its_column_keeps_its_ending():
    name = check_upload(sent("đ" * 300 + ".txt", b"abc")).name
    assert (len(name), name[-4:]) == (160, ".txt")


def test_a_damaged_file_of_any_kind_is_refused_and_no_error():
    for start in (
        b"PK\x03\x04",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"GIF8",
    ):
        for name in ("a.pdf", "a.docx", "a.jpg", "a.png", "a.doc", "a.gif"):
            with pytest.raises(ValidationError):
                check_upload(sent(name, start + b"\0\xff" * 500))


def test_not_too_many_and_not_too_much_together():
    check_together([sent("a.txt", b"x")] * MOST_FILES)
    with pytest.raises(ValidationError):
        check_together([sent("a.txt", b"x")] * (MOST_FILES + 1))
    with pytest.raises(ValidationError):
        check_together([sent("a.txt", b"x" * (9 * 1024 * 1024))] * 3)
