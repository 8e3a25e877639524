"""Reports of wrong information are no questions: every screen and file of the province says that they are left out."""

import pytest

from cms.questions.models import Question, QuestionKind
from tests.factories.questions import make_question

from .conftest import CASES, FIGURES, SCREEN, at_screen, rows_of, sheets_of, waiting

NAME = "Báo thông tin sai, thiếu"
EVERYWHERE = pytest.mark.parametrize("path", [SCREEN, CASES, FIGURES])


@pytest.fixture
def reported(a, b):
    """A question and a report in each portal, all of them late; the second portal has answered a report as well."""
    for portal in (a, b):
        waiting(portal, due=-5), waiting(portal, due=-5, kind="bao-sai", text="Số điện thoại sai")
    make_question(b, kind="bao-sai", upto="answered")


@EVERYWHERE
def test_each_screen_says_it_once(office, reported, path):
    text = office.get(path).text
    assert (text.count("Không gồm"), text.count(f"Không gồm: {NAME}"), "Số điện thoại sai" in text) == (1, 1, False)


@pytest.mark.parametrize("path", [SCREEN, CASES])
def test_what_waits_now_is_counted_beside(office, a, b, reported, path):
    assert f"{NAME} (2 đang chờ)" in office.get(path).text
    Question._base_manager.filter(kind__code="bao-sai", portal=a).update(removal="violation")
    assert f"{NAME} (1 đang chờ)" in office.get(path).text


@EVERYWHERE
def test_each_line_of_a_csv_says_it_and_there_is_nothing_but_lines(office, reported, path):
    rows = rows_of(office.get(path + "?xuat=csv"))
    assert {row["Không gồm"] for row in rows} == {NAME}
    assert None not in rows[-1] and None not in rows[-1].values()


@EVERYWHERE
def test_a_workbook_says_it_on_a_sheet_of_its_own(office, reported, path):
    table, notes = sheets_of(office.get(path + "?xuat=xlsx")).items()
    assert notes[0] == "Ghi chú" and ["Không gồm", NAME] in notes[1]
    assert "Không gồm" not in table[1][0] and len({len(line) for line in table[1]}) == 1


@EVERYWHERE
def test_where_every_kind_counts_nothing_is_said(office, reported, path):
    QuestionKind.objects.update(counts=True)
    assert "Không gồm" not in office.get(path).text
    assert "Không gồm" not in rows_of(office.get(path + "?xuat=csv"))[0]
    assert len(sheets_of(office.get(FIGURES + "?xuat=xlsx"))["Ghi chú"]) == 4  # the three days of the period


def test_a_file_of_figures_says_of_which_days_it_is(office, reported):
    period = "?tu=01/01/2024&den=31/03/2024&tinh_den=22/03/2024"
    said = {"Gửi từ ngày": "01/01/2024", "Đến hết ngày": "31/03/2024", "Tính đến cuối ngày": "22/03/2024"}
    row = rows_of(office.get(f"{FIGURES}{period}&xuat=csv"))[-1]
    assert {name: row[name] for name in said} == said
    notes = sheets_of(office.get(f"{FIGURES}{period}&xuat=xlsx"))["Ghi chú"][1:4]
    assert [[name, f"{day:%d/%m/%Y}"] for name, day in notes] == [list(pair) for pair in said.items()]


def test_in_english_the_kinds_have_english_names(province, reported):
    name = QuestionKind.objects.get(code="bao-sai").name_en
    assert name and name in at_screen(province, "province_office", language="en").get(FIGURES).text
