from datetime import date

import pytest

from compliance.packs import Criterion
from compliance.rules import UNMEASURED, judge

from .making import a_page, a_unit, a_window, an_introduction, facts, points

UNITS = (a_unit(1), a_unit(2, has_parent=True))
FLAT = (a_unit(1),)


@pytest.mark.parametrize(
    ("introductions", "units", "score", "numerator", "reasons"),
    [
        ((an_introduction(),), FLAT, 3, 3, []),
        ((an_introduction(chart=False),), UNITS, 3, 3, []),  # a tree of units is a chart
        ((an_introduction(chart=False),), FLAT, 2, 2, ["thieu_so_do_to_chuc"]),
        ((an_introduction(functions=False),), FLAT, 2, 2, ["thieu_chuc_nang_nhiem_vu"]),
        ((an_introduction(duties=False),), FLAT, 2, 2, ["thieu_chuc_nang_nhiem_vu"]),
        ((an_introduction(),), (), 2, 2, ["thieu_don_vi_truc_thuoc"]),
        ((an_introduction(duties=False, chart=False),), (), 0, 0,
         ["thieu_chuc_nang_nhiem_vu", "thieu_so_do_to_chuc", "thieu_don_vi_truc_thuoc"]),
        ((), UNITS, 0, 0, ["thieu_trang_gioi_thieu"]),
        ((an_introduction(chart=False), an_introduction()), FLAT, 3, 3, []),  # the better of two pages counts
    ],
)  # fmt: skip
def test_one_point_for_each_of_three_parts(introductions, units, score, numerator, reasons):
    found = facts(introductions=introductions, units=units)
    assert points("introduction", 3, found) == (score, numerator, 3, reasons)


@pytest.mark.parametrize(
    ("reviewed_on", "published", "score"),
    [
        (None, (2, 1), 3),
        (None, date(2023, 3, 23), 3),  # 365 days before 22 March 2024
        (None, date(2023, 3, 22), 0),  # 366 days
        (date(2023, 3, 23), date(2020, 1, 1), 3),  # the editor said so
        (date(2023, 3, 22), date(2024, 1, 5), 0),  # said so too long ago
    ],
)
def test_a_page_that_nobody_reviewed_for_a_year_earns_nothing(reviewed_on, published, score):
    found = facts(introductions=(an_introduction(day=published, reviewed_on=reviewed_on),), units=FLAT)
    given, _numerator, _denominator, reasons = points("introduction", 3, found)
    assert given == score
    assert ("gioi_thieu_qua_han_ra_soat" in reasons) is (score == 0)


def test_publishing_again_reviews_a_page_without_a_stated_day():
    intro = an_introduction(day=date(2021, 1, 1), last_published_at=a_page(1, (1, 10)).published_at)
    assert points("introduction", 3, facts(introductions=(intro,), units=FLAT))[0] == 3


def test_a_publication_after_the_moment_cannot_have_been_a_review_later_than_it():
    intro = an_introduction(day=date(2021, 1, 1), last_published_at=a_page(1, (5, 1)).published_at)
    assert points("introduction", 3, facts(introductions=(intro,), units=FLAT))[0] == 3


def test_units_of_the_body_are_evidence():
    criterion = Criterion("G01", "", "", 3, "introduction")
    result = judge(criterion, facts(introductions=(an_introduction(chart=False),), units=UNITS), a_window())
    assert [(seen.kind, seen.title, seen.counted, seen.notes) for seen in result.evidence] == [
        ("page", "Trang 1", True, ("thieu_so_do",)),
        ("unit", "Phòng 1", True, ()),
        ("unit", "Phòng 2", True, ()),
    ]


# --- history ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"introductions": (an_introduction(history=False),)}, (0, 0, 1, ["thieu_qua_trinh_hinh_thanh"])),
        ({"introductions": (an_introduction(),)}, (2, 1, 1, [])),
        ({"histories": (a_page(7),)}, (2, 1, 1, [])),
        ({}, (0, 0, 1, ["thieu_qua_trinh_hinh_thanh"])),
    ],
)
def test_a_department_tells_its_history(values, expected):
    assert points("formation", 2, facts(level="department", **values)) == expected


@pytest.mark.parametrize("level", ["province", "district", "commune"])
def test_what_a_locality_owes_instead_cannot_be_measured_yet(level):
    result = judge(Criterion("G04", "", "", 2, "formation"), facts(level=level, histories=(a_page(7),)), a_window())
    assert (result.state, result.score, result.reasons) == (UNMEASURED, 0, ("chua_do",))


# --- the Party bloc's joint criterion: 8 points, three parts of introduction and two of history ----
PARTS = [["introduction", 3], ["formation", 2]]


@pytest.mark.parametrize(
    ("intro", "units", "score", "numerator"),
    [
        (an_introduction(), FLAT, 8, 4),
        (an_introduction(history=False), FLAT, 4.5, 3),  # 3/5 of 8 = 4.8
        (an_introduction(chart=False), FLAT, 6, 3),  # 4/5 of 8 = 6.4
        (an_introduction(chart=False, history=False), (), 1.5, 1),  # 1/5 of 8 = 1.6
    ],
)
def test_introduction_and_history_together(intro, units, score, numerator):
    found = facts(level="department", introductions=(intro,), units=units)
    given, top, bottom, _reasons = points("weighted", 8, found, parts=PARTS)
    assert (given, top, bottom) == (score, numerator, 4)


def test_the_joint_criterion_is_unmeasured_where_a_part_is():
    criterion = Criterion("P01", "", "", 8, "weighted", params={"parts": PARTS})
    result = judge(criterion, facts(level="commune", introductions=(an_introduction(),), units=FLAT), a_window())
    assert (result.state, result.score) == (UNMEASURED, 0)


def test_a_joint_criterion_signs_with_the_versions_of_its_parts():
    criterion = Criterion("P01", "", "", 8, "weighted", params={"parts": PARTS})
    assert judge(criterion, facts(), a_window()).rule == "weighted/1(introduction/1,formation/1)"
