"""The call list: overdue questions with who must answer and a number to dial."""

import csv
import io
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from cms.pages.people.models import Post
from cms.questions.province.callees import callees_of
from cms.questions.province.files import harmless
from tenants.models import Portal
from tenants.scoping import platform_scope
from tests.factories import make_portal, make_post

from .conftest import CASES, SCREEN, at_screen, body, waiting


@pytest.fixture
def people(a, b):
    """Chairpersons with telephones, one of them in the second portal; and somebody who left."""
    make_post(a, "Lý A Sì", title="Chủ tịch Ủy ban nhân dân xã", phone="0214 3840 034", mobile="+84 912 345 678")
    make_post(a, "Vàng Văn Cũ", title="Chủ tịch UBND xã", phone="0214 3840 000",
              to_date=timezone.localdate() - timedelta(days=1))  # fmt: skip
    make_post(a, "Trần Thị Lan", title="Công chức Văn phòng - Thống kê", kind=Post.Kind.FOCAL, phone="0214 3840 035")
    make_post(b, "Giàng A Bảy", title="Chủ tịch UBND xã", phone="0214 3840 099")


def _callees(portal):
    with platform_scope():
        return callees_of([portal], day=timezone.localdate()).get(portal.pk, [])


def test_who_may_sign_is_rung_first_and_who_left_not_at_all(a, b, people):
    assert [(callee.name, callee.may_sign) for callee in _callees(a)] == [("Lý A Sì", True), ("Trần Thị Lan", False)]
    assert [phone.dialled for phone in _callees(a)[0].phones] == ["02143840034", "+84912345678"]
    assert [callee.name for callee in _callees(b)] == ["Giàng A Bảy"]


def test_one_tap_from_the_first_screen_is_the_call_list(office, a, b, people):
    """P9: at most two, menu and tab or one button; then the number is dialled."""
    waiting(a, due=-3, text="Đèn đường hỏng"), waiting(b, due=5, text="Chưa đến hạn")
    assert CASES in office.get("/admin/").text and CASES in office.get(SCREEN).text
    text = office.get(CASES).text
    for words in ("Xã An Bình", "Chủ tịch Ủy ban nhân dân xã", "Lý A Sì", 'href="tel:02143840034"', "Đèn đường hỏng"):
        assert words in text
    assert ("Giàng A Bảy" in text, "Chưa đến hạn" in text) == (False, False)


def test_of_a_case_neither_code_nor_asker_is_told(office, a, b, people):
    question = waiting(a, due=-3)
    text = office.get(CASES).text + body(office.get(CASES + "?xuat=csv"))
    assert not any(words in text for words in (question.code, "Lý Thị Hoa", "hoa@example.com", "0912345678"))
    assert f"/admin/questions/overseen/{question.pk}/" in text


def test_the_oldest_deadline_stands_first(office, a, b, people):
    waiting(a, due=-3, text="Muộn ít"), waiting(b, due=-30, text="Muộn nhiều")
    text = office.get(CASES).text
    assert text.index("Muộn nhiều") < text.index("Muộn ít")


def test_filters_by_unit_group_and_band(office, a, b, department, people):
    waiting(a, due=-3, text="Của A"), waiting(b, due=-3, text="Của B"), waiting(a, due=0, text="Hôm nay của A")
    waiting(department, due=-3, text="Của Sở")

    def shown(query):
        text = office.get(CASES + query).text
        return [words for words in ("Của A", "Của B", "Hôm nay của A", "Của Sở") if words in text]

    assert shown("?don-vi=xa-a") == ["Của A"]
    assert shown("?khoi=department") == ["Của Sở"]
    assert shown("?han=today") == ["Hôm nay của A"]


def test_a_unit_without_a_register_says_so(office, a, b, department):
    waiting(department, due=-3)
    assert "Danh bạ của đơn vị chưa có" in office.get(CASES).text


def test_an_assessor_knows_that_there_are_cases_and_whom_to_ring_but_does_not_read_them(a, b, people):
    district = make_portal("huyen-a", name="Huyện A", level="district", group="district", scale="government",
                           scored_by="province")  # fmt: skip
    Portal.objects.filter(pk=a.pk).update(parent=district)
    mine, other = waiting(a, due=-3, text="Chuyện của xã A"), waiting(b, due=-3, text="Chuyện của xã B")
    assessor = at_screen(district, "district_assessor")
    text = assessor.get(CASES).text
    assert "Lý A Sì" in text and f"Câu hỏi số {mine.pk}" in text
    assert not any(words in text for words in ("Chuyện của xã A", "Chuyện của xã B", f"số {other.pk}", "Giàng A Bảy"))
    assert "Chuyện của xã" not in body(assessor.get(CASES + "?xuat=csv"))


def said(value):
    """A cell of a workbook as a CSV says it."""
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def test_files_hold_every_line_and_nothing_to_compute(office, a, b, people):
    waiting(a, due=-3, text='=cmd|"/c calc"!A1'), waiting(b, due=-9, text="+1 câu hỏi", topic="@chủ đề")
    rows = list(csv.reader(io.StringIO(body(office.get(CASES + "?xuat=csv")))))
    assert len(rows) == 3 and rows[2][-2].startswith("'=cmd") and rows[1][-2] == "'+1 câu hỏi"
    assert rows[1][2] == "'@chủ đề" and rows[2][6:9] == [
        "Chủ tịch Ủy ban nhân dân xã", "Lý A Sì", "0214 3840 034 / '+84 912 345 678".replace("'", ""),
    ]  # fmt: skip
    answer = office.get(CASES + "?xuat=xlsx")
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    told = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert [[said(value) for value in line] for line in told] == [row[:-1] for row in rows]
    due = [line[3] for line in sheet.iter_rows(min_row=2)]
    assert [(cell.is_date, cell.number_format) for cell in due] == [(True, "dd/mm/yyyy")] * 2
    assert not any(cell.data_type == "f" for line in sheet.iter_rows() for cell in line)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "＝"])
def test_what_a_spreadsheet_would_compute_is_text(start):
    assert harmless(f"{start}1+1").startswith("'")
    assert (harmless(-3), harmless(None), harmless("Đất đai"), harmless("a\x07b")) == (-3, "", "Đất đai", "a b")


def test_two_lines_or_thirty_cost_the_same(office, a, b, people):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert office.get(CASES).status_code == 200
        return len(queries)

    waiting(a, due=-3), waiting(b, due=-3)
    before = asked() and asked()
    for number in range(28):
        waiting((a, b)[number % 2], due=-number - 1)
    assert asked() == before


def test_more_than_a_page_is_paged(office, a, b, people):
    for number in range(52):
        waiting(a, due=-3, text=f"Câu {number:03d}.")
    first, second = office.get(CASES).text, office.get(CASES + "?p=2").text
    assert (first.count("Câu 0"), second.count("Câu 0")) == (50, 2) and "Trang sau" in first
