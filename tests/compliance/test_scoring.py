"""Scoring whole portals: hand-computed points, and nothing of another portal in them."""

from datetime import date, timedelta

import pytest

from cms.pages.models import PortalPage
from compliance.actions import is_scored
from compliance.facts import PlatformFact, gather
from compliance.models import LedgerEntry, Period, ScoreSheet, ScoringRun
from compliance.periods import PeriodNotBegun, find_period, window_of
from compliance.queries import run_scores
from tenants.models import Portal, State
from tenants.scoping import platform_scope
from tests.factories import make_article, make_portal, make_user

from .making import EVERYTHING, a_window, at
from .planting import (
    Q1,
    plant_contact,
    plant_documents,
    plant_everything,
    plant_focal,
    plant_introduction,
    plant_leader,
    plant_news,
    plant_unit,
    points_of,
    scored,
)

pytestmark = pytest.mark.django_db


def measured(points, *codes):
    return {code: points[code] for code in codes}


def test_a_commune_that_does_what_it_can(a, b):
    plant_everything(a)
    points = points_of(scored(a, b), a)
    assert measured(points, "C02", "C17", "C18") == {"C02": 4, "C17": 4, "C18": 0}  # mandatory sections are empty
    assert sum(points.values()) == 8


def test_a_department_that_does_what_it_can(department, a):
    plant_everything(department)
    plant_leader(a)
    points = points_of(scored(department, a), department)
    assert measured(points, "G01", "G02", "G03", "G04", "G05", "G16", "G17", "G18", "G20") == {
        "G01": 3, "G02": 3, "G03": 2, "G04": 2, "G05": 5, "G16": 5, "G17": 2, "G18": 0, "G20": 1,
    }  # fmt: skip
    assert sum(points.values()) == 23


def test_a_party_body_that_does_what_it_can(b):
    party = make_portal("ban-dang", level="department", group="party", scale="party", scored_by="province")
    plant_everything(party)
    plant_everything(b)
    points = points_of(scored(party, b), party)
    assert measured(points, "P01", "P02", "P03", "P04", "P05", "P12") == {
        "P01": 8, "P02": 6, "P03": 4, "P04": 15, "P05": 12, "P12": 2,  # 12 items of 30: 12 + 3.2
    }  # fmt: skip


def test_an_empty_portal_scores_only_what_the_system_itself_gives(a, b):
    plant_everything(b)
    assert {code: score for code, score in points_of(scored(a, b), a).items() if score} == {}


def test_the_other_pack_of_a_department_measures_the_same_facts(department, a):
    plant_everything(department)
    plant_everything(a)
    found = next(score for score in run_scores(scored(department, a)) if score.portal == department)
    statutory = found.pack("info_gov_B")
    assert {line.criterion.code: line.entry.score for line in statutory.lines if line.entry.score} == {
        "G01": 3, "G02": 2, "G03": 2, "G04": 2, "G05": 5, "G16": 4, "G17": 2, "G20": 1,
    }  # fmt: skip


PLANTERS = [plant_introduction, plant_contact, plant_unit, plant_leader, plant_focal, plant_news, plant_documents]


@pytest.mark.parametrize("plant", PLANTERS, ids=lambda plant: plant.__name__)
def test_nothing_planted_in_another_portal_changes_a_score(a, b, department, plant):
    before = points_of(scored(a, department), a), points_of(scored(a, department), department)
    plant(b)
    run = scored(a, b, department)
    assert (points_of(run, a), points_of(run, department)) == before


def test_another_portals_faults_take_no_points_away(department, b):
    plant_everything(department)
    before = points_of(scored(department), department)
    make_article(b, "test", at=at((2, 1)))
    plant_leader(b, biography="", duties="")
    plant_focal(b, email="", confirmed_on=None)
    plant_documents(b, day=(3, 20), abstract="", issue_date=date(2024, 1, 2))
    assert points_of(scored(department, b), department) == before


def test_a_portal_scored_alone_and_among_others_gets_the_same(a, b, department):
    plant_everything(department)
    plant_news(a, weeks=[1, 2])
    plant_news(b)
    assert points_of(scored(department), department) == points_of(scored(a, b, department), department)


# --- time -----------------------------------------------------------------------------------------
def test_a_past_moment_is_scored_as_it_was(department, a):
    plant_news(department)
    plant_news(a)
    at_the_end_of_week_two = points_of(scored(department, a, as_of=at((1, 14), hour=23)), department)
    assert at_the_end_of_week_two["G16"] == 5  # two active weeks of two
    assert points_of(scored(department, a), department)["G16"] == 5


def test_what_comes_after_the_cut_off_does_not_count_for_the_period(department, a):
    plant_news(department, weeks=[12])
    before = points_of(scored(department, a), department)["G16"]
    make_article(department, "Sau ngày chốt", at=at((3, 25)))
    assert points_of(scored(department, a, as_of=at((3, 31), hour=23)), department)["G16"] == before


