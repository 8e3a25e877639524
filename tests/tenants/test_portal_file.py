"""A province's list of portals: read strictly, provisioned row by row, refused with the reason."""

from datetime import date

import pytest
from wagtail.models import Collection

from tenants.models import Portal, PortalEvent, PortalHost
from tenants.portal_file import (
    REQUIRED,
    WAITING,
    UnreadableFile,
    foresee_rows,
    parse_rows,
    provision_rows,
    read_rows,
)
from tests.factories.pages import local

NOW = local(2024, 3, 1)
HEADER = ",".join(REQUIRED)
ONE = "xa-1,Xã Một,commune,commune,tinh,commune,province,active"
BAD = "xa-9,Xã Chín,hamlet,commune,tinh,commune,province,active"
TWO = "xa-2,Xã Hai,commune,commune,tinh,commune,province,building"
WORLD = {"tinh", "xa-a", "xa-b", "so-a"}


def lines(*rows, header=HEADER):
    return "\n".join([header, *rows, ""]).encode()


def run(*rows, header=HEADER):
    return provision_rows(parse_rows(lines(*rows, header=header)), now=NOW).as_json()


def figures(created=0, changed=0, unchanged=0, refused=()):
    return {"created": created, "changed": changed, "unchanged": unchanged, "refused": list(refused)}


def slugs():
    return set(Portal.objects.values_list("slug", flat=True)) - WORLD


def test_new_rows_are_created_then_unchanged_then_changed(a, b):
    assert run(ONE, TWO) == figures(created=2)
    assert run(ONE, TWO) == figures(unchanged=2)
    assert run(ONE.replace("Xã Một", "Phường Một"), TWO) == figures(changed=1, unchanged=1)
    assert dict(Portal.objects.filter(slug__in=["xa-1", "xa-2"]).values_list("name", "state")) == {
        "Phường Một": "active",
        "Xã Hai": "building",
    }
    assert [Portal.objects.get(pk=portal.pk).name for portal in (a, b)] == [a.name, b.name]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (
            ONE.replace(",commune,commune,", ",hamlet,commune,"),
            "Cấp (cột level): “hamlet” không hợp lệ; chỉ nhận province (Cấp tỉnh), department",
        ),
        (ONE.replace(",commune,commune,", ",commune,hamlet,"), "Khối (cột group): “hamlet” không hợp lệ"),
        (ONE.replace("tinh,commune", "tinh,metre"), "Thang điểm (cột scale): “metre” không hợp lệ"),
        (ONE.replace("province,active", "nobody,active"), "Nơi chấm điểm (cột scored_by): “nobody” không hợp lệ"),
        (ONE.replace("active", "asleep"), "Trạng thái (cột status): “asleep” không hợp lệ"),
        (ONE.replace("active", ""), "Trạng thái (cột status): “” không hợp lệ"),
        (ONE.replace("Xã Một", ""), "Thiếu tên chính thức."),
        (ONE.replace("Xã Một", "x" * 300), "Tên chính thức (cột name)"),
        (ONE.replace("xa-1", "Xã 1"), "Tên miền con (cột slug) “Xã 1”"),
        (ONE.replace("xa-1", ""), "(cột slug) “”"),
        (ONE.replace("xa-1", "xa-" + "1" * 61), "(cột slug) “xa-1"),
        (ONE.replace("tinh", "khong-co"), "Không có đơn vị quản lý “khong-co”."),
        (ONE.replace("tinh", "xa-1"), "Vòng quản lý khép kín."),
        (ONE.replace(",commune,commune,tinh", ",province,province,"), "Hệ thống đã có cổng cấp tỉnh."),
        (f"{ONE},thừa,", "Có giá trị ngoài các cột: “thừa”."),
        ("xa-1,Xã Một", "Cấp (cột level): “” không hợp lệ"),
    ],
)
def test_a_wrong_row_is_refused_with_its_reason_and_the_others_go_on(a, b, row, reason):
    result = run(TWO, row)
    (refused,) = result.pop("refused")
    assert result == {"created": 1, "changed": 0, "unchanged": 0}
    assert set(refused) == {"row", "reason"}
    assert refused["row"] == 2
    assert reason in refused["reason"]
    assert slugs() == {"xa-2"}


@pytest.mark.parametrize("value", ["31/02/2024", "2024-02-30", "2024", "1/3", "hôm qua"])
def test_a_wrong_date_is_refused(a, b, value):
    result = run(f"{ONE},{value}", f"{TWO},2024-02-01", header=f"{HEADER},opened_on")
    assert [row["row"] for row in result["refused"]] == [1]
    assert value in result["refused"][0]["reason"]
    assert slugs() == {"xa-2"}


@pytest.mark.parametrize("value", ["2026-03-01", "1/3/2026", "01/03/2026"])
def test_a_date_is_written_either_way(a, b, value):
    assert run(f"{ONE},{value}", f"{TWO},", header=f"{HEADER},opened_on") == figures(created=2)
    days = Portal.objects.filter(slug__in=["xa-1", "xa-2"]).order_by("slug").values_list("opened_on", flat=True)
    assert list(days) == [date(2026, 3, 1), None]


def test_lines_count_as_in_a_spreadsheet_empty_ones_too(a, b):
    outcome = provision_rows(parse_rows(lines(ONE, "", ",,,,,,,", BAD)), now=NOW)
    assert [(row.slug, row.line, row.result) for row in outcome.rows] == [
        ("xa-1", 2, "created"),
        ("xa-9", 5, "refused"),
    ]


