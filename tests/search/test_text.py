"""Folding and words: pure text, no database."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text import LONGEST_WORD, fold, normalise, pairs, spans, spelled, words

VOWELS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
LETTERS = VOWELS + "đ" + (VOWELS + "đ").upper()
any_text = st.text(alphabet=st.characters(exclude_categories=()))


def test_there_are_134_letters_beyond_ascii():
    assert len(set(LETTERS)) == 136 - 2


@pytest.mark.parametrize("letter", LETTERS)
def test_every_vietnamese_letter_folds_to_one_ascii_letter(letter):
    assert fold(letter).isascii()
    assert len(fold(letter)) == 1


def test_d_with_stroke_is_d_in_both_cases_and_so_are_its_doubles():
    assert fold("đĐðÐƉ") == "ddddd"


def test_a_sentence_folds_word_for_word():
    assert fold("Ủy ban nhân dân XÃ Đặng Thuỳ, ở Lào Cai") == "uy ban nhan dan xa dang thuy, o lao cai"


def test_what_has_no_plain_letter_stays():
    assert fold("ß 中文 Ω") == "ß 中文 ω"


@given(any_text)
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@given(any_text)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(any_text)
def test_normalising_twice_is_normalising_once(text):
    assert normalise(normalise(text)) == normalise(text)


@given(any_text)
def test_nothing_that_a_database_refuses_is_left(text):
    clean = normalise(text)
    assert "\x00" not in clean
    assert clean.encode("utf-8").decode("utf-8") == clean


@given(st.text(alphabet=LETTERS + " ", max_size=60))
def test_composed_and_decomposed_vietnamese_are_the_same(text):
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(text)


@pytest.mark.parametrize("marks", ["\u0302\u0301", "\u0301\u0302"])
def test_marks_may_come_in_either_order(marks):
    assert normalise(f"ti{'e' + marks}ng") == "tiếng"


def test_horn_after_tone_still_makes_one_letter():
    assert normalise("o\u0300\u031b") == "ờ"


def test_invisible_characters_do_not_cut_words():
    assert words("khai\u00adsinh \u200bhộ\ufefftịch") == ["khaisinh", "hotich"]


def test_control_characters_and_half_surrogates_separate_words():
    assert words("khai\x00sinh\ud800hộ\ttịch") == ["khai", "sinh", "ho", "tich"]


def test_words_are_letters_and_figures_only():
    assert words('42/2022/NĐ-CP: "thủ_tục" (số 7)!') == ["42", "2022", "nd", "cp", "thu", "tuc", "so", "7"]


def test_a_very_long_word_is_cut_the_same_way_everywhere():
    assert words("đ" * 500) == ["d" * LONGEST_WORD]
    assert spans("đ" * 500) == [("d" * LONGEST_WORD, 0, 500)]


def test_spans_are_offsets_in_the_original():
    text = normalise("Cấp giấy khai sinh")
    assert [text[start:end] for _word, start, end in spans(text)] == ["Cấp", "giấy", "khai", "sinh"]


@given(any_text)
def test_spans_and_words_agree(text):
    assert [word for word, _start, _end in spans(normalise(text))] == words(text)


def test_spelled_keeps_marks_and_case():
    assert spelled("Đất đai, 2024") == ["Đất", "đai", "2024"]


def test_pairs_join_neighbours():
    assert pairs(["uy", "ban", "nhan", "dan"]) == ["uy_ban", "ban_nhan", "nhan_dan"]
    assert pairs(["mot"]) == []
    assert pairs([]) == []
