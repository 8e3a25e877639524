"""The factory brings cases where tests need them, by the verbs alone."""

import pytest

from cms.questions.history import faults
from tests.factories.questions import events_of, make_question

ASKED, RECEIVED = ["asked"], ["asked", "received"]


@pytest.mark.parametrize(
    ("upto", "kinds"),
    [
        ("sent", ASKED),
        ("received", RECEIVED),
        ("submitted", [*RECEIVED, "submitted"]),
        ("answered", [*RECEIVED, "submitted", "answered"]),
    ],
)
def test_cases_of_every_stage(a, b, upto, kinds):
    question, other = make_question(a, upto=upto), make_question(b)
    assert (question.stage, question.is_public) == (upto, upto == "answered")
    assert [event.kind for event in events_of(question)] == kinds and not list(
        faults(question.code, events_of(question))
    )
    assert other.stage == "sent" and other.code != question.code
