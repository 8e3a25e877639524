from django.db import migrations, models


def forget_questions(apps, schema_editor):
    apps.get_model("search", "SearchEntry")._base_manager.filter(page_number__isnull=True).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("search", "0002_engines"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchentry",
            name="question_number",
            field=models.PositiveBigIntegerField(db_index=True, null=True),
        ),
        migrations.AlterField(
            model_name="searchentry",
            name="page_number",
            field=models.PositiveBigIntegerField(db_index=True, null=True),
        ),
        migrations.RunPython(migrations.RunPython.noop, forget_questions),
        migrations.AddConstraint(
            model_name="searchentry",
            constraint=models.CheckConstraint(
                condition=models.Q(page_number__isnull=True, question_number__isnull=False)
                | models.Q(page_number__isnull=False, question_number__isnull=True),
                name="an_entry_is_of_a_page_or_a_question",
            ),
        ),
    ]
