"""The demonstration's questions of the first quarter of 2024 give the figures that the report of that quarter told."""

import csv
import io
import json
from collections import Counter

import pytest
from django.core.management import call_command

from cms.questions.models import CaseEvent, Question
from demo.loading.reading import HERE, read_portals
from tenants.models import Portal

FILE = HERE / "questions_q1_2024.csv"
SCORED_FOR_QUESTIONS = 23  # of 39 units; sixteen had no question
BUSIEST = {"so-giao-duc-va-dao-tao", "so-noi-vu", "so-y-te", "so-tu-phap", "cuc-thue-tinh", "huyen-si-ma-cai"}


@pytest.fixture(scope="module")
def rows():
    with FILE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def units(db, rows):
    """The portals that the file names, without their pages."""
    named = {row[column] for row in rows for column in ("portal", "forwarded_to") if row[column]}
    known = read_portals()
    Portal.objects.filter(slug="tinh").update(level="department", group="department")
    Portal.objects.bulk_create(
        Portal(slug=slug, name=known[slug]["name"], level=known[slug]["level"], group=known[slug]["group"])
        for slug in sorted(named)
    )


def _import():
    out = io.StringIO()
    call_command("import_questions", str(FILE), "--json", stdout=out, stderr=io.StringIO())
    return json.loads(out.getvalue())


def _figures(*options, as_of="2024-03-22"):
    out = io.StringIO()
    days = ("--from", "2024-01-01", "--to", "2024-03-22", "--as-of", as_of)
    call_command("question_figures", *days, *options, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_the_figures_are_those_of_the_report(units):
    assert _import() == {"created": 100, "unchanged": 0, "refused": []}
    told = _figures()
    assert (told["received"], told["removed"]["total"], told["eligible"]) == (100, 14, 86)
    assert (told["answered"], told["waiting"]) == (69, 17)
    assert told["removed"] == {"total": 14, "violation": 5, "duplicate": 6, "referred": 3}
    assert (told["on_time"], told["late"], told["waiting_overdue"], told["wrong_title"]) == (66, 3, 4, 3)
    busiest = Counter({slug: _figures("--portal", slug)["eligible"] for slug in BUSIEST})
    assert busiest["so-giao-duc-va-dao-tao"] == 12 and min(busiest.values()) == 5


def test_groups_add_up_to_the_whole(units):
    _import()
    whole, groups = _figures(), [_figures("--group", group) for group in ("province", "department", "vertical",
                                                                         "party", "district", "commune")]  # fmt: skip
    for name in ("received", "eligible", "answered", "waiting", "late", "waiting_overdue", "wrong_title"):
        assert whole[name] == sum(group[name] for group in groups)


def test_a_second_import_changes_nothing(units):
    _import()
    before = _figures(), CaseEvent._base_manager.count(), Question._base_manager.order_by("pk").values_list()[:]
    assert _import() == {"created": 0, "unchanged": 100, "refused": []}
    assert (_figures(), CaseEvent._base_manager.count()) == before[:2]
    assert list(Question._base_manager.order_by("pk").values_list()) == list(before[2])


def test_on_new_years_day_there_was_one_question_and_nothing_else_was_known(units):
    _import()
    told = _figures(as_of="2024-01-01")
    assert (told["received"], told["waiting"], told["removed"]["total"]) == (1, 1, 0)


def test_what_the_file_has_to_show(rows):
    holders = {row["forwarded_to"] or row["portal"] for row in rows if not row["removal"]}
    assert len(holders) == SCORED_FOR_QUESTIONS and holders >= BUSIEST
    assert sum(bool(row["forwarded_to"]) for row in rows) == 18 and sum(bool(row["extended_to"]) for row in rows) == 4
    assert sum("Vũng Tàu" in row["region"] for row in rows) == 1
    assert len({row["text"] for row in rows}) == 100 and all(row["code"].startswith("MINHHOA-") for row in rows)
    assert {row["portal"] for row in rows} <= set(read_portals())
