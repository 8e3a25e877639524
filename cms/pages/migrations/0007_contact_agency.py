from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0006_no_stock_content"),
    ]

    operations = [
        migrations.AddField(
            model_name="contactpage",
            name="agency",
            field=models.CharField(
                blank=True,
                help_text="Ví dụ: Ủy ban nhân dân xã Tả Phìn. Để trống thì dùng tên của cổng.",
                max_length=255,
                verbose_name="Cơ quan chủ quản",
            ),
        ),
        migrations.AddField(
            model_name="contactpage",
            name="agency_en",
            field=models.CharField(
                blank=True,
                help_text="Ví dụ: Ủy ban nhân dân xã Tả Phìn. Để trống thì dùng tên của cổng.",
                max_length=255,
                null=True,
                verbose_name="Cơ quan chủ quản",
            ),
        ),
        migrations.AddField(
            model_name="contactpage",
            name="agency_vi",
            field=models.CharField(
                blank=True,
                help_text="Ví dụ: Ủy ban nhân dân xã Tả Phìn. Để trống thì dùng tên của cổng.",
                max_length=255,
                null=True,
                verbose_name="Cơ quan chủ quản",
            ),
        ),
    ]
