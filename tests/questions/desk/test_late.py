"""Verbs with words that come after the case was handed on: each word comes back to be copied."""

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from cms.questions.actions import forward
from tests.questions.screens import again

from .conftest import doing

WORDS = "Chữ cán bộ đã gõ rất lâu."
VERBS = {
    "forward": {"unit": "binh yen", "words": WORDS},
    "send_back_to_sender": {"words": WORDS},
    "ask_back": {"text": WORDS},
    "resume": {"words": WORDS},
    "extend": {"until": "other", "day": "2026-12-31", "words": WORDS},
    "remove": {"removal": "duplicate", "words": WORDS},
    "restore": {"words": WORDS},
    "set_visibility": {"visibility": "hidden", "words": WORDS},
    "split": {"parts-TOTAL_FORMS": "2", "parts-0-unit": "an binh", "parts-0-text": WORDS, "parts-1-text": "Phần hai"},
}


def typed(answer):
    return [box.get_text().strip() for box in BeautifulSoup(answer.text, "html.parser").select("textarea[readonly]")]


@pytest.fixture
def handed_on(ours, a, b, staff_a):
    forward(ours.pk, portal=a, to=b, reason="Đường của xã bên.", by=staff_a.head, now=timezone.now())
    return again(ours)


@pytest.mark.parametrize("verb", VERBS)
def test_the_words_come_back_with_where_the_case_went(officer, ours, theirs, handed_on, b, verb):
    sent = {"version": ours.version, "reason": "other", **VERBS[verb]}
    answer = officer.post(doing(ours, verb), sent)
    day = f"{timezone.localtime(handed_on.held_since):%d/%m/%Y %H:%M}"
    assert answer.status_code == 200 and WORDS in typed(answer)
    assert b.name in answer.text and day in answer.text and ours.text not in answer.text
    assert again(ours).version == handed_on.version
    assert officer.post(doing(theirs, verb), sent).status_code == 404


def test_parts_come_back_each(officer, ours, theirs, handed_on):
    answer = officer.post(doing(ours, "split"), VERBS["split"])
    assert typed(answer) == ["an binh", WORDS, "Phần hai"]


def test_late_words_stand_under_the_label_they_were_typed_under(officer, ours, theirs, handed_on):
    answer = officer.post(doing(ours, "ask_back"), {"version": ours.version, "text": WORDS})
    page = BeautifulSoup(answer.text, "html.parser")
    assert [label.text for label in page.select(".cong-typed label")] == ["Cần người hỏi làm rõ điều gì"]
    assert officer.post(doing(theirs, "ask_back"), {"text": WORDS}).status_code == 404
