"""A form that is sent again, too soon, too late, or by a program: nothing is kept twice, and nothing is lost."""

from datetime import timedelta

import pytest

from .conftest import PATH, TEXT, cases, faults, page_of, token


def test_the_same_form_sent_again_gives_the_first_receipt(send, a, b):
    same = token()
    answers = [send(a, token=same), send(a, token=same), send(b, to=a, token=same)]
    assert {answer["Location"] for answer in answers} == {answers[0]["Location"]}
    assert len(cases()) == 1


def test_another_question_in_a_form_that_was_sent_is_kept_for_another_press(send, a):
    same, other = token(), "Còn đường vào thôn thì bao giờ sửa xong?"
    receipt = send(a, token=same)["Location"]
    page = page_of(response := send(a, token=same, text=other))
    assert "Đây là nội dung khác? Hãy bấm gửi lần nữa." in faults(response)[0]
    assert page.select_one(f"a[href='{receipt}']")
    assert page.select_one("#id_text").text.strip() == other
    assert len(cases()) == 1
    fresh = page.select_one("[name=token]")["value"]
    assert fresh != same


def test_a_form_filled_in_no_time_comes_back_and_its_token_ages(send, a):
    young = token(ago=timedelta(seconds=1))
    response = send(a, token=young)
    assert faults(response) == ["Biểu mẫu được gửi quá nhanh. Nội dung vẫn còn: hãy đọc lại rồi bấm gửi lần nữa."]
    assert page_of(response).select_one("[name=token]")["value"] == young
    assert cases() == []


@pytest.mark.parametrize(
    "stale",
    ["", "x", "a.b.c", token(ago=timedelta(hours=25)), token() + "x", token(ago=timedelta(days=-1))],
    ids=["none", "a letter", "no signature", "of yesterday", "changed", "of tomorrow"],
)
def test_a_form_that_is_too_old_or_not_ours_comes_back_with_a_new_token(send, a, stale):
    response = send(a, token=stale)
    assert "hãy bấm gửi lần nữa" in faults(response)[0]
    assert page_of(response).select_one("[name=token]")["value"] != stale
    assert page_of(response).select_one("#id_text").text.strip() == TEXT
    assert cases() == []


def test_the_trap_comes_back_empty_with_everything_typed(send, a):
    response = send(a, website="http://spam.example")
    assert "Hãy bấm gửi lần nữa" in faults(response)[0]
    assert page_of(response).select_one("[name=website]").get("value", "") == ""
    assert page_of(response).select_one("#id_text").text.strip() == TEXT
    assert cases() == []


def test_nobody_sees_or_reaches_the_trap(visit, a):
    box = page_of(visit(a, PATH)).select_one("[name=website]")
    assert box["tabindex"] == "-1"
    assert box.find_parent(attrs={"aria-hidden": "true"})
