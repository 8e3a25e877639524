import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0004_audit'),
    ]

    operations = [
        migrations.CreateModel(
            name='LoginPolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('grace_days', models.PositiveSmallIntegerField(default=14, help_text='Tính từ ngày nhận vai trò phải xác thực hai lớp. Số 0: phải thiết lập ngay.', validators=[django.core.validators.MaxValueValidator(365)], verbose_name='Số ngày để thiết lập xác thực hai lớp')),
                ('idle_days', models.PositiveSmallIntegerField(default=90, help_text='Tính theo ngày lịch. Trưởng ban biên tập mở lại được.', validators=[django.core.validators.MinValueValidator(7), django.core.validators.MaxValueValidator(730)], verbose_name='Số ngày không đăng nhập thì ngừng tài khoản')),
                ('session_hours', models.PositiveSmallIntegerField(default=12, help_text='Hết giờ thì phải đăng nhập lại.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(24)], verbose_name='Số giờ của một phiên đăng nhập')),
            ],
            options={
                'verbose_name': 'quy định đăng nhập',
                'verbose_name_plural': 'quy định đăng nhập',
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='one_login_policy'), models.CheckConstraint(condition=models.Q(('grace_days__lte', 365), ('idle_days__range', (7, 730)), ('session_hours__range', (1, 24))), name='login_policy_in_reason')],
            },
        ),
        migrations.AddField(
            model_name='user',
            name='activated_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='Đặt mật khẩu đầu tiên'),
        ),
        migrations.AddField(
            model_name='user',
            name='reopened_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='Mở lại'),
        ),
    ]
