"""Points: halves, rounded down, never outside the scale, whatever the facts."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.packs import load_packs
from compliance.rules import MEASURED, UNMEASURED, Finding, judge
from compliance.rules.result import half_points, valued

from .making import (
    a_contact,
    a_document,
    a_page,
    a_post,
    a_section,
    a_unit,
    a_window,
    an_introduction,
    facts,
)

SHARES = st.fractions(min_value=0, max_value=1)
QUARTER_DAYS = st.dates(min_value=date(2023, 10, 15), max_value=date(2024, 3, 22))


@pytest.mark.parametrize(
    ("share", "of", "halves"),
    [
        (Fraction(1), 10, 10),
        (Fraction(99, 100), 10, 9),  # 4.95 of 5 points are 4.5
        (Fraction(11, 12), 10, 9),  # 4.58 -> 4.5
        (Fraction(1, 3), 6, 2),  # exactly 1 of 3
        (Fraction(2, 3), 6, 4),  # exactly 2 of 3, which floating point would miss
        (Fraction(1, 2), 3, 1),  # 0.75 of 1.5 -> 0.5
        (Fraction(1, 100), 2, 0),
        (Fraction(0), 40, 0),
    ],
)
def test_points_are_halves_rounded_down(share, of, halves):
    assert half_points(share, of=of) == halves


@given(share=SHARES, of=st.integers(min_value=1, max_value=200))
def test_points_stay_within_the_scale_and_lose_less_than_half_a_point(share, of):
    given_points = half_points(share, of=of)
    assert 0 <= given_points <= of
    assert 0 <= share * of - given_points < 1


@given(share=SHARES)
def test_a_larger_share_never_gives_fewer_points(share):
    assert half_points(share / 2, of=40) <= half_points(share, of=40)


@pytest.mark.parametrize("share", [Fraction(-1, 10), Fraction(11, 10)])
def test_a_share_outside_the_scale_is_refused(share):
    with pytest.raises(ValueError, match="between 0 and 1"):
        Finding(share)


def test_what_is_not_measured_scores_nothing_and_says_so():
    result = valued(Finding(None, reasons=("chua_do",)), code="G21", of=2, rule="")
    assert (result.score, result.max, result.state, result.reasons) == (0, 1, UNMEASURED, ("chua_do",))


def test_a_finding_becomes_a_measured_result():
    result = valued(Finding(Fraction(3, 4), 3, 4), code="G05", of=10, rule="document_attributes/1")
    assert (result.score, result.max, result.state, result.numerator, result.denominator) == (3.5, 5, MEASURED, 3, 4)


PORTALS = st.builds(
    facts,
    level=st.sampled_from(["province", "department", "district", "commune"]),
    introductions=st.lists(
        st.builds(
            an_introduction, functions=st.booleans(), duties=st.booleans(), history=st.booleans(), chart=st.booleans()
        ),
        max_size=2,
    ).map(tuple),
    contacts=st.lists(
        st.builds(a_contact, address=st.booleans(), phone=st.booleans(), email=st.booleans()), max_size=2
    ).map(tuple),
    units=st.lists(st.builds(a_unit, st.integers(1, 9), has_parent=st.booleans()), max_size=3).map(tuple),
    posts=st.lists(
        st.builds(
            a_post,
            st.integers(1, 99),
            kind=st.sampled_from(["leader", "focal", "staff"]),
            biography_length=st.integers(0, 400),
            vouched_on=st.none() | QUARTER_DAYS,
        ),
        max_size=6,
    ).map(tuple),
    news=st.lists(st.builds(a_page, st.integers(1, 999), QUARTER_DAYS), max_size=40).map(tuple),
    documents=st.lists(
        st.builds(a_document, st.integers(1, 99), day=QUARTER_DAYS, issued=st.none() | st.just(False) | QUARTER_DAYS),
        max_size=20,
    ).map(tuple),
    sections=st.lists(st.builds(a_section, empty=st.booleans()), max_size=3).map(tuple),
    standing=st.lists(st.builds(a_page, st.integers(1, 9), QUARTER_DAYS), max_size=5).map(tuple),
)


@settings(deadline=None)
@given(found=PORTALS, ends=QUARTER_DAYS.filter(lambda day: day >= date(2024, 1, 1)))
def test_every_criterion_of_every_pack_stays_within_its_scale(found, ends):
    window = a_window(ends=ends)
    for pack in load_packs():
        results = [judge(criterion, found, window) for criterion in pack.criteria]
        assert all(0 <= result.score <= result.max and result.score * 2 == int(result.score * 2) for result in results)
        assert sum(result.score for result in results) <= pack.max
        assert all(result.score == 0 for result in results if result.state == UNMEASURED)


@settings(deadline=None)
@given(found=PORTALS)
def test_full_points_leave_no_reason_open_and_lost_points_name_one(found):
    for pack in load_packs():
        for criterion in pack.criteria:
            result = judge(criterion, found, a_window())
            if result.score < result.max:
                assert result.reasons, criterion.code
