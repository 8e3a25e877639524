"""Whatever people do to cases, in whatever order: the sums hold, no deadline moves backwards, no chain breaks."""

from datetime import timedelta

from django.db import transaction
from django.test import TestCase
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from cms.questions import actions
from cms.questions.history import faults
from cms.questions.models import Question
from cms.questions.queries import Span, figures
from cms.questions.settings import Rules, working_calendar
from cms.questions.standing import clock_of, standing
from tenants.models import Portal
from tests.factories.pages import local
from tests.factories.questions import events_of, make_question, make_staff
from tests.questions.actions.case import REASON

START = local(2026, 3, 3)
SLUGS = ("xa-a", "xa-b")
CASES = st.integers(0, 9)


class Office(RuleBasedStateMachine):
    """Two portals, some cases, and a clock that only goes on."""

    def __init__(self):
        super().__init__()
        self.now, self.deadlines, self.number_asked, self.refusals = START, {}, 0, set()
        self.portals = {portal.slug: portal for portal in Portal.objects.filter(slug__in=SLUGS)}
        self.staff = {slug: Office.people[slug] for slug in SLUGS}

    @initialize()
    def begin(self):
        self.ask("xa-a")

    def cases(self):
        return list(Question._base_manager.select_related("portal", "kind").order_by("pk"))

    def case(self, number):
        cases = self.cases()
        return cases[number % len(cases)]

    def do(self, name, number, person="officer", **told):
        """The verb, by somebody of the portal that holds the case; a refusal is no fault."""
        question = self.case(number)
        staff = self.staff[question.portal.slug]
        about = {"portal": question.portal, "by": getattr(staff, person), "now": self.now}
        try:
            getattr(actions, name)(question.pk, **told, **about)
        except actions.NotDone as refusal:
            self.refusals.add(str(refusal))

    @rule(slug=st.sampled_from(SLUGS))
    def ask(self, slug):
        if self.number_asked < 4:
            self.number_asked += 1
            make_question(self.portals[slug], at=self.now)

    @rule(hours=st.sampled_from([1, 9, 26, 24 * 4, 24 * 20]))
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)

    @rule(
        number=CASES, name=st.sampled_from(["receive", "resume", "restore", "send_draft_back", "send_back_to_sender"])
    )
    def plainly(self, number, name):
        self.do(name, number, **({} if name == "receive" else REASON))

    @rule(number=CASES, to=st.sampled_from(SLUGS))
    def forward(self, number, to):
        self.do("forward", number, to=self.portals[to], **REASON)

    @rule(number=CASES, days=st.integers(-3, 25))
    def extend(self, number, days):
        self.do("extend", number, to=self.case(number).due_on + timedelta(days=days), **REASON)

    @rule(number=CASES)
    def ask_back(self, number):
        self.do("ask_back", number, text="Đâu?")

    @rule(number=CASES, removal=st.sampled_from(["violation", "duplicate", "referred"]))
    def remove(self, number, removal):
        self.do("remove", number, removal=removal, **REASON)

    @rule(number=CASES, units=st.lists(st.sampled_from(SLUGS), min_size=2, max_size=3))
    def split(self, number, units):
        if len(self.cases()) < 10:
            self.do("split", number, parts=[(self.portals[slug], f"Phần ở {slug}") for slug in units], **REASON)

    @rule(number=CASES)
    def answer(self, number):
        self.do("save_draft", number, draft="Trả lời.", visibility="private")
        self.do("submit", number)

    @rule(number=CASES)
    def sign(self, number):
        self.do("sign", number, person="head")

    @rule(number=CASES, name=st.sampled_from(["clarify", "reopen", "rate"]))
    def asker(self, number, name):
        told = {"stars": 3} if name == "rate" else {"text": "Lời người hỏi."}
        try:
            getattr(actions, name)(self.case(number), now=self.now, **told)
        except actions.NotDone as refusal:
            self.refusals.add(str(refusal))

    @invariant()
    def the_sums_hold(self):
        """QuestionFigures refuses sums that do not; here: both portals hold all that counts, and rows say the same."""
        today = timezone.localdate(self.now)
        span = Span(START.date(), today)
        counting = [case for case in self.cases() if not case.is_split]
        for portal in self.portals.values():
            found = figures(portals=[portal], period=span, as_of=today)
            mine = [case for case in counting if case.portal == portal]
            kept = [case for case in mine if not case.removal]
            assert found.received == len(mine) == found.eligible + found.removed.total
            assert found.eligible == len(kept) == found.answered + found.waiting
            assert found.answered == sum(case.stage == "answered" for case in kept)

    @invariant()
    def no_deadline_moves_backwards(self):
        for case in self.cases():
            assert case.due_on >= self.deadlines.get(case.pk, case.due_on)
            self.deadlines[case.pk] = case.due_on

    @invariant()
    def whoever_is_refused_is_told_why(self):
        assert "" not in self.refusals

    @invariant()
    def a_part_is_due_no_earlier_than_the_whole_was(self):
        cases = {case.pk: case for case in self.cases()}
        for case in cases.values():
            assert case.parent_id is None or case.due_on >= cases[case.parent_id].due_on

    @invariant()
    def rows_repeat_what_the_events_say(self):
        rules, calendar = Rules.read(), working_calendar()
        for case in self.cases():
            events = events_of(case)
            assert not list(faults(case.code, events))
            told = standing(events, as_of=timezone.localdate(self.now))
            clock = clock_of(case, events, rule=rules.on(case.kind_id, START.date()), calendar=calendar)
            assert (case.due_on, case.stands_since) == (clock.due, clock.stands_since)
            assert case.is_split or (told.holder, told.removal) == (case.portal.slug, case.removal)
            assert (told.answered_on is not None) == (case.stage == "answered")


class WhateverPeopleDo(TestCase):
    @classmethod
    def setUpTestData(cls):
        Office.people = {slug: make_staff(Portal.objects.get(slug=slug)) for slug in SLUGS}

    def test_it(self):
        run_state_machine_as_test(
            Rolled,
            settings=settings(
                max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
            ),
        )


class Rolled(Office):
    """Each run starts from no case at all."""

    def __init__(self):
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        super().__init__()

    def teardown(self):
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)
