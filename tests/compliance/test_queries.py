"""What screens and exports read: always the newest sheet of the period, portal by portal."""

from datetime import date

import pytest

from compliance.models import LedgerEntry
from compliance.periods import find_period
from compliance.queries import entry_with_evidence, last_activity, portal_score, run_scores, scoreboard
from tenants.scoping import portal_scope
from tests.factories import make_article, make_portal

from .making import at
from .planting import Q1, plant_everything, plant_news, scored

pytestmark = pytest.mark.django_db


def board(*portals, period=Q1):
    return scoreboard(portals, period=find_period(period))


def test_the_board_keeps_the_order_it_was_asked_in(a, b, department):
    scored(a, b, department)
    assert [score.portal.slug for score in board(department, b, a)] == ["so-a", "xa-b", "xa-a"]


def test_points_maximum_and_percent_of_each_pack(department, a):
    plant_everything(department)
    plant_news(a)
    scored(department, a)
    packs = {pack.pack.code: pack for pack in portal_score(department, period=find_period(Q1)).packs}
    first = packs["info_gov_A"]
    assert (first.score, first.pack.max, round(first.percent, 2)) == (23, 55, 41.82)
    # measured: G01 3, G02 3, G03 2, G04 2, G05 5, G16 5, G17 2, G18 1, G20 1
    assert (first.measured_max, first.unmeasured_max) == (24, 31)
    assert (packs["qna"].score, packs["qna"].measured_max, packs["qna"].unmeasured_max) == (0, 0, 18)


def test_components_keep_their_packs_together(department, a):
    scored(department, a)
    score = portal_score(department, period=find_period(Q1))
    assert [pack.pack.code for pack in score.of_component("information")] == ["info_gov_A", "info_gov_B"]
    assert [pack.pack.code for pack in score.of_component("questions")] == ["qna"]
    assert score.pack("online_services").pack.component == "online_services"
    assert score.pack("info_party") is None


def test_a_portal_that_was_not_scored_has_no_run(a, b):
    scored(a)
    assert [(score.run is None, score.packs == ()) for score in board(a, b)] == [(False, False), (True, True)]


def test_a_period_nobody_scored_is_empty(a, b):
    scored(a, b)
    assert [score.run for score in board(a, b, period="2024-Q2")] == [None, None]


def test_the_last_scoring_of_the_same_moment_is_shown(a, b):
    scored(a, b)
    plant_news(a)
    second = scored(a)
    mine, theirs = board(a, b)
    assert mine.run == second
    assert (mine.packs[0].score, theirs.packs[0].score, theirs.run == second) == (4, 0, False)


def test_a_look_into_the_past_does_not_replace_the_present(a, b):
    newest = scored(a, b)
    scored(a, b, as_of=at((2, 1)))
    assert board(a)[0].run == newest


def test_a_score_as_of_a_later_moment_is_not_the_periods(a, b):
    newest = scored(a, b)
    scored(a, b, as_of=at((4, 30)))
    assert board(a)[0].run == newest


def test_lines_stand_in_the_order_of_the_pack_and_know_what_is_missing(department, a):
    plant_news(department)
    scored(department, a)
    pack = portal_score(department, period=find_period(Q1)).packs[0]
    assert [line.criterion.code for line in pack.lines[:4]] == ["G01", "G02", "G03", "G04"]
    missing = {line.criterion.code: line.missing for line in pack.lines}
    assert (missing["G01"], missing["G16"], missing["G21"]) == (3, 0, 0)  # G21 is not measured


def test_a_run_is_read_back_whole(a, b, province):
    run = scored(b, a, province)
    assert [(score.portal.slug, len(score.packs)) for score in run_scores(run)] == [
        ("tinh", 0),
        ("xa-a", 1),
        ("xa-b", 1),
    ]


# --- last activity ----------------------------------------------------------------------------------
def test_last_activity_is_the_newest_public_page_up_to_the_moment(a, b):
    make_article(a, "Cũ", at=at((1, 5)))
    make_article(a, "Mới", at=at((3, 5)))
    make_article(a, "Nháp", live=False)
    make_article(a, "Sau ngày chốt", at=at((4, 5)))
    make_article(b, "Của B", at=at((3, 20)))
    assert last_activity([a, b], until=find_period(Q1).cutoff) == {a.pk: at((3, 5)), b.pk: at((3, 20))}


def test_being_provisioned_is_no_activity(a, b):
    make_article(b, "Của B", at=at((3, 20)))
    assert a.pk not in last_activity([a, b], until=at(date(2030, 1, 1)))


# --- evidence ---------------------------------------------------------------------------------------
def entry(portal, pack="info_commune", criterion="C17", period=Q1):
    return entry_with_evidence(portal, period=find_period(period), pack=pack, criterion=criterion)


def test_the_evidence_of_the_newest_sheet(a, b):
    plant_news(b)
    scored(a, b)
    plant_news(a, weeks=[12])
    run = scored(a, b)
    found = entry(a)
    assert (found.sheet.run, [item["title"] for item in found.evidence.items]) == (run, ["Tin tuần 12"])


@pytest.mark.parametrize("wanted", [{"pack": "info_party"}, {"criterion": "C99"}, {"period": "2024-Q2"}])
def test_what_was_never_scored_has_no_evidence(a, b, wanted):
    scored(a, b)
    assert entry(a, **wanted) is None


def test_points_are_halves(a, b):
    scored(a, b)
    with portal_scope([a]):
        row = LedgerEntry.objects.filter(criterion="C17").get()
    row.half_points = 7
    assert (row.score, row.max, str(row)) == (3.5, 4, "info_commune C17: 3.5/4")


# --- cost -------------------------------------------------------------------------------------------
def test_a_board_of_thirty_portals_costs_the_queries_of_two(a, b, django_assert_num_queries):
    many = [a, b, *(make_portal(f"xa-{number}") for number in range(28))]
    scored(*many)
    period = find_period(Q1)
    for portals in ([a, b], many):
        with django_assert_num_queries(4):
            assert len(scoreboard(portals, period=period)) == len(portals)
