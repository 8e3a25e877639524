"""The second look at the best candidates."""

from datetime import date

from search.asking import parse
from search.ranking import rerank


def order(query, *rows, scores=None):
    """Titles in their new order; a row is a title or (title, document number, published)."""
    rows = [(row, "", None) if isinstance(row, str) else row for row in rows]
    hits = [(pk, (scores or [1.0] * len(rows))[pk]) for pk in range(len(rows))]
    return [rows[pk][0] for pk in rerank(hits, dict(enumerate(rows)), parse(query))]


def test_the_whole_number_comes_first_and_its_beginning_next():
    rows = [("Nói về 3098", "", None), ("Công văn khác", "3098/SXD-QLN", None), ("Công văn", "3098/UBND-BBT", None)]
    assert order("3098/UBND-BBT", *rows) == ["Công văn", "Nói về 3098", "Công văn khác"]
    assert order("3098", *rows)[-1] == "Nói về 3098"


def test_a_title_with_the_words_side_by_side_comes_before_scattered_ones():
    assert order("khai sinh", "Sinh hoạt khai mạc", "Đăng ký khai sinh")[0] == "Đăng ký khai sinh"


def test_marks_as_typed_come_before_other_marks():
    assert order("bán nhà", "Bàn nhà", "Bán nhà") == ["Bán nhà", "Bàn nhà"]


def test_without_marks_typed_the_marks_decide_nothing():
    assert order("ban nha", "Bàn nhà", "Bán nhà") == ["Bán nhà", "Bàn nhà"]  # equal: the later entry first


def test_a_title_that_begins_with_the_query_comes_before_one_that_goes_on_to_it():
    assert order("tiếp công dân", "Lịch tiếp công dân", "Tiếp công dân tháng 5")[0] == "Tiếp công dân tháng 5"


def test_among_equals_the_newer_comes_first_and_the_undated_last():
    rows = [("Họp", "", None), ("Họp", "", date(2023, 1, 1)), ("Họp", "", date(2024, 1, 1))]
    hits = [(0, 1.0), (1, 1.0), (2, 1.0)]
    assert rerank(hits, dict(enumerate(rows)), parse("hop")) == [2, 1, 0]


def test_the_engine_decides_where_titles_do_not():
    assert order("x", "một", "hai", "ba", scores=[0.1, 0.9, 0.5]) == ["hai", "ba", "một"]


def test_a_candidate_that_is_gone_is_left_out():
    assert rerank([(1, 1.0), (2, 0.5)], {2: ("còn", "", None)}, parse("con")) == [2]


def test_no_candidates_no_order():
    assert rerank([], {}, parse("x")) == []


def test_scores_of_zero_do_no_harm():
    assert rerank([(1, 0.0)], {1: ("a", "", None)}, parse("b")) == [1]
