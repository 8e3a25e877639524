"""A removed case is out of the count with a reason, waits for nobody, and comes back as it was."""

import pytest

from cms.questions.actions import NotDone, next_steps, remove, restore
from cms.questions.queries import Removed, Span, figures
from tenants.scoping import platform_scope
from tests.factories.pages import local
from tests.factories.questions import events_of, fresh, make_question
from tests.questions.actions.case import LATER, NOW, REASON, by, state

YEAR = Span(local(2026, 1, 1).date(), local(2026, 12, 31).date())


def counted(portal, day=LATER):
    return figures(portals=[portal], period=YEAR, as_of=day.date())


@pytest.mark.parametrize("removal", ["violation", "duplicate", "referred"])
def test_each_cause_is_counted(a, b, staff_a, removal):
    mine, other = make_question(a, at=NOW), make_question(b, at=NOW)
    remove(mine.pk, removal=removal, **REASON, **by(staff_a.officer, a))
    assert counted(a).removed == Removed(total=1, **{removal: 1}) and counted(b).removed == Removed()
    assert (counted(a).eligible, counted(a, NOW).eligible, fresh(other).removal) == (0, 1, "")
    assert (events_of(mine)[-1].detail, events_of(mine)[-1].reason) == ({"removal": removal}, REASON["reason"])
    with platform_scope():
        assert next_steps(fresh(mine), today=LATER.date()) == {"restore"}


def test_it_comes_back_where_it_was(a, b, staff_a):
    mine = make_question(a, at=NOW, upto="submitted")
    before = state(mine)
    remove(mine.pk, removal="violation", **REASON, **by(staff_a.officer, a))
    restore(mine.pk, **REASON, **by(staff_a.officer, a))
    assert state(mine) == {**before, "version": before["version"] + 2} and counted(a).waiting == 1


@pytest.mark.parametrize("removal", ["", "spam", None])
def test_without_a_known_cause_nothing_is_removed(a, b, staff_a, removal):
    mine = make_question(a, at=NOW)
    with pytest.raises(NotDone, match="Hãy chọn vì sao"):
        remove(mine.pk, removal=removal, **REASON, **by(staff_a.officer, a))
    assert fresh(mine).removal == ""


def test_an_answered_case_is_not_removed_and_nothing_removed_twice(a, b, staff_a):
    answered, mine = make_question(a, at=NOW, upto="answered"), make_question(a, at=NOW)
    told = {"removal": "duplicate", **REASON, **by(staff_a.officer, a)}
    with pytest.raises(NotDone, match="đã được trả lời"):
        remove(answered.pk, **told)
    with pytest.raises(NotDone, match="không bị loại bỏ"):
        restore(mine.pk, **REASON, **by(staff_a.officer, a))
    remove(mine.pk, **told)
    with pytest.raises(NotDone, match="khôi phục"):
        remove(mine.pk, **told)
