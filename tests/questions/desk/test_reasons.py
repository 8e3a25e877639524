"""Why a question is not handled: its cause and the reason that the asker reads cannot contradict each other."""

import pytest
from bs4 import BeautifulSoup

from tests.factories.questions import events_of
from tests.questions.screens import again

from .conftest import doing


def remove(client, question, **data):
    return client.post(doing(question, "remove"), {"version": again(question).version, **data})


def test_ready_reasons_stand_under_their_cause(officer, ours):
    page = BeautifulSoup(officer.get(doing(ours, "remove")).content, "html.parser")
    groups = {
        tag.find("label", recursive=False).get_text(strip=True): [box["value"] for box in tag.select("input")]
        for tag in page.select("#id_reason > div")
        if len(tag.select("label")) > len(tag.select("input"))
    }
    assert groups == {
        "Vi phạm quy chế": ["rude", "advertising", "no-question"],
        "Trùng nội dung": ["same"],
        "Đã chuyển cơ quan chuyên trách": ["complaint"],
    }


@pytest.mark.parametrize(("cause", "reason"), [("duplicate", "rude"), ("violation", "same"), ("referred", "same")])
def test_a_reason_of_another_cause_is_refused_and_the_words_stay(officer, ours, theirs, cause, reason):
    answer = remove(officer, ours, removal=cause, reason=reason, words="Chữ của tôi.")
    assert "Lý do này không thuộc điều đã chọn ở “Loại vì”" in answer.text and "Chữ của tôi." in answer.text
    assert (again(ours).removal, again(theirs).removal) == ("", "")


@pytest.mark.parametrize(
    ("cause", "reason"), [("duplicate", "same"), ("violation", "advertising"), ("referred", "complaint")]
)
def test_a_reason_of_the_cause_is_taken(officer, ours, theirs, cause, reason):
    remove(officer, ours, removal=cause, reason=reason)
    assert (again(ours).removal, again(theirs).removal) == (cause, "")


def test_own_words_go_with_any_cause(officer, ours, theirs):
    remove(officer, ours, removal="referred", reason="other", words="Đã chuyển Thanh tra huyện.")
    assert events_of(ours)[-1].reason == "Đã chuyển Thanh tra huyện." and again(theirs).removal == ""


def test_who_restores_reads_that_the_asker_reads_the_reason(officer, ours, theirs):
    remove(officer, ours, removal="duplicate", reason="same")
    page = officer.get(doing(ours, "restore")).text
    assert "Người hỏi đọc được lý do này" in page and again(theirs).removal == ""
