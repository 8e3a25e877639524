"""The log as a file: the same rows as on the screen, whatever scope is open when they are read."""

import csv
import io

import pytest
from openpyxl import load_workbook

from tenants.models import Role, User
from tenants.scoping import platform_scope, portal_scope
from tests.tenants.screens import PROVINCE

AUDIT = "/admin/audit/"


@pytest.fixture
def both(a, b, plant, people):
    plant(a, "Bài của A", by=people["a"])
    plant(b, "Bài của B", by=people["b"])


def read(response, kind):
    content = b"".join(response.streaming_content)
    if kind == "csv":
        return [list(row.values()) for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))]
    return [list(row) for row in load_workbook(io.BytesIO(content)).active.iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("opened", ["none", "platform", "other"])
def test_a_unit_gets_its_own_even_though_the_file_is_made_after_the_view(chief, a, b, both, kind, opened):
    response = chief.get(AUDIT, {"export": kind})
    scope = {"none": portal_scope([]), "platform": platform_scope(), "other": portal_scope([b])}[opened]
    with scope:
        lines = read(response, kind)
    assert {line[1] for line in lines} == {"Xã An Bình"}
    assert "Bài của A" in str(lines) and "Bài của B" not in str(lines)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("role", sorted(PROVINCE))
def test_the_province_gets_all(enter, province, a, b, both, kind, role):
    lines = read(enter(province, role).get(AUDIT, {"export": kind}), kind)
    assert {"Xã An Bình", "Xã Bình Yên"} <= {line[1] for line in lines}


def test_it_says_in_words_what_the_screen_says(chief, a, b, both, people):
    response = chief.get(AUDIT, {"export": "csv", "person": "hoa"})
    (line,) = read(response, "csv")
    assert line[1:] == ["Xã An Bình", "Lê Hoa", "Đăng trang", "tin bài", "Bài của A", "Đã làm", "hoa@xa-a.example", ""]


def test_it_tells_address_and_mail_of_the_own_rows_and_paths_to_the_province(chief, office, a, b, both):
    def heads(client):
        content = b"".join(client.get(AUDIT, {"export": "csv"}).streaming_content)
        return next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))

    own = ["Lúc", "Cổng", "Ai", "Việc", "Loại đối tượng", "Đối tượng", "Kết quả", "Thư điện tử", "Địa chỉ mạng"]
    assert (heads(chief), heads(office)) == (own, [*own, "Đường dẫn"])
    mails = {line[7] for line in read(chief.get(AUDIT, {"export": "csv"}), "csv")}
    assert {"hoa@xa-a.example"} <= mails and not {"mai@xa-b.example"} & mails


def test_of_somebody_whose_account_is_gone_the_name_stays(chief, a, b, plant, people):
    plant(a, "Bài của A", by=people["a"])
    User.objects.filter(pk=people["a"].pk).delete()
    (line,) = read(chief.get(AUDIT, {"export": "csv", "q": "Bài của A"}), "csv")
    assert (line[2], line[7]) == ("Lê Hoa", "")


def test_the_sheet_keeps_its_heading_in_sight(chief, a, b, both):
    content = b"".join(chief.get(AUDIT, {"export": "xlsx"}).streaming_content)
    sheet = load_workbook(io.BytesIO(content)).active
    assert (sheet.freeze_panes, sheet.column_dimensions["A"].width, sheet["A1"].value) == ("A2", 20, "Lúc")
    assert sheet["A2"].number_format == "dd/mm/yyyy hh:mm:ss"


def test_excel_shows_vietnamese_and_a_filter_button_in_each_column(chief, a, b, both):
    assert b"".join(chief.get(AUDIT, {"export": "csv"}).streaming_content).startswith(b"\xef\xbb\xbfL")
    content = b"".join(chief.get(AUDIT, {"export": "xlsx"}).streaming_content)
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet.auto_filter.ref == f"A1:I{sheet.max_row}" and sheet.max_row > 1


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+84", "-1", "@SUM(1)"])
def test_a_title_never_becomes_a_formula(chief, a, b, plant, kind, title):
    plant(a, title)
    assert [line[5] for line in read(chief.get(AUDIT, {"export": kind, "q": title[1:]}), kind)] == [f"'{title}"]


def test_filters_hold_for_the_file_too(chief, a, b, both, plant):
    plant(a, "Bị chặn", refused=True, action="refused.access")
    lines = read(chief.get(AUDIT, {"export": "csv", "outcome": "refused"}), "csv")
    assert [line[5] for line in lines] == ["Bị chặn"]


def test_nobody_else_gets_a_file(enter, a, b, both):
    response = enter(a, Role.EDITOR).get(AUDIT, {"export": "csv"})
    assert not response.streaming
