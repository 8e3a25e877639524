"""Marks and passages: what is shown is safe and says why it was found."""

import re

import pytest
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from search.asking import parse
from search.highlight import LEAD_IN, PASSAGE, marked, passage
from search.text import normalise

anything = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200)


@pytest.mark.parametrize("typed", ["đất đai", "dat dai", "ĐẤT ĐAI", "đất  đai"])
def test_words_are_marked_whatever_way_they_were_typed(typed):
    assert marked("Luật Đất đai 2024", parse(typed)) == "Luật <mark>Đất đai</mark> 2024"


def test_what_was_typed_with_marks_hides_its_doubles():
    assert marked("Bàn về bán hàng", parse("bán")) == "Bàn về <mark>bán</mark> hàng"
    assert marked("Bàn về bán hàng", parse("ban")) == "<mark>Bàn</mark> về <mark>bán</mark> hàng"


def test_wrong_marks_still_mark_something():
    assert marked("Bàn về việc", parse("bán")) == "<mark>Bàn</mark> về việc"


def test_words_side_by_side_hide_the_same_words_alone():
    assert marked("Đạt chuẩn về đất đai", parse("dat dai")) == "Đạt chuẩn về <mark>đất đai</mark>"


def test_a_word_outside_every_pair_is_marked_as_well():
    assert marked("UBND tỉnh: khai sinh", parse("ubnd khai sinh")) == "<mark>UBND</mark> tỉnh: <mark>khai sinh</mark>"


def test_html_in_a_title_is_shown_as_text():
    shown = marked("<script>alert(1)</script> & đất", parse("dat script"))
    assert shown == "&lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt; &amp; <mark>đất</mark>"


def test_html_in_a_query_marks_nothing():
    assert marked("Đất đai", parse("<mark>")) == "Đất đai"


@given(text=anything, typed=anything)
def test_nothing_but_our_marks_is_added(text, typed):
    shown = marked(text, parse(typed))
    assert re.sub("</?mark>", "", shown) == escape(normalise(text))
    assert shown.count("<mark>") == shown.count("</mark>")


@given(text=anything, typed=anything)
def test_a_passage_is_part_of_the_text(text, typed):
    shown = re.sub("</?mark>", "", passage(text, parse(typed))).removeprefix("… ").removesuffix(" …")
    assert shown in escape(normalise(text))


def test_a_passage_shows_where_most_words_stand():
    text = "khai mạc hội nghị. " + "chữ " * 300 + "Đăng ký khai sinh cho trẻ em. " + "chữ " * 300
    shown = passage(text, parse("đăng ký khai sinh"))
    assert "<mark>Đăng ký khai sinh</mark> cho trẻ em." in shown
    assert shown.startswith("… ") and shown.endswith(" …")


def test_a_passage_has_a_length():
    shown = re.sub("</?mark>", "", passage("khai sinh " * 5_000, parse("khai sinh")))
    assert len(shown) <= PASSAGE + len("…  …")


def test_a_passage_is_safe_html_and_html_in_it_is_text():
    shown = passage("Họp <b>chủ nhật</b> & ngày lễ", parse("ngay le"))
    assert shown.__html__() == "Họp &lt;b&gt;chủ nhật&lt;/b&gt; &amp; <mark>ngày lễ</mark>"


def test_a_passage_without_any_word_is_the_beginning():
    assert passage("Một hai ba bốn.", parse("xyz")) == "Một hai ba bốn."
    assert passage("chữ " * 300, parse("xyz")).startswith("chữ chữ")


def test_a_text_without_spaces_is_cut_all_the_same():
    shown = passage("x" * 1_000 + " đất " + "y" * 1_000, parse("dat"))
    assert "<mark>đất</mark>" in shown
    assert len(shown) < PASSAGE + LEAD_IN


def test_an_empty_text_gives_an_empty_passage():
    assert passage("", parse("dat")) == ""
