"""Questions of the demonstration: the quarter that was, and a case of every stage wherever there are people to act."""

from collections import Counter
from datetime import date

import pytest
from django.utils import timezone

from cms.questions.history import faults
from cms.questions.models import AnswerTemplate, CaseMail, Delegation, Question, QuestionKind, Stage
from cms.questions.queries import Span, figures
from cms.questions.signing import signers_of
from demo.accounts import SIGNING_UNITS, UNITS
from demo.loading.questions.stories import STORIES
from demo.loading.reading import read_yaml
from tenants.models import Group, Membership, Portal, Role
from tenants.scoping import platform_scope, portal_scope

pytestmark = pytest.mark.django_db
ANSWERING = [*UNITS, *SIGNING_UNITS]


def live():
    return Question.objects.filter(imported=False)


def test_one_portal_of_each_group_has_cases_in_work_and_answered(small):
    with platform_scope():
        groups = Counter(live().values_list("portal__group", flat=True))
        assert set(groups) == set(Group.values)
        for slug in ANSWERING:
            stages = set(live().filter(portal__slug=slug).values_list("stage", flat=True))
            assert {Stage.SENT, Stage.RECEIVED, Stage.EXTENDED, Stage.SUBMITTED, Stage.ANSWERED} <= stages
        assert live().filter(stage=Stage.FORWARDED).exists() and live().exclude(removal="").exists()
        assert live().filter(is_split=True).count() == 1 and live().exclude(stands_since=None).count() >= 5
        assert live().filter(due_on__lt=timezone.localdate(), stage=Stage.RECEIVED).count() >= 4


def test_every_story_is_told_somewhere():
    told = {row["story"] for rows in read_yaml("content/questions.yaml").values() for row in rows}
    assert told == set(STORIES)


def test_no_case_is_of_a_day_to_come_and_every_chain_holds(small):
    now = timezone.now()
    with platform_scope():
        for question in live().prefetch_related("events"):
            events = sorted(question.events.all(), key=lambda event: event.number)
            assert list(faults(question.code, events)) == []
            assert max(event.at for event in events) <= now and question.asked_at <= now


def test_every_head_who_answers_can_sign_today_and_under_the_right_title(small):
    kind = QuestionKind.objects.get(code="hoi-dap")
    for slug in ANSWERING:
        portal = Portal.objects.get(slug=slug)
        with platform_scope():
            head = Membership.objects.get(portal=portal, role=Role.HEAD).user
            signers = signers_of(head, portal=portal, kind=kind, day=timezone.localdate())
            assert [signer.form for signer in signers] == [""], slug
    with platform_scope():
        period = Span(date(2026, 1, 1), timezone.localdate())
        signed = figures(portals=list(Portal.objects.all()), period=period, as_of=timezone.localdate())
        assert signed.wrong_title == 0 and signed.answered >= 8 and signed.late == 1


def test_templates_and_delegations_are_each_units_own(small):
    for slug in ANSWERING:
        with portal_scope([Portal.objects.get(slug=slug)]):
            assert AnswerTemplate.objects.count() == 3 and Delegation.objects.count() <= 1
    with platform_scope():
        assert Delegation.objects.count() >= 4


def test_nobody_is_written_to_and_no_asker_is_real(small):
    with platform_scope():
        assert not CaseMail.objects.exists()
        askers = [question.asker for question in live().select_related("asker")]
    assert all(asker.phone.startswith("0000 000") and "minh họa" in asker.name for asker in askers)


def test_the_quarter_is_there_as_far_as_its_portals_are(small):
    with platform_scope():
        imported = Question.objects.filter(imported=True)
        assert imported.count() > 0 and all(question.code.startswith("MINHHOA-2024Q1-") for question in imported)
        assert set(imported.values_list("portal__slug", flat=True)) <= set(
            Portal.objects.values_list("slug", flat=True)
        )
