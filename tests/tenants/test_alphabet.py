"""The order of the Vietnamese alphabet: letters first, then tones, syllable by syllable."""

import pytest

from tenants.alphabet import in_alphabet

ORDERS = [
    ["an", "ăn", "ân", "ba", "cá", "da", "đa", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"],
    ["ma", "mà", "mả", "mã", "má", "mạ", "man"],
    ["Dân tộc", "Đất đai", "Tài nguyên và môi trường", "Thủ tục hành chính", "Thuế, phí", "Y tế"],
    ["Đài Phát thanh", "Phường Ô Quý Hồ", "Phường Xuân Tăng", "Vườn Quốc gia"],
    ["Thôn 3", "Thôn Bản"],
    ["", "A"],
]


@pytest.mark.parametrize("words", ORDERS, ids=[words[-1] for words in ORDERS])
def test_words_stand_as_in_a_dictionary(words):
    assert sorted(reversed(words), key=in_alphabet) == words


def test_capitals_and_ways_of_writing_a_letter_do_not_matter():
    assert in_alphabet("\u0111a\u0323i") < in_alphabet("ĐẠI B") < in_alphabet("e")
