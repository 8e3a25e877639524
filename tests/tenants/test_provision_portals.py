"""The command that provisions a list: its figures for programs, its words for people, and how it ends."""

import json

import pytest
from django.core.management import CommandError, call_command

from .test_portal_file import ONE, TWO, figures, lines, slugs


@pytest.fixture
def file(tmp_path):
    def write(*rows):
        path = tmp_path / "portals.csv"
        path.write_bytes(lines(*rows))
        return str(path)

    return write


def test_the_command_prints_json_of_one_shape(a, b, file, capsys):
    call_command("provision_portals", file(ONE, TWO), "--json")
    assert json.loads(capsys.readouterr().out) == figures(created=2)


def test_the_command_ends_with_status_one_when_a_row_is_refused(a, b, file, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("provision_portals", file(ONE, TWO.replace("tinh", "khong-co")), "--json")
    assert ended.value.code == 1
    refused = {"row": 2, "reason": "Không có đơn vị quản lý “khong-co”."}
    assert json.loads(capsys.readouterr().out) == figures(created=1, refused=[refused])
    assert slugs() == {"xa-1"}


def test_the_command_tells_people_too(a, b, file, capsys):
    with pytest.raises(SystemExit):
        call_command("provision_portals", file(ONE, TWO.replace("tinh", "khong-co")))
    captured = capsys.readouterr()
    assert captured.out == (
        "Tạo mới 1, thay đổi 0, giữ nguyên 0, từ chối 1\n  dòng 3: Không có đơn vị quản lý “khong-co”.\n"
    )
    assert captured.err.splitlines() == ["1/1"]


def test_the_command_refuses_what_is_no_list(a, b, tmp_path):
    path = tmp_path / "portals.csv"
    path.write_bytes(b"name\nx\n")
    with pytest.raises(CommandError, match="slug"):
        call_command("provision_portals", str(path))
    assert slugs() == set()
