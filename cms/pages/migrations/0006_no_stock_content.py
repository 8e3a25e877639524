from django.db import migrations
from django.db.models import F

STOCK_GROUPS = ["Editors", "Moderators"]


def fill_vietnamese(apps, schema_editor):
    """Wagtail's own data migrations create the root and the welcome page with the plain columns only."""
    page = apps.get_model("pages", "PortalPage")
    for name in ("title", "seo_title", "search_description"):
        page.objects.filter(**{f"{name}_vi": None}).update(**{f"{name}_vi": F(name)})


def drop_welcome_page(apps, schema_editor):
    """Wagtail plants a welcome page with a default site; here every home belongs to a portal."""
    if apps.get_model("tenants", "Portal").objects.exists():
        return  # these pages and sites are somebody's
    apps.get_model("wagtailcore", "Site").objects.all().delete()
    page = apps.get_model("pages", "PortalPage")
    page.objects.filter(depth=2).delete()
    page.objects.filter(depth=1).update(numchild=0)


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

    operations = [
        migrations.RunPython(fill_vietnamese, migrations.RunPython.noop),
        migrations.RunPython(drop_welcome_page, migrations.RunPython.noop),
        migrations.RunPython(drop_stock_rights, migrations.RunPython.noop),
    ]
