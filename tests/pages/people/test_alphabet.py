"""The Vietnamese alphabet: given names first, ă after a, đ after d, tones only where letters are equal."""

import random

import pytest

from cms.pages.people.alphabet import ALPHABET, by_given_name, given_name, heading, letter_and_tone


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Nguyễn Văn An", "A"), ("Nguyễn Thị Ánh", "A"), ("Lê Ăn", "Ă"), ("Lê Văn Ân", "Â"), ("Lò Thị Ế", "Ê"),
        ("Trần Đức", "Đ"), ("Giàng A Dế", "D"), ("Vàng Ô", "Ô"), ("Lý Ơn", "Ơ"), ("Lù Ửng", "Ư"), ("ý", "Y"),
        ("Nông Hồng Vân (nhân vật minh họa)", "V"), ("Ksor 7", "#"), ("", "#"), ("(ví dụ)", "#"),
    ],
)  # fmt: skip
def test_a_name_stands_under_the_letter_of_its_last_word(name, letter):
    assert heading(name) == letter


ORDERED = [
    "Lê Thị An", "Nguyễn Văn An", "Lê Án", "Lê Anh", "Lê Ánh", "Lê Ăn", "Lê Ân", "Lê Bé", "Lê Dung", "Lê Dũng",
    "Lê Đào", "Lê Em", "Lê Êm", "Lê Hà", "Lê Hạ", "Lê Hoa", "Lê Oanh", "Lê Ông", "Lê Ơn", "Lê Thu", "Lê Uyên",
    "Lê Ưng", "Lê Vi", "Lê Xuân", "Lê Yến",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_names_sort_as_a_vietnamese_list_does(seed):
    shuffled = random.Random(seed).sample(ORDERED, len(ORDERED))
    assert sorted(shuffled, key=by_given_name) == ORDERED


def test_the_way_letters_are_stored_makes_no_difference():
    composed, decomposed = "Lê Thị Ấm", "Lê Thị Ấm"
    assert by_given_name(composed) == by_given_name(decomposed) and heading(decomposed) == "Â"


@pytest.mark.parametrize(("character", "pair"), [("Ế", ("ê", 4)), ("ợ", ("ơ", 5)), ("Đ", ("đ", 0)), ("y", ("y", 0))])
def test_a_letter_is_told_from_its_tone(character, pair):
    assert letter_and_tone(character) == pair


def test_the_alphabet_has_each_letter_once():
    assert len(set(ALPHABET)) == len(ALPHABET) == 33  # 29 Vietnamese letters and f, j, w, z


@pytest.mark.parametrize("strange", ["李 小龙", "Ё", "A" * 300, "\u200b", "O'Brien", "Y Tuyên-Niê"])
def test_any_name_has_a_place(strange):
    assert sorted([strange, "An"], key=by_given_name) and given_name(strange) is not None
