"""An answer that was signed stays through a reopening until the next one is signed.

`signed_at` and `answered_by` tell of it.
"""

from django.db import migrations, models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce


def fill(apps, schema_editor):
    """The newest signature of each answered case. Of those asked again the answer was taken off: they wait anew."""
    questions = apps.get_model("questions", "Question")._base_manager
    events = apps.get_model("questions", "CaseEvent")._base_manager.filter(question=OuterRef("pk"), kind="answered")
    newest = Subquery(events.order_by("-number").values("at")[:1])
    questions.filter(answered_at__isnull=False).update(
        signed_at=Coalesce(newest, F("answered_at")), answered_by=F("portal")
    )


class Migration(migrations.Migration):
    dependencies = [("questions", "0002_what_a_province_starts_with")]

    operations = [
        migrations.AddField(
            model_name="question",
            name="signed_at",
            field=models.DateTimeField(null=True, verbose_name="Ký trả lời lúc"),
        ),
        migrations.AddField(
            model_name="question",
            name="answered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=models.deletion.PROTECT,
                related_name="+",
                to="tenants.portal",
                verbose_name="Đơn vị đã trả lời",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(("stage", "answered"), _negated=True)
                | models.Q(("answered_by", F("portal")), ("answered_by__isnull", False), ("signed_at__isnull", False)),
                name="question_answer_stands",
            ),
        ),
    ]
