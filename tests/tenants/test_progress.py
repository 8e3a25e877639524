"""What `provision_portals` says while it works: a running number for people, few whole lines for logs."""

import io

import pytest
from django.core.management import call_command

from tenants.portal_file import REQUIRED, Outcome, provision_rows

COMMAND = "tenants.management.commands.provision_portals.provision_rows"


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def say(monkeypatch, tmp_path):
    """say(total, stream) -> what the command writes on this error stream for a list of so many rows."""

    def run(total, stream):
        def count(rows, *, now, progress):
            for done in range(1, total + 1):
                progress(done, total)
            return Outcome()

        monkeypatch.setattr(COMMAND, count)
        path = tmp_path / "portals.csv"
        path.write_text(",".join(REQUIRED), encoding="utf-8")
        call_command("provision_portals", str(path), stderr=stream, stdout=io.StringIO())
        return stream.getvalue()

    return run


@pytest.mark.parametrize(
    ("total", "lines"),
    [
        (1, ["1/1"]),
        (3, ["1/3", "2/3", "3/3"]),
        (10, [f"{n}/10" for n in range(1, 11)]),
        (203, [f"{n}/203" for n in (21, 41, 61, 82, 102, 122, 143, 163, 183, 203)]),
        (0, []),
    ],
)
def test_a_log_gets_a_line_for_about_every_tenth(say, total, lines):
    said = say(total, io.StringIO())
    assert said.splitlines() == lines
    assert "\r" not in said


def test_a_terminal_gets_one_line_that_counts(say):
    assert say(3, Terminal()) == "\r1/3\r2/3\r3/3\n"


def test_every_row_that_is_tried_counts_and_refused_ones_do_not(a, b):
    told = []
    rows = [
        (
            1,
            dict(
                zip(REQUIRED, ["xa-1", "Xã Một", "hamlet", "commune", "tinh", "none", "none", "active"], strict=True)
            ),
        ),
        (
            2,
            dict(
                zip(REQUIRED, ["xa-2", "Xã Hai", "commune", "commune", "tinh", "none", "none", "active"], strict=True)
            ),
        ),
    ]
    provision_rows(rows, now=a.created_at, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
