"""Each kind of database keeps the words in its own way, unknown to the model: see search/engines."""

from django.db import migrations

CREATE = {
    "sqlite": [
        # All details are kept: with fewer FTS5 reads the text of every match again to rank it, twenty times slower.
        """CREATE VIRTUAL TABLE search_fts USING fts5(
            place, title, body, pairs, numbers, tokenize="ascii tokenchars '_'")""",
    ],
    "postgresql": [
        "ALTER TABLE search_searchentry ADD COLUMN tsv tsvector, ADD COLUMN tb tsvector",
        "CREATE INDEX search_entry_words ON search_searchentry USING gin (tsv)",
        "CREATE INDEX search_entry_pairs ON search_searchentry USING gin (tb)",
    ],
}
DROP = {
    "sqlite": ["DROP TABLE search_fts"],
    "postgresql": ["ALTER TABLE search_searchentry DROP COLUMN tsv, DROP COLUMN tb"],
}


def create(apps, schema_editor):
    _run(schema_editor, CREATE)


def drop(apps, schema_editor):
    _run(schema_editor, DROP)


def _run(schema_editor, statements):
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_entries")]

    operations = [migrations.RunPython(create, drop)]
