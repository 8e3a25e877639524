"""Rooms above learn of what happened after it is written; one of them that fails undoes nothing."""

from contextlib import contextmanager

import pytest

from cms.questions import signals
from cms.questions.actions import NotDone, forward, receive, remove, save_draft
from cms.questions.models import Question
from tests.factories.questions import fresh, make_question
from tests.questions.actions.case import NOW, REASON, by

ALL = {
    name: getattr(signals, f"question_{name}") for name in ("received", "forwarded", "answered", "removed", "changed")
}


@pytest.fixture
def heard(django_capture_on_commit_callbacks):
    """with heard() as told: ... -> [(signal, portal of the case as a receiver can read it)]"""

    @contextmanager
    def listening(fault=None):
        told, receivers = [], []
        for name, signal in ALL.items():

            def receiver(sender, question, signal, name=name, **kwargs):
                told.append((name, Question.objects.get(pk=question.pk).portal.slug))
                if fault:
                    raise fault

            receivers.append((signal, receiver))
            signal.connect(receiver)
        try:
            with django_capture_on_commit_callbacks(execute=True):
                yield told
                assert told == []
        finally:
            for signal, receiver in receivers:
                signal.disconnect(receiver)

    return listening


def test_each_verb_tells_of_itself_once_and_of_the_change(a, b, staff_a, heard):
    with heard() as told:
        mine = make_question(a, at=NOW)
    assert told == [("changed", "xa-a")]
    with heard() as told:
        receive(mine.pk, **by(staff_a.officer, a))
    assert told == [("received", "xa-a"), ("changed", "xa-a")]
    with heard() as told:
        save_draft(mine.pk, draft="x", **by(staff_a.officer, a))
    assert told == [("changed", "xa-a")]
    with heard() as told:
        forward(mine.pk, to=b, **REASON, **by(staff_a.officer, a))
    assert told == [("forwarded", "xa-b"), ("changed", "xa-b")]


def test_an_answer_and_a_removal(a, b, staff_a, heard):
    with heard() as told:
        make_question(a, at=NOW, upto="answered")
    assert [name for name, _slug in told if name != "changed"] == ["received", "answered"]
    mine = make_question(a, at=NOW)
    with heard() as told:
        remove(mine.pk, removal="violation", **REASON, **by(staff_a.officer, a))
    assert told == [("removed", "xa-a"), ("changed", "xa-a")]


def test_what_is_refused_is_not_told(a, b, staff_a, heard):
    mine = make_question(a, at=NOW, upto="received")
    with heard() as told, pytest.raises(NotDone):
        receive(mine.pk, **by(staff_a.officer, a))
    assert told == []


def test_a_receiver_that_fails_undoes_nothing(a, b, staff_a, heard, caplog):
    mine, other = make_question(a, at=NOW), make_question(b, at=NOW)
    with heard(fault=RuntimeError("search is down")) as told:
        receive(mine.pk, **by(staff_a.officer, a))
    assert len(told) == 2 and fresh(mine).stage == "received" and fresh(other).stage == "sent"
    assert "search is down" in caplog.text
