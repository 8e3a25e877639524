from django.db import migrations
from wagtail.models import BootstrapLocaleField, BootstrapTranslatableModel, BootstrapTranslationKeyField


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_base_page"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]

    operations = [
        BootstrapLocaleField("pages.PortalPage"),
        BootstrapTranslationKeyField("pages.PortalPage"),
        BootstrapTranslatableModel("pages.PortalPage"),
    ]
