"""What stands on the command line, and exactly what it prints."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from compliance.models import LedgerEntry, ScoringRun
from compliance.periods import find_period
from tenants.models import Portal
from tenants.scoping import platform_scope
from tests.factories import make_portal

from .making import EVERYTHING, at
from .planting import Q1, plant_everything, plant_leader, plant_news, scored

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _answering_platform(monkeypatch):
    """Probing the running pages is tested elsewhere; here the system offers everything."""
    for command in ("score", "explain"):
        monkeypatch.setattr(f"compliance.management.commands.{command}.probe", lambda portals: EVERYTHING)


def run(command, *args):
    """(stdout, stderr)"""
    out, err = StringIO(), StringIO()
    call_command(command, *args, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def as_json(command, *args):
    return json.loads(run(command, *args, "--json")[0])


# --- score ------------------------------------------------------------------------------------------
def test_the_shape_of_scores_is_the_one_others_rely_on(department, a):
    plant_everything(department)
    plant_news(a, weeks=[12])
    found = as_json("score", "--portal", "so-a", "--period", Q1)
    assert (found["period"], found["as_of"], list(found)) == (
        Q1,
        "2024-03-22T23:59:59+07:00",
        ["period", "as_of", "portals"],
    )
    (portal,) = found["portals"]
    assert (portal["slug"], portal["group"], list(portal)) == ("so-a", "department", ["slug", "group", "packs"])
    assert [(pack["pack"], pack["version"], pack["component"]) for pack in portal["packs"]] == [
        ("info_gov_A", "1", "information"),
        ("info_gov_B", "1", "information"),
        ("online_services", "1", "online_services"),
        ("qna", "1", "questions"),
    ]
    first = portal["packs"][0]
    assert {name: first[name] for name in ("score", "base_max", "bonus_max")} == {
        "score": 23,
        "base_max": 50,
        "bonus_max": 5,
    }
    assert first["score"] == sum(criterion["score"] for criterion in first["criteria"])
    assert first["criteria"][0] == {
        "code": "G01", "score": 3, "max": 3, "state": "measured", "numerator": 3, "denominator": 3, "reasons": [],
    }  # fmt: skip
    unmeasured = next(criterion for criterion in first["criteria"] if criterion["code"] == "G21")
    assert unmeasured == {
        "code": "G21", "score": 0, "max": 1, "state": "unmeasured", "numerator": None, "denominator": None,
        "reasons": ["chua_do"],
    }  # fmt: skip


def test_every_number_is_a_multiple_of_half_a_point(a, b, department):
    plant_news(a, weeks=[1, 2, 12])
    for portal in as_json("score", "--period", Q1)["portals"]:
        for pack in portal["packs"]:
            numbers = [pack["score"], *(criterion["score"] for criterion in pack["criteria"])]
            assert all(number * 2 == int(number * 2) for number in numbers)


def test_every_active_portal_is_scored_and_nothing_else_is_on_stdout(a, b, department, province):
    make_portal("xa-xay", state="building")
    out, err = run("score", "--period", Q1, "--json")
    assert out.count("\n") == 1
    assert [portal["slug"] for portal in json.loads(out)["portals"]] == ["so-a", "tinh", "xa-a", "xa-b"]
    assert "4 portals" in err


def test_the_scores_of_two_portals_are_their_own(a, b):
    plant_news(b)
    points = {
        portal["slug"]: portal["packs"][0]["score"]
        for portal in as_json("score", "--period", Q1)["portals"]
        if portal["packs"]
    }
    assert (points["xa-a"], points["xa-b"]) == (0, 4)


def test_scoring_is_recorded_and_asking_again_gives_the_same(a, b):
    plant_news(a, weeks=[11, 12])
    assert as_json("score", "--period", Q1) == as_json("score", "--period", Q1)
    assert ScoringRun.objects.count() == 2


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2024-02-04", "2024-02-04T23:59:59+07:00"),  # a day means its end
        ("2024-02-04T12:00:00", "2024-02-04T12:00:00+07:00"),  # without offset: local
        ("2024-02-04T12:00:00+00:00", "2024-02-04T19:00:00+07:00"),
        ("2024-02-04T05:00:00Z", "2024-02-04T12:00:00+07:00"),
    ],
)
def test_the_moment_may_be_a_day_or_a_time(a, b, text, printed):
    plant_news(b)
    assert as_json("score", "--portal", "xa-a", "--period", Q1, "--as-of", text)["as_of"] == printed


def test_without_a_period_the_one_of_the_settings_is_scored(a, b, settings):
    settings.COMPLIANCE_DEFAULT_PERIOD = "2023-Q4"
    assert as_json("score", "--portal", "xa-a")["period"] == "2023-Q4"


def test_without_json_people_read_a_line_a_portal(a, b):
    plant_news(a)
    assert run("score", "--portal", "xa-a", "--period", Q1)[0] == "xa-a: info_commune 4/55\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--portal", "xa-khong-co"], "no portal has the slug xa-khong-co"),
        (["--period", "2024-Q9"], "no period has the code 2024-Q9"),
        (["--as-of", "hôm qua"], "hôm qua"),
        (["--as-of", "2024-02-31"], "2024-02-31"),
        (["--period", Q1, "--as-of", "2023-12-31"], "2024-Q1 begins on 2024-01-01"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_recorded(a, b, args, words):
    with pytest.raises(CommandError, match=words):
        run("score", *args)
    assert ScoringRun.objects.count() == 0


def test_a_portal_under_construction_is_not_scored(a, b):
    make_portal("xa-xay", state="building")
    with pytest.raises(CommandError, match="xa-xay is building"):
        run("score", "--portal", "xa-xay")


def test_a_database_without_portals_gives_an_empty_list(db):
    Portal.objects.update(state="closed")
    assert as_json("score", "--period", Q1)["portals"] == []


# --- explain ----------------------------------------------------------------------------------------
def test_explaining_says_what_was_counted_and_writes_nothing(department, a):
    plant_news(department, weeks=[11, 12])
    plant_news(a, title="Của A")
    out, _err = run("explain", "so-a", "g16", "--period", Q1)
    assert "info_gov_A G16: 0.5/5 (measured, news_frequency/1)" in out  # 2/12 of 5 = 0.83
    assert "info_gov_B G16: 0.5/4" in out
    assert "2 / 12" in out
    assert "Có tuần trong kỳ không đăng tin, bài nào" in out
    assert "+ 2024-03-13T09:00:00+07:00 Tin tuần 11 /tin-tuc/tin-tuan-11/" in out
    assert "Của A" not in out
    assert ScoringRun.objects.count() == 0


def test_explaining_names_what_each_thing_lacks(department, a):
    plant_leader(department, "Thiếu Tiểu Sử", biography="")
    plant_leader(a)
    out, _err = run("explain", "so-a", "G02", "--period", Q1)
    assert "· 2021-07-01 Thiếu Tiểu Sử, Chủ tịch  tiểu sử tóm tắt dưới 200 ký tự" in out


def test_explaining_as_json_gives_one_row_a_pack(department, a):
    plant_news(department, weeks=[12])
    plant_news(a)
    rows = as_json("explain", "so-a", "G16", "--period", Q1)
    assert [(row["pack"], row["score"], row["max"], len(row["evidence"])) for row in rows] == [
        ("info_gov_A", 0, 5, 1), ("info_gov_B", 0, 4, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["xa-a", "P01"], "xa-a is not measured by a criterion P01"),
        (["tinh", "C17"], "tinh is not measured"),
        (["xa-c", "C17"], "no portal has the slug xa-c"),
        (["xa-a", "C17", "--as-of", "2023-01-01"], "begins on"),
    ],
)
def test_what_cannot_be_explained(a, b, args, words):
    with pytest.raises(CommandError, match=words):
        run("explain", *args, "--period", Q1)


# --- verify_ledger ----------------------------------------------------------------------------------
def test_an_untouched_ledger_is_proved(a, b):
    scored(a, b)
    assert run("verify_ledger")[0] == "52 entries, 0 broken\n"
    assert as_json("verify_ledger", "--portal", "xa-a") == {"entries": 26, "faults": []}


def test_a_broken_ledger_is_an_error_and_says_where(a, b):
    scored(a, b)
    with platform_scope():
        victim = LedgerEntry.objects.get(portal=b, criterion="C17")
    with connection.cursor() as cursor:
        on = " ON compliance_ledgerentry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER compliance_ledgerentry_append_only{on}")
        cursor.execute("UPDATE compliance_ledgerentry SET half_points = 8 WHERE id = %s", [victim.pk])
    out = StringIO()
    with pytest.raises(CommandError, match=r"broken in 1 places, first at .*xa-b"):
        call_command("verify_ledger", "--json", stdout=out, stderr=StringIO())
    assert json.loads(out.getvalue()) == {
        "entries": 52, "faults": [{"portal": "xa-b", "sequence": victim.sequence, "fault": "content"}],
    }  # fmt: skip
    run("verify_ledger", "--portal", "xa-a")  # the other portal's chain still holds


def test_the_cut_off_of_the_period_is_kept_with_it(a, b):
    scored(a, b)
    period = find_period(Q1)
    assert (period.pk is not None, period.ends, period.cutoff > at((3, 22), hour=23)) == (
        True,
        date(2024, 3, 31),
        True,
    )
