"""The audit log. The database itself refuses to change or delete its rows, whoever asks.

On PostgreSQL emptying a whole table (TRUNCATE) stays possible: only the owner of the tables may, and tests do. SQLite
empties a table row by row, so a test that does must take `tenants_auditentry_no_delete` away first.
"""

import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TABLE = "tenants_auditentry"

POSTGRESQL_FUNCTION = """
CREATE FUNCTION tenants_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""

TRIGGERS = {
    f"{TABLE}_no_update": ("UPDATE", "changed"),
    f"{TABLE}_no_delete": ("DELETE", "deleted"),
}


def refuse_changes(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(POSTGRESQL_FUNCTION, params=None)  # its % is no placeholder
    for name, (event, verb) in TRIGGERS.items():
        if vendor == "postgresql":
            does = "FOR EACH ROW EXECUTE FUNCTION tenants_append_only()"
        else:
            does = f"BEGIN SELECT RAISE(ABORT, 'rows of {TABLE} are never {verb}'); END"
        schema_editor.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {TABLE} {does}")


def allow_changes(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for name in TRIGGERS:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {TABLE}" if postgresql else ""))
    if postgresql:
        schema_editor.execute("DROP FUNCTION IF EXISTS tenants_append_only()")



class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0003_acting'),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('happened_at', models.DateTimeField(verbose_name='Lúc')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('actor_name', models.CharField(blank=True, max_length=301, verbose_name='Người thực hiện')),
                ('acting_as', models.CharField(blank=True, max_length=120, verbose_name='Với vai trò')),
                ('action', models.CharField(max_length=60, verbose_name='Việc')),
                ('refused', models.BooleanField(default=False, verbose_name='Bị từ chối')),
                ('target_model', models.CharField(blank=True, max_length=100)),
                ('target_pk', models.CharField(blank=True, max_length=64)),
                ('target_title', models.CharField(blank=True, max_length=255, verbose_name='Đối tượng')),
                ('search_words', models.CharField(blank=True, max_length=255)),
                ('detail', models.JSONField(blank=True, default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('remote_address', models.GenericIPAddressField(null=True, verbose_name='Địa chỉ mạng')),
                ('path', models.CharField(blank=True, max_length=255, verbose_name='Đường dẫn')),
                ('actor', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('portal', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenants.portal', verbose_name='Cổng')),
            ],
            options={
                'verbose_name': 'mục nhật ký',
                'verbose_name_plural': 'mục nhật ký',
                'indexes': [models.Index(fields=['portal', '-happened_at', '-id'], name='audit_of_a_portal'), models.Index(fields=['-happened_at', '-id'], name='audit_of_all'), models.Index(fields=['actor', '-happened_at', '-id'], name='audit_of_a_person'), models.Index(condition=models.Q(('refused', True)), fields=['-happened_at', '-id'], name='audit_refused')],
            },
        ),
        migrations.RunPython(refuse_changes, allow_changes),
    ]
