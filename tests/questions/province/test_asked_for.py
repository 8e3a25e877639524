"""An address that asks for what nobody knows is told so, and gets no file of everything. How numbers are written."""

import io

import pytest
from openpyxl import load_workbook

from tests.questions.importing import ANSWERED, bring, row

from .conftest import CASES, FIGURES, SCREEN, rows_of, waiting

QUARTER = "&tu=01/01/2024&den=31/03/2024&tinh_den=22/03/2024"


@pytest.fixture
def late(a, b, department):
    for portal in (a, b, department):
        waiting(portal, due=-3, text=f"Của {portal.slug}")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (f"{CASES}?han=zzz", ["Không có “zzz” trong bộ lọc Hạn."]),
        (f"{CASES}?don-vi=khong-co", ["Không có “khong-co” trong bộ lọc Đơn vị."]),
        (f"{CASES}?khoi=y&han=zzz", ["Không có “y” trong bộ lọc Khối.", "Không có “zzz” trong bộ lọc Hạn."]),
        (f"{CASES}?khoi=department&don-vi=xa-a", ["Không có “xa-a” trong bộ lọc Đơn vị."]),
        (f"{SCREEN}?khoi=y", ["Không có “y” trong bộ lọc Khối."]),
    ],
)
@pytest.mark.parametrize("file", ["", "&xuat=csv", "&xuat=xlsx"])
def test_a_filter_that_nobody_knows_is_named(office, late, path, said, file):
    answer = office.get(path + file)
    assert answer["Content-Type"].startswith("text/html")
    assert [words for words in said if words not in answer.text] == []
    assert answer.text.count("Không có “") == len(said)


@pytest.mark.parametrize(
    "path",
    [CASES, f"{CASES}?han=&don-vi=&khoi=", f"{CASES}?han=today&don-vi=xa-a&khoi=commune", SCREEN, f"{SCREEN}?khoi="],
)
def test_what_is_known_or_empty_is_not_complained_of(office, late, path):
    assert "trong bộ lọc" not in office.get(path).text


def test_what_stands_in_an_address_is_shown_as_text(office, late):
    assert "<b>x</b>" not in office.get(f"{CASES}?han=<b>x</b>").text


def test_a_share_has_a_comma_on_the_screen_a_dot_in_a_csv_and_is_a_number_in_a_workbook(office, a, b):
    bring(row(code="1", **ANSWERED), row(code="2"), row(code="3"), row(code="4", portal="xa-b"))
    assert '<td data-label="Đã trả lời (%)">25,0</td>' in office.get(f"{FIGURES}?{QUARTER}").text
    assert rows_of(office.get(f"{FIGURES}?xuat=csv{QUARTER}"))[-1]["Đã trả lời (%)"] == "25.0"
    workbook = b"".join(office.get(f"{FIGURES}?xuat=xlsx{QUARTER}").streaming_content)
    sheet = load_workbook(io.BytesIO(workbook)).worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    cell = sheet[sheet.max_row][headings.index("Đã trả lời (%)")]
    assert (cell.value, cell.data_type, cell.number_format) == (25, "n", "0.0")
