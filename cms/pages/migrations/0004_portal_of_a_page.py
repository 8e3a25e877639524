import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F


def fill_vietnamese(apps, schema_editor):
    """Wagtail's own data migrations create the root and the welcome page with the plain columns only."""
    page = apps.get_model("pages", "PortalPage")
    for name in ("title", "seo_title", "search_description"):
        page.objects.filter(**{f"{name}_vi": None}).update(**{f"{name}_vi": F(name)})


def drop_welcome_page(apps, schema_editor):
    """Wagtail plants a welcome page with a default site; here every home belongs to a portal."""
    apps.get_model("wagtailcore", "Site").objects.all().delete()
    page = apps.get_model("pages", "PortalPage")
    page.objects.filter(depth=2).delete()
    page.objects.filter(depth=1).update(numchild=0)
    # PostgreSQL makes no index (that of `portal` comes last) while checks of changed rows are still due.
    schema_editor.connection.check_constraints()


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
            index=models.Index(
                fields=["portal", "section", "live", "-first_published_at"], name="page_of_a_section"
            ),
        ),
        migrations.RunPython(fill_vietnamese, migrations.RunPython.noop),
        migrations.RunPython(drop_welcome_page, migrations.RunPython.noop),
    ]
