"""Figures of questions: of a period, as they stood at the end of a day, at the portal that held them then."""

import io
import json
from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cms.questions.models import Question
from cms.questions.queries import FiguresDoNotAddUp, QuestionFigures, Removed, Span, figures, figures_by_portal
from tenants.models import Portal
from tests.questions.importing import ANSWERED, FORWARDED, REMOVED, bring, row

YEAR = Span(date(2024, 1, 1), date(2024, 12, 31))


def count(*portals, as_of=date(2024, 5, 31), period=YEAR):
    return figures(portals=portals, period=period, as_of=as_of)


@pytest.fixture
def mixed(db):
    """Five questions to the first commune: answered, late, removed, waiting and forwarded to the second; one there."""
    late = {**ANSWERED, "answered_at": "2024-02-20T09:00:00+07:00"}
    bring(
        row(code="1", **ANSWERED, topic="đất đai"),
        row(code="2", **late, topic="đất đai"),
        row(code="3", **REMOVED),
        row(code="4"),
        row(code="5", **FORWARDED),
        row(code="6", portal="xa-b", **{**ANSWERED, "signer_title": "Chuyên viên"}),
    )


def test_each_is_counted_once_where_it_is_held(a, b, mixed):
    mine, theirs = count(a), count(b)
    assert mine == QuestionFigures(
        received=4, eligible=3, answered=2, on_time=1, late=1, waiting=1, waiting_overdue=1,
        removed=Removed(total=1, duplicate=1), by_topic={"": 2, "đất đai": 2}, imported=4,
    )  # fmt: skip
    assert (theirs.received, theirs.waiting, theirs.wrong_title) == (2, 1, 1)
    assert count(a, b).received == 6
    assert figures_by_portal(portals=[a, b], period=YEAR, as_of=date(2024, 5, 31)) == {"xa-a": mine, "xa-b": theirs}


def test_what_happened_later_is_not_known_yet(a, b, mixed):
    """On 2 January all were only asked; on the 4th one had been forwarded, nothing answered or removed."""
    assert count(a, as_of=date(2024, 1, 2)) == QuestionFigures(
        received=5, eligible=5, waiting=5, by_topic={"": 3, "đất đai": 2}, imported=5
    )
    assert (count(a, as_of=date(2024, 1, 4)).received, count(b, as_of=date(2024, 1, 4)).received) == (4, 2)
    assert count(a, as_of=date(2024, 1, 1)) == count(b, as_of=date(2024, 1, 1)) == QuestionFigures()


def test_a_question_is_overdue_the_day_after_its_deadline(a, b):
    bring(row(), row(code="B", portal="xa-b", asked_at="2024-01-03T09:00:00+07:00"))
    overdue = [count(a, as_of=date(2024, 1, day)).waiting_overdue for day in (22, 23, 24)]
    assert overdue == [0, 0, 1] and count(b, as_of=date(2024, 1, 24)).waiting_overdue == 0


def test_an_extension_moves_the_deadline(a, b):
    longer = {"extended_to": "2024-02-07", "extension_reason": "Chờ Sở trả lời."}
    on_the_last_day = {**ANSWERED, "answered_at": "2024-02-07T16:00:00+07:00"}
    bring(row(**longer, **on_the_last_day), row(code="B", portal="xa-b", **on_the_last_day))
    assert (count(a).on_time, count(a).late, count(b).on_time, count(b).late) == (1, 0, 0, 1)


def test_the_period_is_of_the_day_of_asking_in_local_time(a, b):
    bring(
        row(asked_at="2023-12-31T17:30:00+00:00"), row(code="B", portal="xa-b", asked_at="2023-12-31T16:30:00+00:00")
    )
    assert (count(a).received, count(b).received) == (
        1,
        0,
    )  # half past midnight on 1 January, half past 23 on the 31st


def test_figures_that_do_not_add_up_are_never_told():
    with pytest.raises(FiguresDoNotAddUp):
        QuestionFigures(received=86, eligible=86, answered=69, on_time=69, waiting=11)


def _say(*arguments):
    out = io.StringIO()
    call_command("question_figures", "--from", "2024-01-01", "--to", "2024-12-31", *arguments, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_the_command_prints_the_agreed_shape(a, b, mixed):
    told = _say("--as-of", "2024-05-31", "--group", "commune")
    assert told == {
        "from": "2024-01-01", "to": "2024-12-31", "as_of": "2024-05-31", "portals": 2, "received": 6, "eligible": 5,
        "answered": 3, "on_time": 2, "late": 1, "waiting": 2, "waiting_overdue": 2,
        "removed": {"total": 1, "violation": 0, "duplicate": 1, "referred": 0}, "wrong_title": 1,
        "by_topic": {"": 4, "đất đai": 2}, "imported": 6,
    }  # fmt: skip
    assert _say("--as-of", "2024-05-31", "--portal", "xa-b")["received"] == 2


def test_the_command_refuses_a_portal_that_is_not_there(a, b):
    with pytest.raises(CommandError, match="xa-zzz"):
        _say("--as-of", "2024-05-31", "--portal", "xa-zzz")


def test_ten_thousand_or_ten_cost_the_same_number_of_queries(a, b, django_assert_max_num_queries):
    bring(*[row(code=f"{number}", **ANSWERED) for number in range(30)], row(code="B", portal="xa-b"))
    with django_assert_max_num_queries(9):
        assert count(a).received == 30
    assert Question._base_manager.count() == 31


TIMES = st.dates(date(2024, 1, 2), date(2024, 4, 30))


class Identities(TestCase):
    """Whatever is imported, for any portal, period and day the sums hold, and portals add up to their group."""

    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(
            st.tuples(st.sampled_from(["xa-a", "xa-b"]), TIMES, st.integers(0, 40), st.integers(0, 4)), max_size=8
        )
    )
    def test_sums(self, cases):
        bring(*[_case(number, *case) for number, case in enumerate(cases)])
        portals = list(Portal.objects.filter(slug__in=["xa-a", "xa-b"]))
        for as_of in (date(2024, 1, 15), date(2024, 3, 1), date(2024, 5, 31)):
            parts = [figures(portals=[portal], period=YEAR, as_of=as_of) for portal in portals]
            whole = figures(portals=portals, period=YEAR, as_of=as_of)
            assert whole.received == sum(part.received for part in parts)
            assert whole.waiting == sum(part.waiting for part in parts)
            assert whole.received == len([case for case in cases if case[1] <= as_of])


def _case(number, portal, asked, days, what):
    later = f"{asked + timedelta(days=days)}T10:00:00+07:00"
    other = "xa-b" if portal == "xa-a" else "xa-a"
    more = [
        {},
        {**ANSWERED, "answered_at": later},
        {**REMOVED, "removed_at": later},
        {"forwarded_to": other, "forwarded_at": later},
        {"extended_to": f"{asked + timedelta(days=days)}", "extension_reason": "Chờ ý kiến."},
    ][what]
    return row(code=f"P{number}", portal=portal, asked_at=f"{asked}T08:00:00+07:00", **more)
