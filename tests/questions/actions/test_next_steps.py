"""Screens offer what the verbs do: whatever is offered is done, whatever is not offered is refused."""

from datetime import date

import pytest

from cms.questions import actions
from tenants.scoping import platform_scope
from tests.factories.pages import local
from tests.factories.questions import fresh, make_question
from tests.questions.actions.case import LATER, NOW, REASON, by

SIGNING = {"sign", "send_draft_back"}
TELLS = {
    "receive": lambda a, b, to: {},
    "forward": lambda a, b, to: {"to": b, **REASON},
    "send_back_to_sender": lambda a, b, to: REASON,
    "extend": lambda a, b, to: {"to": to, **REASON},
    "ask_back": lambda a, b, to: {"text": "Đâu?"},
    "resume": lambda a, b, to: REASON,
    "split": lambda a, b, to: {"parts": [(a, "Một"), (b, "Hai")], **REASON},
    "remove": lambda a, b, to: {"removal": "duplicate", **REASON},
    "restore": lambda a, b, to: REASON,
    "save_draft": lambda a, b, to: {"draft": "x", "visibility": "private"},
    "submit": lambda a, b, to: {"masked": True},
    "correct": lambda a, b, to: {"masked": True},
    "send_draft_back": lambda a, b, to: REASON,
    "sign": lambda a, b, to: {},
    "set_visibility": lambda a, b, to: {"visibility": "hidden", **REASON},
}
BY_ASKER = {"clarify": {"text": "Đây."}, "reopen": {"text": "Nữa?"}, "rate": {"stars": 5}}


def sent(a, b, staff):
    return make_question(a, at=NOW)


def received(a, b, staff):
    return make_question(a, at=NOW, upto="received")


def drafted(a, b, staff):
    mine = received(a, b, staff)
    return actions.save_draft(mine.pk, draft="x", **by(staff.officer, a))


def got(a, b, staff):
    theirs = make_question(b, at=NOW)
    return actions.forward(theirs.pk, to=a, **REASON, **by(staff.officer, b))


def extended(a, b, staff):
    return actions.extend(received(a, b, staff).pk, to=date(2026, 3, 31), **REASON, **by(staff.officer, a))


def standing(a, b, staff):
    mine = drafted(a, b, staff)
    return actions.ask_back(mine.pk, text="Đâu?", **by(staff.officer, a))


def submitted(a, b, staff):
    return make_question(a, at=NOW, upto="submitted")


def answered(a, b, staff):
    return make_question(a, at=NOW, upto="answered")


def correcting(a, b, staff):
    mine = answered(a, b, staff)
    return actions.save_draft(mine.pk, draft="y", **by(staff.officer, a))


def corrected(a, b, staff):
    return actions.correct(correcting(a, b, staff).pk, masked=True, **by(staff.officer, a))


def asked_again(a, b, staff):
    mine = answered(a, b, staff)
    actions.reopen(mine, text="Nữa?", now=LATER)
    return mine


def signed_again(a, b, staff):
    mine = asked_again(a, b, staff)
    actions.save_draft(mine.pk, draft="y", **by(staff.officer, a))
    return actions.submit(mine.pk, masked=True, **by(staff.officer, a))


def removed(a, b, staff):
    return actions.remove(received(a, b, staff).pk, removal="duplicate", **REASON, **by(staff.officer, a))


def whole(a, b, staff):
    mine = received(a, b, staff)
    actions.split(mine.pk, parts=[(a, "Một"), (b, "Hai")], **REASON, **by(staff.officer, a))
    return mine


STATES = [
    sent, received, drafted, got, extended, standing, submitted, answered, correcting, corrected, asked_again,
    signed_again, removed, whole,
]  # fmt: skip
NEEDS_A_DRAFT = {
    sent,
    received,
    got,
    extended,
    answered,
    asked_again,
}  # offered beside the draft that is written on that screen


@pytest.mark.parametrize("bring", STATES, ids=lambda bring: bring.__name__)
@pytest.mark.django_db
def test_offered_is_done_and_not_offered_is_refused(a, b, staff_a, bring):
    with platform_scope():
        offered = actions.next_steps(fresh(bring(a, b, staff_a)), today=LATER.date())
    assert offered <= {*TELLS, *BY_ASKER}
    for name in [*TELLS, *BY_ASKER]:
        question = bring(a, b, staff_a)
        done = _try(name, fresh(question), a, b, staff_a)
        if name in ("submit", "correct") and bring in NEEDS_A_DRAFT:
            assert not done
        elif name != "correct":  # "submit" under the name it has for an answered case
            assert done is (name in offered), name


def _try(name, question, a, b, staff):
    try:
        if name in BY_ASKER:
            getattr(actions, name)(question, now=LATER, **BY_ASKER[name])
        else:
            person = staff.head if name in SIGNING else staff.officer
            to = date(2026, 4, 2)
            getattr(actions, name)(question.pk, **TELLS[name](a, b, to), **by(person, a))
    except actions.NotDone:
        return False
    return True


def test_overdue_cases_are_not_extended_and_old_answers_not_opened_again(a, b, staff_a):
    late, old = received(a, b, staff_a), answered(a, b, staff_a)
    with platform_scope():
        assert "extend" not in actions.next_steps(fresh(late), today=local(2026, 3, 25).date())
        assert "reopen" not in actions.next_steps(fresh(old), today=local(2026, 3, 19).date())


@pytest.mark.parametrize("bring", [received, answered], ids=lambda bring: bring.__name__)
def test_it_costs_few_queries(a, b, staff_a, bring, django_assert_max_num_queries):
    question = fresh(bring(a, b, staff_a))
    with platform_scope(), django_assert_max_num_queries(3):
        actions.next_steps(question, today=LATER.date())
