"""Figures of the province on a screen and in files: the same as the command's, and their sum."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.questions.province.periods import offers, quarter_of
from cms.questions.province.tables import table_of
from cms.questions.queries import Span, figures
from tenants.models import Portal
from tests.questions.importing import ANSWERED, FORWARDED, REMOVED, bring, row

from .conftest import FIGURES, at_screen, body

QUARTER = Span(date(2024, 1, 1), date(2024, 3, 31))
ADDRESS = f"{FIGURES}?tu=01/01/2024&den=31/03/2024&tinh_den=22/03/2024"


@pytest.fixture
def quarter(a, b, department):
    late = {**ANSWERED, "answered_at": "2024-02-20T09:00:00+07:00"}
    bring(
        row(code="1", **ANSWERED, topic="Đất đai"),
        row(code="2", **late, asked_at="2024-02-01T09:00:00+07:00") | {"asked_at": "2024-01-15T09:00:00+07:00"},
        row(code="3", **REMOVED),
        row(code="4", portal="so-a", asked_at="2024-02-02T09:00:00+07:00"),
        row(code="5", **FORWARDED),
    )


@pytest.mark.parametrize("way", ["khoi", "don-vi", "thang"])
def test_lines_add_up_to_the_figures_of_all(a, b, quarter, way):
    portals, day = list(Portal.objects.all()), date(2024, 3, 22)
    table = table_of(portals, way=way, period=QUARTER, as_of=day)
    assert table.total.found == figures(portals=portals, period=QUARTER, as_of=day)
    assert (table.total.found.received, len(table.lines)) == (5, {"khoi": 3, "don-vi": 3, "thang": 3}[way])


def test_the_screen_says_the_same(office, a, b, quarter):
    text = office.get(ADDRESS + "&theo=don-vi").text
    assert "Xã An Bình" in text and "Xã Bình Yên" in text and "tính đến hết ngày 22/03/2024" in text
    assert "Xã An Bình" not in office.get(ADDRESS + "&theo=don-vi&khoi=department").text
    assert "Sở, ban, ngành" in office.get(ADDRESS).text and "01/2024" in office.get(ADDRESS + "&theo=thang").text


def test_files_hold_the_table_and_its_sum(office, a, b, quarter):
    rows = list(csv.reader(io.StringIO(body(office.get(ADDRESS + "&theo=don-vi&xuat=csv")))))
    assert rows[0][:3] == ["Tên", "Tiếp nhận", "Loại bỏ"] and rows[-1][:3] == ["Tổng cộng", "5", "1"]
    assert sum(int(line[1]) for line in rows[1:-1]) == 5
    answer = office.get(ADDRESS + "&xuat=xlsx")
    assert answer["Content-Type"].endswith("sheet") and ".xlsx" in answer["Content-Disposition"]


def test_without_anything_said_it_is_this_quarter(office, a, b):
    answer = office.get(FIGURES)
    assert answer.status_code == 200 and "Không có câu hỏi nào trong kỳ." not in answer.text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?tu=hom-nay", "tu"),
        ("?tu=01/03/2024&den=01/01/2024", "Ngày cuối phải sau ngày đầu."),
        ("?tu=01/01/0001", "năm 2000"),
        ("?den=31/12/9999", "năm 2000"),
        ("?theo=x", "theo"),
        ("?khoi=x", "khoi"),
    ],
)
@pytest.mark.parametrize("file", ["", "&xuat=csv"])
def test_a_period_that_is_none_is_said_and_kept(office, a, b, quarter, query, words, file):
    answer = office.get(FIGURES + query + file)
    assert answer.status_code == 200 and words in answer.text and "cong-figures" not in answer.text


def test_quarters_on_offer_follow_one_another():
    assert quarter_of(date(2024, 2, 29)) == QUARTER
    spans = [span for _label, span in offers(date(2024, 5, 2))]
    assert (spans[0].first, spans[1], spans[2].last) == (date(2024, 4, 1), QUARTER, date(2023, 12, 31))


def test_two_portals_or_thirty_cost_the_same(office, a, b, quarter):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert office.get(ADDRESS + "&theo=don-vi").status_code == 200
        return len(queries)

    before = asked() and asked()
    Portal.objects.bulk_create(
        Portal(slug=f"xa-{n}", name=f"Xã {n}", level="commune", group="commune", state="active") for n in range(30)
    )
    bring(*[row(code=f"M{n}", portal=f"xa-{n}") for n in range(30)])
    assert asked() == before


def test_it_speaks_english(province, a, b, quarter):
    assert (
        "An Binh Commune" in at_screen(province, "province_office", language="en").get(ADDRESS + "&theo=don-vi").text
    )
