"""The rules of masking itself: the asker's own words are hidden, nothing overlaps, nothing is lost, it is fast."""

from time import perf_counter
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.questions.masking import Kind, mask, pieces

PARTS = """
0912 345 678|001099012345|an@gmail.com|ông Lò Văn Bình|42/2022/NĐ-CP|150.000.000 đồng|số nhà 12|tôi tên là|STK|CCCD
địa chỉ:|ngày 12/03/2024|, |(|Hoàng Liên|đường|a còng|0|9|0214
"""
PARTS = [part for line in PARTS.splitlines() for part in line.split("|")]
letters = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join))


def test_the_askers_own_words_are_hidden_wherever_they_stand():
    known = [(Kind.NAME, "Nguyễn Văn An"), (Kind.ADDRESS, "Bản Phùng"), (Kind.PHONE, "")]
    text = "Gia đình NGUYỄN VĂN AN ở Bản Phùng, nguyen van an đã nộp."
    assert mask(text, known=known)[0] == ("Gia đình [đã ẩn họ tên] ở [đã ẩn địa chỉ nhà], [đã ẩn họ tên] đã nộp.")
    assert mask(text)[1] == []


def test_what_the_asker_gave_is_hidden_even_if_it_is_the_units_too():
    assert mask("bà Lê Thị Hoa", known=[(Kind.NAME, "Lê Thị Hoa")], keep=["Lê Thị Hoa"])[0] == "bà [đã ẩn họ tên]"


def test_a_short_name_alone_hides_nothing():
    assert mask("An toàn, an ninh", known=[(Kind.NAME, "An")])[1] == []


def test_an_english_text_gets_english_marks():
    masked, _findings = mask("Call 0912345678", language="en")
    assert "0912345678" not in masked and masked.startswith("Call [")


def test_accents_typed_as_marks_of_their_own_are_read_alike():
    text = "Tôi tên là Nguyễn Văn An, điện thoại 0912345678"
    assert mask(normalize("NFD", text))[0] == mask(text)[0]


@given(letters)
def test_pieces_are_the_whole_text(text):
    composed = normalize("NFC", text)
    parts = pieces(text)
    assert "".join(part.text for part in parts) == composed
    assert [part.text for part in parts if part.kind] == [finding.text for finding in mask(text)[1]]


@given(letters)
def test_findings_stand_where_they_say_and_do_not_overlap(text):
    composed = normalize("NFC", text)
    end = 0
    for finding in mask(text)[1]:
        assert (finding.start >= end, composed[finding.start : finding.end]) == (True, finding.text)
        end = finding.end


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=200)
def test_a_telephone_between_any_words_is_never_left(before, after):
    masked, _findings = mask(f"{before} \n0987654321\n {after}")
    assert "0987654321" not in masked


@pytest.mark.parametrize(
    "part",
    [
        "1 ",
        "1",
        "0",
        "0 ",
        "a",
        "@",
        "a@",
        "ông Lê ",
        "tôi ở ",
        "số ",
        "không chín ",
        "0912345678 ",
        ",",
        "đường ",
        "(",
        ".1",
    ],
)
def test_hostile_texts_take_no_time(part):
    text = (part * 20_000)[:20_000]
    began = perf_counter()
    mask(text)
    assert perf_counter() - began < 3
