"""Codes are unguessable, fit to be read out, and found again however they were typed."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.questions.codes import ALPHABET, GROUP, GROUPS, new_code, tidy


def test_sixty_bits_without_signs_that_look_alike():
    assert GROUPS * GROUP * log2(len(set(ALPHABET))) >= 60 and not set(ALPHABET) & set("01OI")
    codes = {new_code() for _number in range(1000)}
    assert len(codes) == 1000 and all(tidy(code) == code for code in codes)
    assert {sign for code in codes for sign in code} == set(ALPHABET) | {"-"}


@pytest.mark.parametrize(
    "typed",
    [
        "K7QX-2MRD-9TWF",
        "k7qx-2mrd-9twf",
        " K7QX 2MRD 9TWF ",
        "k7qx2mrd9twf",
        "K7QX–2MRD—9TWF",
        "Ｋ７ＱＸ-２ＭＲＤ-９ＴＷＦ",
    ],
)
def test_what_was_meant(typed):
    assert tidy(typed) == "K7QX-2MRD-9TWF"


@pytest.mark.parametrize("typed", ["Q1", "2024/HD-15", "hd_15", "K7QX-2MRD", "K7QX-2MRD-9TW0"])
def test_codes_of_other_systems_stay(typed):
    assert tidy(f" {typed} ") == typed


@given(st.text())
def test_whatever_is_typed_is_tidied_once(typed):
    assert tidy(tidy(typed)) == tidy(typed)
