from django.db import migrations

STOCK_GROUPS = ["Editors", "Moderators"]


def drop_stock_rights(apps, schema_editor):
    """Wagtail's sample groups hold rights over the whole tree, its sample workflow knows no portal: neither fits."""
    apps.get_model("wagtailcore", "Workflow").objects.all().delete()
    apps.get_model("wagtailcore", "Task").objects.all().delete()
    apps.get_model("auth", "Group").objects.filter(name__in=STOCK_GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0005_page_types"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(drop_stock_rights, migrations.RunPython.noop)]