def test_foreseeing_tells_the_same_and_writes_nothing(a, b):
    parent = "huyen-1,Huyện Một,district,district,tinh,government,province,active"
    child = "xa-7,Xã Bảy,commune,commune,huyen-1,commune,district,active"
    renamed = "xa-b,Phường Bình Yên,commune,commune,tinh,commune,province,active"
    rows = parse_rows(lines(child, parent, renamed, BAD, ONE, TWO.replace("Xã Hai", "XÃ MỘT")))
    everything = [model._base_manager.count() for model in (Portal, PortalHost, PortalEvent, Collection)]
    foreseen = foresee_rows(rows)
    assert [model._base_manager.count() for model in (Portal, PortalHost, PortalEvent, Collection)] == everything
    b.refresh_from_db()
    assert b.name == "Xã Bình Yên"
    expected = ["created", "created", "changed", "refused", "created", "refused"]
    assert [row.result for row in foreseen.rows] == expected
    assert foreseen.rows == provision_rows(rows, now=NOW).rows


def test_a_slug_twice_is_refused_the_second_time(a, b):
    result = run(ONE, ONE.replace("Xã Một", "Xã Khác"))
    assert (result["created"], [row["row"] for row in result["refused"]]) == (1, [2])
    assert Portal.objects.get(slug="xa-1").name == "Xã Một"


def test_parents_may_stand_after_their_children(a, b):
    child = "xa-1,Xã Một,commune,commune,huyen-1,commune,district,active"
    parent = "huyen-1,Huyện Một,district,district,vung-1,government,province,active"
    grandparent = "vung-1,Vùng Một,district,district,tinh,government,province,active"
    assert run(child, parent, grandparent) == figures(created=3)
    assert Portal.objects.get(slug="xa-1").parent.parent.slug == "vung-1"
    assert run(child, parent, grandparent) == figures(unchanged=3)


def test_a_closed_circle_and_what_hangs_on_it_is_refused(a, b):
    circle = [
        ONE.replace("tinh", "xa-2"),
        TWO.replace("tinh", "xa-1"),
        ONE.replace("xa-1", "xa-3").replace("tinh", "xa-1"),
    ]
    result = run(*circle, ONE.replace("xa-1", "xa-4"))
    assert result == figures(
        created=1,
        refused=[
            {"row": 1, "reason": "Vòng quản lý khép kín."},
            {"row": 2, "reason": "Vòng quản lý khép kín."},
            {"row": 3, "reason": "Đơn vị quản lý “xa-1” bị từ chối."},
        ],
    )
    assert slugs() == {"xa-4"}


def test_existing_portals_cannot_be_turned_into_a_circle(a, b):
    rows = [
        "xa-a,Xã An Bình,commune,commune,xa-b,commune,district,active",
        "xa-b,Xã Bình Yên,commune,commune,xa-a,commune,district,active",
    ]
    assert [row["row"] for row in run(*rows)["refused"]] == [1, 2]
    assert {Portal.objects.get(pk=portal.pk).parent.slug for portal in (a, b)} == {"tinh"}


def test_a_child_of_a_refused_row_is_refused_too(a, b):
    parent = "huyen-1,,district,district,tinh,government,province,active"
    result = run(ONE.replace("tinh", "huyen-1"), parent)
    assert [row["row"] for row in result["refused"]] == [1, 2]
    assert slugs() == set()


def test_a_byte_order_mark_and_semicolons_and_spaces_are_no_obstacle(a, b):
    marked = b"\xef\xbb\xbf" + lines(ONE)
    assert provision_rows(parse_rows(marked), now=NOW).as_json() == figures(created=1)
    spaced = lines(ONE.replace(",", " ; "), header=HEADER.replace(",", ";"))
    assert provision_rows(parse_rows(spaced), now=NOW).as_json() == figures(unchanged=1)
    windows = lines(ONE).replace(b"\n", b"\r\n")
    assert provision_rows(parse_rows(windows), now=NOW).as_json() == figures(unchanged=1)


def test_columns_nobody_asked_for_are_left_aside(a, b):
    assert run(f"{ONE},x,,", header=f"{HEADER},note") == figures(created=1)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (lines(ONE).decode().encode("latin-1", "replace").replace(b"?", b"\xe3"), "UTF-8"),
        ("Xã".encode("utf-16"), "UTF-8"),
        (b"", "slug, name, level, group, parent, scale, scored_by, status"),
        (b"\xef\xbb\xbf", "slug, name"),
        (lines(ONE, header=HEADER.replace(",parent", "")), "parent"),
        (b"slug\0,name", "tệp văn bản"),
        (b"\x89PNG\r\n\x1a\n", "Đây là tệp PNG, không phải tệp CSV."),
        (b"PK\x03\x04", "Đây là tệp Excel, không phải CSV: hãy mở tệp và lưu thành “CSV UTF-8”"),
        (b"\xd0\xcf\x11\xe0", "Excel"),
    ],
)
def test_what_is_no_list_is_not_read(content, reason):
    with pytest.raises(UnreadableFile, match=reason):
        parse_rows(content)


def test_a_header_alone_is_an_empty_list(a, b):
    assert run() == figures()


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UnreadableFile, match="Không đọc được tệp"):
        read_rows(tmp_path / "none.csv")


def test_who_runs_out_of_time_says_what_waits(a, b):
    answers = iter([True, False])
    outcome = provision_rows(parse_rows(lines(ONE, TWO)), now=NOW, keep_going=lambda: next(answers))
    assert [(row.row, row.result) for row in outcome.rows] == [(1, "created"), (2, WAITING)]
    assert slugs() == {"xa-1"}
