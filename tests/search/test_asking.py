"""From what was typed to a query, and the scope that every search must name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.asking import LONGEST_QUERY, MOST_WORDS, SearchScope, parse


def test_words_are_folded_and_each_counts_once():
    assert parse("Đất đai, đất ở").words == ("dat", "dai", "o")


def test_pairs_keep_the_order_typed():
    assert parse("ủy ban nhân dân").pairs == ("uy_ban", "ban_nhan", "nhan_dan")


def test_marks_count_only_if_some_were_typed():
    assert parse("UBND tỉnh").exact == {"ubnd", "tỉnh"}
    assert parse("UBND tinh").exact == frozenset()


@pytest.mark.parametrize("text", ["", "   ", "?!", "\x00", "\ud800", "\u200b", "_", "「」"])
def test_a_query_without_words_is_false(text):
    assert not parse(text)


def test_a_long_query_is_cut_in_characters_and_words():
    query = parse("từ khóa " * 2_000)
    assert len(query.text) <= LONGEST_QUERY
    assert len(parse(" ".join(f"t{n}" for n in range(200))).words) <= MOST_WORDS


def test_decomposed_text_is_not_cut_shorter():
    text = "ệ" * LONGEST_QUERY
    assert parse(unicodedata.normalize("NFD", text)).text == text


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=1_000))
def test_no_text_breaks_parsing(text):
    query = parse(text)
    assert all(word and " " not in word for word in query.words)


def test_a_scope_of_portals_covers_those_only():
    scope = SearchScope.portals([3, 4])
    assert [scope.covers(pk) for pk in (3, 4, 5)] == [True, True, False]


def test_an_empty_scope_covers_nothing_and_the_province_everything():
    assert not SearchScope.portals([]).covers(1)
    assert SearchScope.province().covers(1)


def test_a_scope_has_no_default():
    with pytest.raises(TypeError):
        SearchScope()
