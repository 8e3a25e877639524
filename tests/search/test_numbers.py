"""Official document numbers, however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.numbers import MENTIONS, asked_numbers, mentioned_numbers, number_forms, number_key
from search.text import fold


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("42/2022/NĐ-CP", "42_2022_ndcp"),
        ("42/2022/nd-cp", "42_2022_ndcp"),
        ("42/2022/NDCP", "42_2022_ndcp"),
        (" 42 / 2022 / NĐ – CP ", "42_2022_ndcp"),
        ("Số: 42/2022/NĐ-CP", "42_2022_ndcp"),
        ("01/2023/TT-BTNMT", "1_2023_ttbtnmt"),
        ("15/2020/QH14", "15_2020_qh14"),
        ("3098/UBND-BBT", "3098_ubndbbt"),
        ("3098", "3098"),
        ("0", "0"),
        ("không số", ""),
        ("", ""),
    ],
)
def test_a_number_has_one_key(number, key):
    assert number_key(number) == key


def test_a_document_is_asked_for_by_any_beginning_of_its_number():
    assert number_forms("3098/UBND-BBT") == ["3098", "3098_ubnd", "3098_ubndbbt"]
    assert number_forms("42/2022/NĐ-CP") == ["42", "42_2022", "42_2022_nd", "42_2022_ndcp"]


@pytest.mark.parametrize(
    "typed",
    [
        "42/2022/NĐ-CP",
        "42/2022/nđ-cp",
        "42/2022/nd-cp",
        "42/2022/NDCP",
        "42 / 2022 / NĐ - CP",
        "42 2022 nd cp",
        "Nghị định 42/2022/NĐ-CP",
        "nghị định số 42/2022/NĐ-CP về dịch vụ công",
        "Nghi dinh so 42/2022/nd-cp ve dich vu cong truc tuyen",
        "nghị định 42 2022 NĐ CP",
        "042/2022/NĐ-CP",
    ],
)
def test_one_decree_in_every_spelling(typed):
    assert asked_numbers(typed) == ("42_2022_ndcp",)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("3098", ("3098",)),
        ("số 3098", ("3098",)),
        ("công văn số 3098", ("3098",)),
        ("công văn số 3098 về việc chấm điểm cổng thông tin", ("3098",)),
        ("3098/UBND", ("3098_ubnd",)),
        ("3098/UBND-BBT", ("3098_ubndbbt",)),
        ("quyết định 15/2023/QĐ-UBND thay 7/QĐ-UBND", ("15_2023_qdubnd", "7_qdubnd")),
    ],
)
def test_numbers_in_a_query(typed, keys):
    assert asked_numbers(typed) == keys


@pytest.mark.parametrize(
    "typed",
    [
        "tuyển sinh lớp 10",
        "trường tiểu học số 2",
        "năm 2024",
        "ngày 24/06/2022",
        "đường 4/5",
        "thủ tục khai sinh",
        "12345678",
        "",
    ],
)
def test_other_figures_are_not_document_numbers(typed):
    assert asked_numbers(typed) == ()


def test_numbers_mentioned_in_a_text():
    text = "Căn cứ Nghị định số 42/2022/NĐ-CP ngày 24/06/2022 và Luật 15/2020/QH14, công văn 3098/UBND - Văn phòng."
    assert mentioned_numbers(text) == ["42_2022_ndcp", "15_2020_qh14", "3098_ubnd"]


def test_each_mention_counts_once_and_there_is_an_end_to_them():
    assert mentioned_numbers("5/QĐ-UBND, 5/QĐ-UBND") == ["5_qdubnd"]
    assert len(mentioned_numbers(" ".join(f"{n}/QĐ-UBND" for n in range(1, 200)))) == MENTIONS


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_no_text_breaks_the_recognition(text):
    for key in (number_key(text), *asked_numbers(text)):
        assert key == fold(key)
        assert not set(key) & set(" \"'/\\")


@given(st.integers(1, 99999), st.integers(1990, 2030), st.sampled_from(["NĐ-CP", "QĐ-UBND", "TT-BTTTT", "NQ-HĐND"]))
def test_what_a_document_bears_is_what_is_asked_for(figure, year, sign):
    number = f"{figure}/{year}/{sign}"
    assert asked_numbers(f"văn bản {number}") == (number_forms(number)[-1],)
    assert mentioned_numbers(f"theo {number}.") == [number_key(number)]
