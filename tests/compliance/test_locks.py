"""The locks of the ledger exist in the database, and the files that were scored with are what they were."""

from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from compliance.models import EvidenceSet, LedgerEntry, Period, ScoreSheet, ScoringRun
from compliance.packs import load_packs
from compliance.packs.loading import FOLDER
from tenants.scoping import TenantOwned

migration = import_module("compliance.migrations.0002_append_only")
LOCKED = {"compliance_ledgerentry", "compliance_evidenceset", "compliance_scoresheet"}
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "features" / "compliance.md"

TRIGGERS = {
    "sqlite": "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'compliance%%append_only'",
    "postgresql": "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
    "WHERE tgname LIKE 'compliance%%append_only'",
}


def locked_tables():
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor], [])
        return {row[0] for row in cursor.fetchall()}


class Editor:
    """A schema editor that runs inside the test's transaction."""

    connection = connection

    @staticmethod
    def execute(statement, params=()):
        with connection.cursor() as cursor:
            cursor.execute(statement, params)


@pytest.mark.django_db
def test_every_table_of_the_ledger_is_locked():
    """A later migration that rebuilds one of them on SQLite loses its trigger and must create it again."""
    assert locked_tables() == LOCKED == set(migration.TABLES)


@pytest.mark.django_db
def test_the_lock_can_be_taken_away_and_put_back():
    migration.allow_changes(apps, Editor)
    assert locked_tables() == set()
    migration.refuse_changes(apps, Editor)
    assert locked_tables() == LOCKED


def test_what_is_locked_is_what_the_ledger_consists_of():
    assert {model._meta.db_table for model in (LedgerEntry, EvidenceSet, ScoreSheet)} == LOCKED


def test_rows_of_a_portal_belong_to_it_and_rows_of_the_province_to_nobody():
    owned = {model for model in apps.get_app_config("compliance").get_models() if issubclass(model, TenantOwned)}
    assert owned == {LedgerEntry, EvidenceSet, ScoreSheet}
    assert set(apps.get_app_config("compliance").get_models()) - owned == {Period, ScoringRun}


# --- pack files ---------------------------------------------------------------------------------------
BONUS = "B1 1, B2 1, B3 1, B4 1, B5 1"
MAXIMA = {
    "info_gov_A": (
        "G01 3, G02 3, G03 2, G04 2, G05 5, G07 3, G08 4, G09 4, G10 4, G11 3, G12 2, G14 2, G16 5,"
        " G17 2, G18 1, G20 1, G21 1, G22 1, G23 2, "
        f"{BONUS}"
    ),
    "info_gov_B": (
        "G01 3, G02 2, G03 2, G04 2, G05 5, G06 1, G07 3, G08 3, G09 3, G10 3, G11 3, G12 2, G13 2,"
        " G14 2, G15 1, G16 4, G17 2, G18 1, G19 2, G20 1, G21 1, G22 1, G23 1, "
        f"{BONUS}"
    ),
    "info_party": (
        "P01 8, P02 6, P03 4, P04 20, P05 12, P06 10, P07 6, P08 8, P09 4, P10 4, P11 2, P12 2, P13"
        " 1, P14 1, P15 2, "
        f"{BONUS}"
    ),
    "info_commune": (
        "C01 4, C02 4, C03 3, C04 4, C05 3, C06 2, C07 2, C08 2, C09 3, C10 2, C11 1, C12 2, C13 3,"
        " C14 1, C15 3, C16 2, C17 4, C18 2, C19 1, C20 1, C21 1, "
        f"{BONUS}"
    ),
    "info_bonus": BONUS,
    "qna": "Q01 4, Q02 6, Q03 2, Q04 3, QB1 1, QB2 1, QB3 1",
    "online_services": "D01 5, D02 3, D03 5, D04 10, D05 2, DB1 2",
}


@pytest.mark.parametrize("pack", load_packs(), ids=lambda pack: f"{pack.code}-{pack.version}")
def test_the_points_of_a_version_never_change(pack):
    """Ledger entries refer to code and version alone: other points are another version."""
    assert ", ".join(f"{criterion.code} {criterion.max:g}" for criterion in pack.criteria) == MAXIMA[pack.code]


@pytest.mark.parametrize("pack", load_packs(), ids=lambda pack: f"{pack.code}-{pack.version}")
def test_every_criterion_is_named_in_both_languages(pack):
    for criterion in pack.criteria:
        assert criterion.name_vi.strip() and criterion.name_en.strip(), criterion.code
        assert criterion.name_vi != criterion.name_en, criterion.code
    assert pack.label_vi and pack.label_en and pack.short_vi and pack.short_en


def test_the_files_speak_of_nothing_but_the_domain():
    for path in FOLDER.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert "seed" not in text, path.name


# --- documentation --------------------------------------------------------------------------------------
def measured_codes():
    return {criterion.code for pack in load_packs() for criterion in pack.criteria if criterion.rule}


def test_every_measured_criterion_is_explained_and_no_other_is():
    text = DOCUMENTATION.read_text(encoding="utf-8")
    table = text.partition("## What is measured now")[2].partition("Everything else")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| ") and "criterion" not in line]
    explained = {code.strip() for row in rows for code in row.split(",")}
    assert explained == measured_codes()


@pytest.mark.parametrize("command", ["score", "explain", "verify_ledger"])
def test_every_command_is_documented(command):
    assert f"manage.py {command}" in DOCUMENTATION.read_text(encoding="utf-8")
