"""A letterhead typed as plain lines says who wrote, not what: none of it becomes the title or the lead."""

import pytest

from cms.pages.models import ArticlePage
from cms.pages.word.letterhead import is_letterhead_line, names_kind

from .bringing import brought, kinds
from .reports import add_bold, docx

UNIT, NUMBER, DAY = "ỦY BAN NHÂN DÂN XÃ TẢ PHÌN", "Số: 12/BC-UBND", "Tả Phìn, ngày 3 tháng 4 năm 2026"
LEAD, MORE = "Quý I, xã hoàn thành 8 trên 10 chỉ tiêu.", "Thu ngân sách tăng."


def typed(*lines, bold=()):
    document = docx.Document()
    for line in lines:
        add_bold(document, line) if line in bold else document.add_paragraph(line)
    return document


def words(page):
    return " ".join(str(block.value) for block in page.body_vi)


def test_the_lead_is_the_first_paragraph_below_plain_lines(enter, a, b):
    page = brought(enter(a, "editor"), a, typed(UNIT, NUMBER, DAY, LEAD, MORE))
    assert (page.title_vi, page.lead_vi) == ("bao cao", LEAD)
    assert all(line in words(page) for line in (UNIT, NUMBER, DAY, MORE)) and LEAD not in words(page)
    assert not ArticlePage.objects.filter(portal=b).exists()


def test_the_title_is_the_heading_below_bold_lines(enter, a, b):
    motto = "Độc lập - Tự do - Hạnh phúc"
    lines = [UNIT, NUMBER, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", motto, DAY, "BÁO CÁO", "Tình hình quý I", LEAD, MORE]
    page = brought(enter(a, "editor"), a, typed(*lines, bold={*lines} - {NUMBER, LEAD, MORE}))
    assert (page.title_vi, page.lead_vi) == ("Báo cáo tình hình quý I", LEAD)
    assert UNIT in words(page) and kinds(page)[-1] == "paragraph"
    assert not ArticlePage.objects.filter(portal=b).exists()


def test_a_title_that_is_no_paper_stands_below_the_unit(enter, a, b):
    page = brought(enter(a, "editor"), a, typed(UNIT, "Lễ hội mùa xuân", LEAD, MORE, bold={UNIT, "Lễ hội mùa xuân"}))
    assert (page.title_vi, page.lead_vi) == ("Lễ hội mùa xuân", LEAD)
    assert not ArticlePage.objects.filter(portal=b).exists()


@pytest.mark.parametrize("lines", [(UNIT,), (UNIT, NUMBER, DAY), (UNIT, LEAD)])
def test_nothing_is_taken_where_nothing_would_be_left(enter, a, b, lines):
    page = brought(enter(a, "editor"), a, typed(*lines))
    assert page.title_vi == "bao cao" and page.lead_vi in ("", LEAD)
    assert all(line in words(page) + page.lead_vi for line in lines)
    assert page.portal != b


def test_a_heading_far_below_a_unit_is_no_title(enter, a, b):
    page = brought(enter(a, "editor"), a, typed(UNIT, LEAD, MORE, "1. Kinh tế", MORE, bold={UNIT, "1. Kinh tế"}))
    assert (page.title_vi, page.lead_vi) == ("bao cao", LEAD)
    assert page.portal != b


@pytest.mark.parametrize(
    "line",
    [
        *(UNIT, NUMBER, DAY, "Số 12/BC-UBND", "Số:     /KH-UBND", "Số: …/QĐ - UBND", "SỐ: 3/TB", f"{NUMBER} {DAY}"),
        *("Tả Phìn, ngày    tháng 4 năm 2026", "Lào Cai, ngày … tháng … năm 2026", "Ngày 3 tháng 4 năm 2026"),
        *("Độc lập – Tự do – Hạnh phúc", "UBND XÃ TẢ PHÌN", "BÁO CÁO"),
    ],
)
def test_lines_of_a_letterhead(line):
    assert is_letterhead_line(line)


@pytest.mark.parametrize(
    "line",
    [
        *("", "Số hộ nghèo giảm 12/20 hộ", "Số người đến khám tăng", LEAD, "UBND xã Tả Phìn họp", "2026", "12/20"),
        *("Sáng nay, ngày 3 tháng 4 năm 2026, xã họp dân.", "Số: 12/BC-UBND, xã báo cáo như sau"),
        "Số: 1/" + "a-" * 5_000 + ",",
    ],
)
def test_lines_that_say_something(line):
    assert not is_letterhead_line(line)


def test_the_kind_of_paper_is_told_from_a_unit():
    assert names_kind("BÁO CÁO") and names_kind("KẾ HOẠCH PHÒNG CHỐNG THIÊN TAI")
    assert not names_kind(UNIT) and not names_kind("Báo cáo") and not names_kind(NUMBER)
