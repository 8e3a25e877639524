"""The log as a file: the same rows as on the screen, whatever scope is open when they are read."""

import csv
import io

import pytest
from openpyxl import load_workbook

from tenants.models import Role
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
        return [list(row.values()) for row in csv.DictReader(io.StringIO(content.decode()))]
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
    assert line[1:] == ["Xã An Bình", "Lê Hoa", "Đăng trang", "tin bài", "Bài của A", "Đã làm"]


def test_addresses_on_the_network_are_for_the_province(chief, office, a, b, both):
    def heads(client):
        return next(csv.reader(io.StringIO(b"".join(client.get(AUDIT, {"export": "csv"}).streaming_content).decode())))

    assert "Địa chỉ mạng" not in heads(chief)
    assert "Địa chỉ mạng" in heads(office)


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
