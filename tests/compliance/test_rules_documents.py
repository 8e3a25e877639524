from datetime import date

import pytest

from compliance.facts import PlatformFact
from compliance.packs import Criterion
from compliance.rules import UNMEASURED, judge

from .making import a_document, a_window, facts, points


def some(complete, incomplete):
    """So many complete documents and so many without a file."""
    good = tuple(a_document(number) for number in range(complete))
    return good + tuple(a_document(1000 + number, missing=["thieu_tep"]) for number in range(incomplete))


@pytest.mark.parametrize(
    ("complete", "incomplete", "score", "reasons"),
    [
        (1, 0, 5, []),
        (20, 0, 5, []),
        (19, 1, 5, ["van_ban_thieu_thuoc_tinh"]),  # 95 % earns all points
        (18, 2, 4.5, ["van_ban_thieu_thuoc_tinh"]),  # 90 % of 5
        (94, 6, 4.5, ["van_ban_thieu_thuoc_tinh"]),  # 94 % of 5 = 4.7
        (1, 1, 2.5, ["van_ban_thieu_thuoc_tinh"]),
        (1, 10, 0, ["van_ban_thieu_thuoc_tinh"]),  # 1/11 of 5 = 0.45
        (0, 3, 0, ["van_ban_thieu_thuoc_tinh"]),
    ],
)
def test_share_of_complete_documents(complete, incomplete, score, reasons):
    found = facts(documents=some(complete, incomplete))
    assert points("document_attributes", 5, found) == (score, complete, complete + incomplete, reasons)


@pytest.mark.parametrize(
    "missing",
    [
        "thieu_hinh_thuc", "thieu_co_quan_ban_hanh", "thieu_so_ky_hieu", "thieu_ngay_ban_hanh", "thieu_ngay_hieu_luc",
        "thieu_trich_yeu", "thieu_tep",
    ],
)  # fmt: skip
def test_each_of_the_seven_attributes_and_the_file_counts(missing):
    found = facts(documents=(a_document(1), a_document(2, missing=[missing])))
    assert points("document_attributes", 5, found)[:3] == (2.5, 1, 2)


def test_no_document_in_the_period_earns_nothing():
    found = facts(documents=(a_document(1, day=date(2023, 12, 31)),))  # within 90 days, before the period
    assert points("document_attributes", 5, found) == (0, 0, 0, ["khong_co_van_ban"])


@pytest.mark.parametrize(
    ("day", "score", "reasons"),
    [((1, 1), 5, []), (date(2023, 10, 2), 0, ["khong_co_van_ban_90_ngay"])],
)
def test_no_document_in_90_days_earns_nothing(day, score, reasons):
    window = a_window(first=date(2023, 10, 1), ends=date(2024, 3, 31))  # a long period
    found = facts(documents=(a_document(1, day=day),))
    given, _complete, _all, named = points("document_attributes", 5, found, window=window)
    assert (given, named) == (score, reasons)


def test_ninety_days_are_counted_from_the_last_day():
    window = a_window(first=date(2023, 10, 1), ends=date(2024, 3, 31))
    assert points("document_attributes", 5, facts(documents=(a_document(1, day=(1, 2)),)), window=window)[0] == 5
    assert (
        points("document_attributes", 5, facts(documents=(a_document(1, day=date(2023, 12, 31)),)), window=window)[0]
        == 0
    )


def test_documents_nobody_can_search_earn_nothing():
    found = facts(documents=some(3, 0), platform=PlatformFact(search=False))
    assert points("document_attributes", 5, found) == (0, 3, 3, ["khong_co_tim_kiem"])


def test_unmeasured_while_nobody_can_tell_whether_search_answers():
    found = facts(documents=some(3, 0), platform=PlatformFact(search=None))
    assert judge(Criterion("G05", "", "", 5, "document_attributes"), found, a_window()).state == UNMEASURED


def test_the_evidence_names_what_each_document_lacks():
    result = judge(Criterion("G05", "", "", 5, "document_attributes"), facts(documents=some(1, 1)), a_window())
    assert [(seen.id, seen.counted, seen.notes) for seen in result.evidence] == [
        (0, True, ()),
        (1000, False, ("thieu_tep",)),
    ]


# --- timeliness ---------------------------------------------------------------------------------
ON_TIME = {"day": (3, 11), "issued": date(2024, 3, 4)}  # Monday to Monday: five working days
LATE = {"day": (3, 12), "issued": date(2024, 3, 4)}
UNDATED = {"day": (3, 12), "issued": False}


def mixed(on_time, late, undated=0):
    kinds = [ON_TIME] * on_time + [LATE] * late + [UNDATED] * undated
    return tuple(a_document(number, **kind) for number, kind in enumerate(kinds))


@pytest.mark.parametrize(
    ("documents", "score", "numerator", "reasons"),
    [
        (mixed(10, 0), 2, 10, []),
        (mixed(9, 1), 2, 9, ["van_ban_dang_cham"]),  # 90 %
        (mixed(8, 2), 1, 8, ["van_ban_dang_cham"]),
        (mixed(7, 3), 1, 7, ["van_ban_dang_cham"]),  # 70 %
        (mixed(6, 4), 0, 6, ["van_ban_dang_cham"]),
        (mixed(8, 1, 1), 1, 8, ["van_ban_dang_cham", "khong_ro_ngay_ban_hanh"]),
        (mixed(9, 0, 1), 2, 9, ["khong_ro_ngay_ban_hanh"]),
        (mixed(0, 0, 10), 0, 0, ["khong_ro_ngay_ban_hanh"]),
    ],
)
def test_ninety_per_cent_in_time_earn_all_seventy_half(documents, score, numerator, reasons):
    assert points("document_timeliness", 2, facts(documents=documents)) == (score, numerator, 10, reasons)


def test_only_documents_published_in_the_period_are_asked_about():
    late_last_year = a_document(1, day=date(2023, 12, 20), issued=date(2023, 1, 1))
    assert points("document_timeliness", 2, facts(documents=(late_last_year, a_document(2))))[:3] == (2, 1, 1)


def test_no_document_no_point():
    assert points("document_timeliness", 2, facts()) == (0, 0, 0, ["khong_co_van_ban"])


def test_tet_does_not_count_against_a_unit():
    across_tet = a_document(1, day=(2, 21), issued=date(2024, 2, 7))
    assert points("document_timeliness", 2, facts(documents=(across_tet,)))[0] == 2


# --- the Party bloc's joint criterion: 12 points, 5 : 2 ---------------------------------------------
@pytest.mark.parametrize(
    ("documents", "score"),
    [
        (mixed(10, 0), 12),
        (mixed(8, 2), 10),  # all complete, half for time: (5 + 1) / 7 of 12 = 10.29
        (mixed(5, 5), 8.5),  # 5/7 of 12 = 8.57
        ((), 0),
    ],
)
def test_attributes_and_timeliness_together(documents, score):
    parts = [["document_attributes", 5], ["document_timeliness", 2]]
    assert points("weighted", 12, facts(documents=documents), parts=parts)[0] == score


def test_two_documents_that_look_alike_are_two():
    twins = (a_document(1), a_document(1))
    assert points("document_timeliness", 2, facts(documents=twins)) == (2, 2, 2, [])
    assert points("document_attributes", 5, facts(documents=twins)) == (5, 2, 2, [])
