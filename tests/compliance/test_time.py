"""A year of one portal, seen from different moments. What counts is when a thing happened, not when one asks."""

from datetime import date

import pytest

from compliance.exchange import portal_as_json
from compliance.periods import end_of_day
from compliance.queries import run_scores
from tests.factories import make_article, make_post

from .making import at
from .planting import (
    BIOGRAPHY,
    judged,
    plant_contact,
    plant_documents,
    plant_everything,
    plant_focal,
    plant_introduction,
    plant_leader,
    plant_news,
    plant_unit,
    scored,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(department, a):
    """The department's first quarter; its neighbour does everything on the first day already."""
    plant_unit(department)
    plant_introduction(department, day=(1, 15), reviewed_on=None)
    plant_contact(department, day=(1, 22))
    plant_leader(department, "Giám Đốc Cũ", from_date=date(2020, 1, 1), to_date=date(2024, 1, 31))
    plant_leader(department, "Giám Đốc Mới", from_date=date(2024, 2, 1), biography="")
    plant_focal(department, from_date=date(2024, 2, 5), confirmed_on=None)
    plant_news(department, weeks=[1, 2, 3, 6, 7, 8, 12])
    plant_documents(department, 1, day=(2, 19), issue_date=date(2024, 2, 15))
    plant_everything(a)
    return department


def seen_on(portal, other, criterion, day):
    return judged("info_gov_A", criterion, portal, other, as_of=end_of_day(date(2024, *day)))


@pytest.mark.parametrize(
    ("day", "introduction", "contact", "leaders", "news", "documents"),
    [
        # day, G01 of 3, G03 of 2, G02 of 3, G16 active weeks, G05 of 5
        ((1, 7), 0, 0, 3, 1, 0),
        ((1, 15), 2.0, 0, 3, 2, 0),
        ((1, 22), 2.0, 1, 3, 3, 0),
        ((1, 31), 2.0, 1, 3, 3, 0),
        ((2, 1), 2.0, 1, 0, 3, 0),  # the new director has no biography
        ((2, 5), 2.0, 2, 0, 3, 0),  # the focal official is appointed
        ((2, 19), 2.0, 2, 0, 5, 5),  # the week's article comes on Wednesday
        ((3, 22), 2.0, 2, 0, 7, 5),
    ],
)
def test_the_quarter_as_it_went(year, a, day, introduction, contact, leaders, news, documents):
    # the chart counts, so does the unit of the register, which has no dates
    assert seen_on(year, a, "G01", day)[0] == (3 if introduction else 0)
    assert seen_on(year, a, "G03", day)[0] == contact
    assert seen_on(year, a, "G02", day)[0] == leaders
    assert seen_on(year, a, "G16", day)[1] == news
    assert seen_on(year, a, "G05", day)[0] == documents


@pytest.mark.parametrize(
    ("day", "weeks"), [((1, 1), 1), ((1, 7), 1), ((1, 8), 2), ((2, 29), 9), ((3, 22), 12), ((3, 31), 12)]
)
def test_weeks_so_far_stop_growing_at_the_cut_off(year, a, day, weeks):
    assert seen_on(year, a, "G16", day)[2] == weeks


@pytest.mark.parametrize(("day", "earns"), [((2, 14), True), ((3, 15), True), ((3, 16), False), ((3, 22), False)])
def test_a_silent_month_costs_the_points(department, a, day, earns):
    """The last article came on 14 February: 30 days later is 15 March."""
    plant_news(department, weeks=range(1, 8))
    plant_news(a)
    assert (seen_on(department, a, "G16", day)[0] > 0) is earns


def test_the_next_article_brings_them_back(department, a):
    plant_news(department, weeks=range(1, 8))
    plant_news(a)
    make_article(department, "Trở lại", at=at((3, 18)))
    assert seen_on(department, a, "G16", (3, 17))[0] == 0
    assert seen_on(department, a, "G16", (3, 18))[:3] == (3, 8, 12)  # 8/12 of 5 = 3.33


# --- recomputing ------------------------------------------------------------------------------------------
def everything(portal, *others, **values):
    run = scored(portal, *others, **values)
    return portal_as_json(next(score for score in run_scores(run) if score.portal == portal))


def test_a_past_cut_off_gives_the_same_after_a_year_of_later_work(year, a):
    before = everything(year, a)
    plant_news(year, weeks=range(14, 50), title="Về sau")
    plant_documents(year, 3, day=(8, 7), abstract="", issue_date=date(2024, 1, 2))
    make_post(year, "Phó Giám Đốc", from_date=date(2024, 7, 1), biography=BIOGRAPHY)
    make_article(year, "test", at=at((9, 9)))
    assert everything(year, a) == before


def test_a_moment_before_the_cut_off_gives_the_same_after_the_quarter_went_on(department, a):
    plant_news(department, weeks=[1, 2])
    plant_everything(a)
    early = end_of_day(date(2024, 1, 14))
    before = everything(department, a, as_of=early)
    plant_news(department, weeks=range(3, 13), title="Thêm")
    plant_documents(department, 2)
    plant_contact(department, day=(2, 1))
    assert everything(department, a, as_of=early) == before


def test_what_the_ledger_says_stays_even_where_facts_are_gone(department, a):
    """A page unpublished by hand can no longer be seen, but what it once earned stands in the ledger."""
    page = plant_contact(department)
    plant_contact(a)
    run = scored(department, a)
    page.unpublish()
    again = scored(department, a)

    def contact_points(found):
        score = next(score for score in run_scores(found) if score.portal == department)
        return next(line.entry.score for line in score.packs[0].lines if line.criterion.code == "G03")

    assert (contact_points(run), contact_points(again)) == (1, 0)


@pytest.mark.parametrize(
    ("period", "as_of", "weeks", "active"),
    [
        ("2023-Q4", date(2023, 12, 31), 14, 1),
        ("2024-Q1", date(2024, 3, 22), 12, 12),
        ("2024-Q2", date(2024, 4, 7), 1, 0),
    ],
)
def test_each_quarter_counts_its_own(department, a, period, as_of, weeks, active):
    make_article(department, "Cuối năm", at=at(date(2023, 12, 30)))
    plant_news(department)
    plant_news(a, weeks=range(-5, 20))
    run = scored(department, a, period=period, as_of=end_of_day(as_of))
    score = next(score for score in run_scores(run) if score.portal == department)
    entry = next(line.entry for line in score.packs[0].lines if line.criterion.code == "G16")
    assert (entry.denominator, entry.numerator) == (weeks, active)
