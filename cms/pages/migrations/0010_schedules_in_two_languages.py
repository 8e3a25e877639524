"""Rows of working calendars get English columns; what they say already is their Vietnamese."""

from django.db import migrations, models
from django.db.models import F


def fill_vietnamese(apps, schema_editor):
    rows = apps.get_model("pages", "ScheduleEntry").objects.using(schema_editor.connection.alias)
    rows.update(content_vi=F("content"), person_vi=F("person"), place_vi=F("place"))


def tell_untranslated(apps, schema_editor):
    """A calendar whose title alone is English is shown in Vietnamese, as any page that is not translated."""
    alias = schema_editor.connection.alias
    filled = apps.get_model("pages", "ScheduleEntry").objects.using(alias).values("page_id")
    pages = apps.get_model("pages", "PortalPage").objects.using(alias)
    pages.filter(pk__in=filled).exclude(en_status="missing").update(en_status="missing")


def text(label, example, length, **values):
    return models.CharField(help_text=example, max_length=length, null=True, verbose_name=label, **values)


CONTENT = ("Nội dung", "Ví dụ: Họp giao ban đầu tuần.", 300)
PERSON = ("Chủ trì, tham dự", "Ví dụ: Chủ tịch Ủy ban nhân dân xã.", 200)
PLACE = ("Địa điểm", "Ví dụ: Hội trường tầng 2.", 200)


class Migration(migrations.Migration):
    dependencies = [("pages", "0009_drafts_without_dates")]

    operations = [
        migrations.AddField("scheduleentry", "content_vi", text(*CONTENT)),
        migrations.AddField("scheduleentry", "content_en", text(*CONTENT)),
        migrations.AddField("scheduleentry", "person_vi", text(*PERSON, blank=True)),
        migrations.AddField("scheduleentry", "person_en", text(*PERSON, blank=True)),
        migrations.AddField("scheduleentry", "place_vi", text(*PLACE, blank=True)),
        migrations.AddField("scheduleentry", "place_en", text(*PLACE, blank=True)),
        migrations.RunPython(fill_vietnamese, migrations.RunPython.noop),
        migrations.RunPython(tell_untranslated, migrations.RunPython.noop),
    ]
