"""The shapes that leave the house: JSON, CSV, moments. Names are fixed; a test names every one of them."""

from datetime import UTC, date, datetime

import pytest

from compliance.exchange import moment, portal_as_json, scores_as_json
from compliance.management.commands._asking import _moment as read_moment
from compliance.models import LedgerEntry, Period, ScoringRun
from compliance.packs import pack_named
from compliance.periods import end_of_day
from compliance.queries import Line, PackScore, PortalScore
from compliance.table import csv_rows
from tenants.models import Portal

from .making import at

PACK = pack_named("info_commune", "1")
PERIOD = Period(code="2024-Q1", starts=date(2024, 1, 1), ends=date(2024, 3, 31), cutoff=end_of_day(date(2024, 3, 22)))
RUN = ScoringRun(period=PERIOD, as_of=PERIOD.cutoff, first_day=PERIOD.starts, counted_until=PERIOD.cutoff)


def a_line(code, half_points, state="measured", reasons=()):
    criterion = PACK.criterion(code)
    measured = state == "measured"
    entry = LedgerEntry(
        criterion=code,
        half_points=half_points,
        max_half_points=criterion.half_points,
        state=state,
        numerator=1 if measured else None,
        denominator=2 if measured else None,
        reasons=list(reasons),
    )
    return Line(criterion, entry)


def a_score(slug, *lines, **values):
    names = {"name": f"Xã {slug}", "group": "commune", "level": "commune", "state": "active"}
    portal = Portal(slug=slug, **{**names, **values})
    return PortalScore(portal, RUN, (PackScore(PACK, lines),) if lines else (), at((3, 20)))


MINE = a_score("xa-a", a_line("C17", 7, reasons=["co_tuan_khong_co_tin"]), a_line("C18", 0, "unmeasured", ["chua_do"]))
THEIRS = a_score("xa-b", a_line("C17", 0, reasons=["khong_co_tin_30_ngay"]))


def test_the_scores_of_a_run():
    assert scores_as_json(RUN, [MINE, THEIRS]) == {
        "period": "2024-Q1",
        "as_of": "2024-03-22T23:59:59+07:00",
        "portals": [portal_as_json(MINE), portal_as_json(THEIRS)],
    }


def test_a_portal_with_its_packs_and_criteria():
    assert portal_as_json(MINE) == {
        "slug": "xa-a",
        "group": "commune",
        "packs": [
            {
                "pack": "info_commune",
                "version": "1",
                "component": "information",
                "score": 3.5,
                "base_max": 50,
                "bonus_max": 5,
                "criteria": [
                    {
                        "code": "C17",
                        "score": 3.5,
                        "max": 4.0,
                        "state": "measured",
                        "numerator": 1,
                        "denominator": 2,
                        "reasons": ["co_tuan_khong_co_tin"],
                    },
                    {
                        "code": "C18",
                        "score": 0.0,
                        "max": 2.0,
                        "state": "unmeasured",
                        "numerator": None,
                        "denominator": None,
                        "reasons": ["chua_do"],
                    },
                ],
            }
        ],
    }


def test_a_portal_that_is_not_scored_has_no_packs():
    assert portal_as_json(a_score("tinh", group="province")) == {"slug": "tinh", "group": "province", "packs": []}


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (datetime(2024, 3, 22, 16, 59, 59, tzinfo=UTC), "2024-03-22T23:59:59+07:00"),
        (at((1, 1), hour=0), "2024-01-01T00:00:00+07:00"),
    ],
)
def test_moments_are_local_with_offset_and_without_fractions(when, text):
    assert moment(when) == text


@pytest.mark.parametrize("when", [at((2, 29), hour=7), at(date(2026, 12, 31), hour=23)])
def test_a_moment_that_was_printed_can_be_asked_for(when):
    assert read_moment(moment(when)) == when


def test_the_day_of_a_moment_is_its_end():
    assert read_moment("2024-03-22") == end_of_day(date(2024, 3, 22))


# --- the figures that are derived -----------------------------------------------------------------------
def test_points_percent_and_what_is_not_measured():
    (pack,) = MINE.packs
    assert (pack.score, pack.measured_max, pack.unmeasured_max) == (3.5, 4, 51)
    assert round(pack.percent, 3) == 6.364  # 3.5 of 55


def test_what_is_missing_of_what_is_measured():
    assert [line.missing for line in MINE.packs[0].lines] == [0.5, 0]


# --- the table --------------------------------------------------------------------------------------------
def rows(*scores):
    return list(csv_rows(scores, period=PERIOD))


def test_one_row_a_portal_and_pack_in_the_order_given():
    head, *body = rows(THEIRS, MINE)
    assert head[:5] == ["Tên miền con", "Cổng", "Khối", "Cấp", "Trạng thái"]
    assert body == [
        ["xa-b", "Xã xa-b", "Xã, phường, thị trấn", "Cấp xã", "Đang hoạt động", "2024-03-20T09:00:00+07:00", "2024-Q1",
         "2024-03-22T23:59:59+07:00", "info_commune", "1", 0.0, 55, 0.0, 51.0],
        ["xa-a", "Xã xa-a", "Xã, phường, thị trấn", "Cấp xã", "Đang hoạt động", "2024-03-20T09:00:00+07:00", "2024-Q1",
         "2024-03-22T23:59:59+07:00", "info_commune", "1", 3.5, 55, 6.4, 51.0],
    ]  # fmt: skip


def test_a_portal_without_packs_keeps_its_row_and_every_column():
    head, row = rows(a_score("tinh"))
    assert len(row) == len(head)
    assert row[8:] == [""] * 6


def test_a_portal_that_was_never_scored_has_no_moment():
    unscored = PortalScore(MINE.portal, None, ())
    assert rows(unscored)[1][5:8] == ["", "2024-Q1", ""]


@pytest.mark.parametrize("name", ["=1+1", "+84", "-x", "@sum", "\tx"])
def test_nothing_a_spreadsheet_would_run(name):
    assert rows(a_score("xa-c", name=name))[1][1] == f"'{name}"


def test_plain_names_stay_as_they_are():
    assert rows(MINE)[1][1] == "Xã xa-a"