def test_later_rows_do_not_change_a_past_score(department, a):
    """Recomputing the quarter after later posts gives the same number."""
    plant_everything(department)
    before = points_of(scored(department, a), department)
    plant_news(department, weeks=range(14, 30), title="Về sau")
    plant_documents(department, day=(6, 5), abstract="")
    plant_leader(department, "Người mới", from_date=date(2024, 6, 1), biography="")
    assert points_of(scored(department, a), department) == before


def test_a_period_that_has_not_begun_cannot_be_scored(a, b):
    with pytest.raises(PeriodNotBegun, match="2024-Q1 begins on 2024-01-01"):
        scored(a, b, as_of=at(date(2023, 12, 31)))
    assert ScoringRun.objects.count() == 0


# --- who is scored ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("values", "is_in"),
    [
        ({"state": State.ACTIVE}, True),
        ({"state": State.BUILDING}, False),
        ({"state": State.SUSPENDED}, False),
        ({"state": State.CLOSED}, False),
        ({"state": State.ACTIVE, "opened_on": date(2024, 3, 22)}, True),
        ({"state": State.ACTIVE, "opened_on": date(2024, 3, 23)}, False),
    ],
)
def test_portals_under_construction_and_not_yet_open_are_left_out(values, is_in):
    assert is_scored(Portal(**values), a_window()) is is_in


def test_a_portal_without_a_scale_gets_a_sheet_without_packs(province, a):
    run = scored(province, a)
    found = {score.portal.slug: [pack.pack.code for pack in score.packs] for score in run_scores(run)}
    assert found == {"tinh": [], "xa-a": ["info_commune"]}


def test_a_run_says_what_was_asked_and_by_whom(a, b):
    officer = make_user("van-phong@tinh.example")
    run = scored(a, b, by=officer)
    period = Period.objects.get()
    assert (run.period, run.as_of, run.by) == (period, period.cutoff, officer)
    assert (run.first_day, run.counted_until) == (date(2024, 1, 1), period.cutoff)
    assert (period.code, period.starts, period.ends) == (Q1, date(2024, 1, 1), date(2024, 3, 31))


def test_scoring_twice_appends_a_second_sheet(a, b):
    scored(a, b)
    scored(a, b)
    with platform_scope():
        assert ScoreSheet.objects.filter(portal=a).count() == 2
        assert LedgerEntry.objects.filter(portal=a).count() == 2 * 26
    assert Period.objects.count() == 1


def test_a_scoring_that_fails_leaves_nothing_behind(a, b, monkeypatch):
    def fail(run, assessed):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("compliance.actions.write", fail)
    with pytest.raises(RuntimeError):
        scored(a, b)
    assert (ScoringRun.objects.count(), Period.objects.count()) == (0, 0)


# --- cost ------------------------------------------------------------------------------------------
def gathering(portals):
    period = find_period(Q1)
    return gather(portals, window_of(period, as_of=period.cutoff), platform=EVERYTHING)


def test_facts_of_thirty_portals_cost_the_queries_of_two(a, b, django_assert_num_queries):
    gathering([a, b])  # content types are cached from here on
    many = [a, b, *(make_portal(f"xa-{number}") for number in range(28))]
    for portals in ([a, b], many):
        with django_assert_num_queries(37):
            assert len(gathering(portals)) == len(portals)


def test_facts_need_no_open_scope_and_leave_none_open(a, b):
    plant_leader(a)
    plant_leader(b)
    assert len(gathering([a, b])[a.pk].posts) == 1


def test_what_nobody_can_tell_is_unmeasured(department, a):
    plant_everything(department)
    run = scored(department, a, platform=PlatformFact())
    found = next(score for score in run_scores(run) if score.portal == department)
    states = {line.criterion.code: line.entry.state for line in found.packs[0].lines}
    assert (states["G05"], states["G20"], states["G17"]) == ("unmeasured", "unmeasured", "measured")


def test_evidence_names_pages_that_exist(department, a):
    pages = plant_news(department, weeks=[11, 12])
    plant_news(a)
    run = scored(department, a)
    with platform_scope():
        entry = LedgerEntry.objects.get(sheet__run=run, portal=department, pack="info_gov_A", criterion="G16")
        items = entry.evidence.items
    assert [item["id"] for item in items] == [page.pk for page in pages]
    assert [item["revision"] for item in items] == [
        PortalPage.objects.get(pk=page.pk).live_revision_id for page in pages
    ]
    assert [item["at"] for item in items] == ["2024-03-13T09:00:00+07:00", "2024-03-20T09:00:00+07:00"]
    assert all(item["counted"] and item["path"].startswith("/tin-tuc/") for item in items)


def test_weeks_are_counted_in_local_time(department, a):
    """Sunday 23:30 in Lào Cai is still Sunday, though it is Sunday afternoon in UTC; Monday 00:30 is the next week."""
    sunday, monday = at((3, 17), hour=23), at((3, 18), hour=0) + timedelta(minutes=30)
    make_article(department, "Chủ nhật", at=sunday)
    make_article(department, "Thứ hai", at=monday)
    plant_news(a)
    run = scored(department, a)
    with platform_scope():
        entry = LedgerEntry.objects.get(sheet__run=run, portal=department, pack="info_gov_A", criterion="G16")
    assert (entry.numerator, entry.denominator) == (2, 12)
