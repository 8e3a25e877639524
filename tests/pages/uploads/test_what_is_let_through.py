"""What a file is, its bytes say; a refusal says what was found and what is allowed."""

import contextlib
import io
import random

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image

from cms.pages.media.checks import Door, allowed_words, checked

from .crafted import BAD, BAD_PICTURES, GOOD, bomb_png, pdf, photo, picture, told_png, word


class _Named(SimpleUploadedFile):
    """Django cleans names of uploads; imports and commands give theirs as they are."""

    name = None

    def __init__(self, name, content):
        super().__init__("a", content)
        self.__dict__["name"] = name


def look(name, content, door=Door.FILE):
    return checked(_Named(name, content), door=door)


def refusal(name, content, door=Door.FILE):
    with pytest.raises(ValidationError) as error:
        look(name, content, door)
    return error.value.messages[0]


@pytest.mark.parametrize("name", GOOD)
def test_documents_sound_and_film_are_let_through(name):
    assert look(name, GOOD[name]).read() == GOOD[name]


@pytest.mark.parametrize("name", BAD)
def test_what_could_harm_is_refused_with_a_reason_and_what_is_allowed(name):
    content, reason = BAD[name]
    words = refusal(name, content)
    assert reason in words and words.endswith(allowed_words(Door.FILE)), words


@pytest.mark.parametrize("name", BAD_PICTURES)
def test_pictures_that_could_harm_are_refused_with_a_reason(name):
    content, reason = BAD_PICTURES[name]
    words = refusal(name, content, Door.PICTURE)
    assert reason in words and words.endswith(allowed_words(Door.PICTURE)), words


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_the_four_kinds_of_pictures_are_let_through(kind):
    kept = look(f"anh.{kind.lower()}", picture(kind), Door.PICTURE)
    with Image.open(kept) as image:
        assert (image.format, image.size) == (kind, (40, 30))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_camera_are_taken_out_and_the_picture_is_turned_upright(kind):
    source = photo(kind=kind)
    assert b"Dien thoai" in source
    kept = look(f"anh.{kind.lower()}", source, Door.PICTURE).read()
    with Image.open(io.BytesIO(kept)) as image:
        assert (image.size, dict(image.getexif())) == ((30, 40), {})
    assert b"Dien thoai" not in kept


def test_words_hidden_in_a_png_are_taken_out():
    assert b"Dien thoai" in told_png()
    assert b"Dien thoai" not in look("anh.png", told_png(), Door.PICTURE).read()


def test_what_hangs_behind_a_picture_is_cut_off():
    for kind in ("JPEG", "PNG"):
        assert b"PK\x03\x04" not in look(f"a.{kind.lower()}", picture(kind) + word(), Door.PICTURE).read()


def test_moving_pictures_stay_moving():
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    stream = io.BytesIO()
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    with Image.open(look("a.gif", stream.getvalue(), Door.PICTURE)) as image:
        assert image.n_frames == 2


def test_each_kind_has_its_own_limit(settings):
    settings.UPLOAD_LIMITS = {"document": 300, "picture": 300, "audio": 3000, "video": 9000}
    film = GOOD["phim.mp4"]
    assert look("phim.mp4", film + b"\0" * 5000)
    assert "9,0 KB" not in refusal("a.pdf", pdf() + b"\n" * 400) and "quá giới hạn" in refusal("a.pdf", pdf() * 9)
    assert "quá giới hạn" in refusal("phim.mp4", film + b"\0" * 9500)
    assert "quá giới hạn" in refusal("loa.mp3", GOOD["loa.mp3"] + b"\0" * 4000)
    assert "quá giới hạn" in refusal("a.png", b"\x89PNG" + b"\0" * 400, Door.PICTURE)


def test_a_file_is_looked_at_once(monkeypatch):
    file = look("a.pdf", pdf())
    monkeypatch.setattr("cms.pages.media.checks.doors.kind_of", None)
    assert checked(file, door=Door.FILE) is file


def _let_through_or_refused(name, content, door):
    """Anything but a refusal in words is an error, and fails the test that tries."""
    with contextlib.suppress(ValidationError):
        look(name, content, door)


@settings(max_examples=150, deadline=None)
@given(
    some.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.5 ", b"\x89PNG\r\n\x1a\n"]),
    some.binary(max_size=2000),
    some.sampled_from(["a.pdf", "a.docx", "a.xls", "a.txt", "a.png"]),
)
def test_bytes_of_any_kind_never_break_the_check(head, rest, name):
    _let_through_or_refused(name, head + rest, Door.PICTURE if name == "a.png" else Door.FILE)


@settings(max_examples=60, deadline=None)
@given(
    some.sampled_from(sorted(GOOD) + ["anh.jpg", "anh.png", "anh.webp", "anh.gif"]),
    some.integers(min_value=0, max_value=2**32),
)
def test_good_files_with_bytes_changed_or_cut_never_break_the_check(name, seed):
    chance = random.Random(seed)
    kind = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}.get(name.rsplit(".")[-1])
    content = bytearray(picture(kind) if kind else GOOD[name])
    for _again in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    cut = bytes(content[: chance.randint(1, len(content))]) if chance.random() < 0.4 else bytes(content)
    _let_through_or_refused(name, cut, Door.PICTURE if kind else Door.FILE)


def test_a_pdf_of_nothing_but_open_streams_is_read_in_one_pass():
    assert look("a.pdf", pdf(b"stream\n" * 200_000))


def test_an_honest_bomb_header_costs_nothing():
    assert "quá nhiều" in refusal("a.png", bomb_png(), Door.PICTURE)
