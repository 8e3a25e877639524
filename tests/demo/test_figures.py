"""How much each portal publishes follows the quarterly report, scaled down by one factor."""

from collections import Counter
from datetime import date, timedelta

import pytest

from demo.loading.articles import plan_articles
from demo.loading.dates import CUTOFF, QUARTER_STARTS, full_day, spread, working_days
from demo.loading.documents import plan_documents
from demo.loading.places import communes_of
from demo.loading.profiles import profile_of
from demo.loading.quotas import bloc_of, inactive, quotas
from demo.loading.reading import read_portals, read_yaml
from demo.loading.staff import members_of

FIGURES = read_yaml("quotas.yaml")
FACTOR = FIGURES["scale_down"]


def items_of_blocs():
    sums = Counter()
    for slug, row in read_portals().items():
        sums[bloc_of(row)] += quotas()[slug].items
    return sums


def test_each_bloc_has_its_share_of_the_report():
    sums = items_of_blocs()
    assert {bloc: sums[bloc] for bloc in FIGURES["blocs"]} == {
        bloc: round(items / FACTOR) for bloc, items in FIGURES["blocs"].items()
    }


def test_named_units_and_the_provincial_portal_have_their_own_figures():
    expected = {slug: round(items / FACTOR) for slug, items in FIGURES["named"].items()}
    assert {slug: quotas()[slug].items for slug in expected} == expected
    assert quotas()["lao-cai"].items == round(943 / FACTOR)
    assert quotas()["lao-cai"].articles == round(692 / FACTOR)


def test_all_together_are_a_few_hundred_articles():
    assert 600 <= sum(quota.articles for quota in quotas().values()) <= 700


def test_as_many_communes_are_silent_as_the_report_counts():
    reported = FIGURES["inactive_communes"]
    silent = {district: len(inactive().intersection(communes_of(district))) for district in reported}
    assert silent == reported
    assert sum(silent.values()) == 51
    assert set(FIGURES["dead"]) <= inactive()


def test_a_silent_portal_publishes_nothing_and_a_portal_being_built_has_nobody_yet():
    assert {quotas()[slug].items for slug in inactive()} == {0}
    building = [slug for slug, row in read_portals().items() if row["status"] == "building"]
    assert len(building) == 6
    assert [members_of(slug) for slug in building] == [()] * 6


@pytest.mark.parametrize("slug", ["lao-cai", "cong-an-tinh", "thanh-pho-lao-cai", "xa-ta-phin", "huyen-si-ma-cai"])
def test_the_plan_fills_the_quota_inside_the_quarter_with_no_title_twice(slug):
    plan = plan_articles(slug)
    of_quarter = [moment for moment, _choice in plan if moment.date() >= QUARTER_STARTS]
    titles = [choice.story.title for _moment, choice in plan]
    assert len(of_quarter) == quotas()[slug].articles
    assert max(moment.date() for moment, _choice in plan) <= CUTOFF
    assert len(titles) == len(set(titles))


def test_every_portal_can_tell_as_much_as_its_quota_asks():
    short = {
        slug: quota.articles
        for slug, quota in quotas().items()
        if sum(moment.date() >= QUARTER_STARTS for moment, _choice in plan_articles(slug)) != quota.articles
    }
    assert short == {}


def test_two_portals_tell_different_stories_and_each_the_same_every_time():
    assert plan_articles("xa-ta-phin") == plan_articles("xa-ta-phin")
    first, second = ({c.story.title for _m, c in plan_articles(slug)} for slug in ("xa-ta-phin", "xa-dong-tuyen"))
    assert first.isdisjoint(second)


def test_a_careful_portal_has_whole_documents_in_time_and_a_careless_one_has_not():
    assert profile_of("thi-xa-sa-pa").timely_documents == 1.0
    careful, careless = plan_documents("thi-xa-sa-pa"), plan_documents("so-tai-chinh")
    assert [plan["gaps"] for plan in careful] == [()] * len(careful)
    assert all((plan["published"].date() - plan["issued"]) <= timedelta(days=7) for plan in careful)
    assert len(careless) == quotas()["so-tai-chinh"].documents


def test_scores_have_reasons_to_differ_among_communes_and_among_departments():
    for group in ("commune", "department"):
        slugs = [slug for slug, row in read_portals().items() if row["group"] == group]
        assert len({profile_of(slug) for slug in slugs}) >= 5


def test_days_are_spread_over_the_quarter_on_working_days_only(rng):
    days = spread(12, rng=rng)
    assert days == sorted(days) and len({day.isocalendar()[1] for day in days}) >= 10
    assert set(days) <= set(working_days(QUARTER_STARTS, CUTOFF))
    assert date(2024, 2, 12) not in working_days(QUARTER_STARTS, CUTOFF)


@pytest.mark.parametrize(("day", "shown"), [(date(2024, 2, 5), "05/02/2024"), (date(2024, 3, 8), "08/3/2024")])
def test_days_are_written_as_official_texts_write_them(day, shown):
    assert full_day(day) == shown
