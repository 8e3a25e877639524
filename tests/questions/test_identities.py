"""Whatever happened to cases: the sums hold, parts add up to the whole, and the past does not change."""

from datetime import date, timedelta

from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cms.questions.models import Question
from cms.questions.queries import (
    Span,
    figures,
    figures_by_group,
    figures_by_month,
    figures_by_portal,
    sum_of,
)
from tenants.models import Group, Portal

from .histories import PORTALS, histories, write

FIRST, LAST = date(2024, 1, 10), date(2024, 3, 20)
CASES = st.lists(histories(first=FIRST, last=LAST), max_size=6)
DAYS = st.dates(FIRST - timedelta(days=3), LAST + timedelta(days=90))
SPANS = st.tuples(st.dates(FIRST, LAST), st.integers(0, 80)).map(lambda s: Span(s[0], s[0] + timedelta(days=s[1])))


def _adds_up(found):
    assert found.received == found.eligible + found.removed.total
    assert found.eligible == found.answered + found.waiting
    assert found.answered == found.on_time + found.late
    assert found.waiting_overdue <= found.waiting and found.wrong_title <= found.answered
    assert found.received == sum(found.by_topic.values())
    assert min(found.received, found.late, found.waiting_overdue) >= 0


class Identities(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(CASES, SPANS, DAYS)
    def test_for_any_portal_group_month_and_day(self, cases, period, as_of):
        write(cases)
        portals = list(Portal.objects.filter(slug__in=PORTALS))
        asked = {"portals": portals, "period": period, "as_of": as_of}
        whole = figures(**asked)
        _adds_up(whole)
        alone = {p.slug: figures(portals=[p], period=period, as_of=as_of) for p in portals}
        assert alone == figures_by_portal(**asked)
        for parts in (alone, figures_by_group(**asked), figures_by_month(**asked)):
            for part in parts.values():
                _adds_up(part)
            assert sum_of(parts.values()) == whole
        groups = figures_by_group(**asked)
        for group in Group.values:
            of_group = [portal for portal in portals if portal.group == group]
            if of_group:
                assert groups[group] == figures(portals=of_group, period=period, as_of=as_of)

    @settings(max_examples=25, deadline=None)
    @given(CASES, DAYS)
    def test_each_question_counts_once_where_it_is_held_and_not_after_it_was_split(self, cases, as_of):
        write(cases)
        portals = list(Portal.objects.filter(slug__in=PORTALS))
        found = figures(portals=portals, period=Span(FIRST, LAST), as_of=as_of)
        there = [moves for moves in cases if moves[0][1] <= as_of]
        split = [moves for moves in there if any(kind == "split" and day <= as_of for kind, day, *_rest in moves)]
        forwarded_on = sum(_held_again(moves, as_of) for moves in split)
        assert found.received == len(there) - len(split) + forwarded_on

    @settings(max_examples=25, deadline=None)
    @given(CASES, DAYS, DAYS)
    def test_what_happens_later_changes_nothing_of_a_day_before(self, cases, one, other):
        as_of, later = sorted((one, other))
        asked = {"portals": list(Portal.objects.all()), "period": Span(FIRST, LAST), "as_of": as_of}
        with transaction.atomic():
            write([[move for move in moves if move[1] <= as_of] for moves in cases if moves[0][1] <= as_of])
            known = figures(**asked)
            transaction.set_rollback(True)
        write([moves for moves in cases if moves[0][1] <= later])
        assert figures(**asked) == known
        assert Question._base_manager.count() >= known.received


def _held_again(moves, as_of):
    """Handed on after it was split; no verb does that, but whoever does would hold it."""
    kinds = [kind for kind, day, *_rest in moves if day <= as_of]
    last_split = len(kinds) - 1 - kinds[::-1].index("split")
    return any(kind in ("forwarded", "returned") for kind in kinds[last_split:])
