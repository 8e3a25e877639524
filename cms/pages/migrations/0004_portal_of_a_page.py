import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0003_finish_base_page"), ("tenants", "0002_portals")]

    operations = [
        migrations.AddField(
            model_name="portalpage",
            name="portal",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenants.portal",
            ),
        ),
        migrations.AddIndex(
            model_name="portalpage",
            index=models.Index(fields=["portal", "section", "live", "-first_published_at"], name="page_of_a_section"),
        ),
    ]
