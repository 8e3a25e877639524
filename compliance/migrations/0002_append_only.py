"""The database itself refuses to change what the ledger says.

PostgreSQL refuses updates and deletions. SQLite refuses updates; deletions there would also stop Django from emptying a
test database, and a removed entry shows in `verify_ledger` on every database.
"""

from django.db import migrations

TABLES = ("compliance_ledgerentry", "compliance_evidenceset", "compliance_scoresheet")

POSTGRESQL_FUNCTION = """
CREATE FUNCTION compliance_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def refuse_changes(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_FUNCTION, params=None)  # its % is no placeholder
    for table in TABLES:
        statement = _TRIGGERS.get(schema_editor.connection.vendor)
        if statement:
            schema_editor.execute(statement.format(table=table))


def allow_changes(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only" + (f" ON {table}" if postgresql else ""))
    if postgresql:
        schema_editor.execute("DROP FUNCTION IF EXISTS compliance_append_only()")


_TRIGGERS = {
    "postgresql": "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION compliance_append_only()",
    "sqlite": "CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END",
}


class Migration(migrations.Migration):
    dependencies = [("compliance", "0001_score_ledger")]

    operations = [migrations.RunPython(refuse_changes, allow_changes)]
