"""The kinds, topics, deadlines and titles that every province starts with and may change; and history that stays."""

from datetime import date, time
from pathlib import Path

import yaml
from django.db import migrations

DATA = Path(__file__).parent.parent / "data"
TABLE = "questions_caseevent"
# Until the decree of 2011 expired it named the 15 working days; since then the province's own rules do.
OLD_BASIS = "Điểm đ khoản 1 Điều 17 Nghị định số 43/2011/NĐ-CP"
TRIGGERS = {
    "postgresql": (
        f"CREATE FUNCTION questions_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION 'rows of {TABLE} are never changed or deleted' USING ERRCODE = 'integrity_constraint_violation'; "
        f"END $$",
        f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE OR DELETE ON {TABLE} "
        f"FOR EACH ROW EXECUTE FUNCTION questions_append_only()",
    ),
    "sqlite": (
        f"CREATE TRIGGER {TABLE}_append_only BEFORE UPDATE ON {TABLE} "
        f"BEGIN SELECT RAISE(ABORT, 'rows of {TABLE} are never changed'); END",
    ),
}


def fill(apps, schema_editor):
    kinds = apps.get_model("questions", "QuestionKind").objects
    kind = kinds.create(code="hoi-dap", name="Hỏi - Đáp", name_en="Question", order=1)
    fault = kinds.create(
        code="bao-sai",
        name="Báo thông tin sai, thiếu",
        name_en="Wrong or missing information",
        is_offered=False,
        needs_contact=False,
        counts=False,
        order=2,
    )
    rules = apps.get_model("questions", "ClockRule").objects
    rules.create(
        kind=kind,
        valid_from=date(2011, 10, 1),
        valid_to=date(2022, 8, 14),
        cut_off=time(17),
        legal_basis=OLD_BASIS,
        confidence="H",
    )
    rules.create(kind=kind, valid_from=date(2022, 8, 15), cut_off=time(17))
    rules.create(kind=fault, valid_from=date(2022, 8, 15), cut_off=time(17), receipt_days=2, answer_days=5, extensions=0)
    titles = apps.get_model("questions", "OfficialTitle")
    titles.objects.bulk_create(
        titles(name=row["vi"], name_en=row["en"], signs_for=row["signs_for"])
        for row in _rows("titles.yaml")
    )
    topics = apps.get_model("questions", "Topic")
    topics.objects.bulk_create(
        topics(name=row["vi"], name_en=row["en"], order=order) for order, row in enumerate(_rows("topics.yaml"), 1)
    )


def _rows(name):
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


def refuse_changes(apps, schema_editor):
    for statement in TRIGGERS.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement, params=None)


def allow_changes(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_append_only" + (f" ON {TABLE}" if postgresql else ""))
    if postgresql:
        schema_editor.execute("DROP FUNCTION IF EXISTS questions_append_only()")


class Migration(migrations.Migration):
    dependencies = [("questions", "0001_cases")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(refuse_changes, allow_changes),
    ]
