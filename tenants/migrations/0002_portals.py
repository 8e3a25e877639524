import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenants", "0001_user"), ("wagtailcore", "0098_apitoken")]

    operations = [
        migrations.CreateModel(
            name='Portal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.CharField(max_length=63, unique=True, validators=[django.core.validators.RegexValidator('^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$', 'Chỉ dùng chữ thường không dấu, chữ số và gạch nối; dài tối đa 63 ký tự.')], verbose_name='Tên miền con')),
                ('name', models.CharField(max_length=255, verbose_name='Tên chính thức')),
                ('name_en', models.CharField(blank=True, max_length=255, verbose_name='Tên tiếng Anh')),
                ('level', models.CharField(choices=[('province', 'Cấp tỉnh'), ('department', 'Sở, ban, ngành và tương đương'), ('district', 'Cấp huyện'), ('commune', 'Cấp xã')], max_length=12, verbose_name='Cấp')),
                ('group', models.CharField(choices=[('province', 'Cổng tỉnh'), ('department', 'Sở, ban, ngành'), ('vertical', 'Ngành dọc và đơn vị khác'), ('party', 'Khối Đảng, Mặt trận và đoàn thể'), ('district', 'Huyện, thị xã, thành phố'), ('commune', 'Xã, phường, thị trấn')], max_length=12, verbose_name='Khối')),
                ('scale', models.CharField(choices=[('none', 'Không chấm điểm'), ('government', 'Khối chính quyền'), ('party', 'Khối Đảng và chuyên ngành đặc thù'), ('commune', 'Cấp xã')], default='none', max_length=12, verbose_name='Thang điểm')),
                ('scored_by', models.CharField(choices=[('none', 'Không chấm điểm'), ('province', 'Tỉnh chấm'), ('district', 'Huyện chấm')], default='none', max_length=12, verbose_name='Nơi chấm điểm')),
                ('state', models.CharField(choices=[('building', 'Đang xây dựng'), ('active', 'Đang hoạt động'), ('suspended', 'Tạm ngừng'), ('closed', 'Đã đóng')], db_index=True, default='building', max_length=12, verbose_name='Trạng thái')),
                ('opened_on', models.DateField(blank=True, help_text='Để trống: hoạt động từ trước.', null=True, verbose_name='Ngày mở cổng')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('collection', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='portal', to='wagtailcore.collection')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='tenants.portal', verbose_name='Đơn vị quản lý')),
                ('site', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='portal', to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'cổng thành phần',
                'verbose_name_plural': 'cổng thành phần',
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('editor', 'Biên tập viên'), ('chief', 'Trưởng ban biên tập'), ('head', 'Lãnh đạo đơn vị'), ('officer', 'Cán bộ hỏi - đáp'), ('district_assessor', 'Cán bộ chấm điểm cấp huyện'), ('province_office', 'Văn phòng tỉnh'), ('province_admin', 'Quản trị tỉnh')], max_length=20, verbose_name='Vai trò')),
                ('granted_at', models.DateTimeField(auto_now_add=True)),
                ('granted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='tenants.portal')),
            ],
            options={
                'verbose_name': 'vai trò',
                'verbose_name_plural': 'vai trò',
            },
        ),
        migrations.CreateModel(
            name='PortalEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('created', 'Khởi tạo cổng'), ('changed', 'Thay đổi thông tin'), ('state', 'Thay đổi trạng thái'), ('hosts', 'Thay đổi tên miền'), ('granted', 'Giao vai trò'), ('revoked', 'Thu hồi vai trò'), ('invited', 'Cấp liên kết đặt mật khẩu'), ('deactivated', 'Khóa tài khoản'), ('reactivated', 'Mở khóa tài khoản')], max_length=12)),
                ('happened_at', models.DateTimeField()),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('data', models.JSONField(default=dict)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='tenants.portal')),
            ],
            options={
                'verbose_name': 'sự kiện',
                'verbose_name_plural': 'sự kiện',
            },
        ),
        migrations.CreateModel(
            name='PortalHost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('host', models.CharField(max_length=253, unique=True, verbose_name='Tên miền')),
                ('is_primary', models.BooleanField(default=False, verbose_name='Tên miền chính')),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hosts', to='tenants.portal')),
            ],
            options={
                'verbose_name': 'tên miền',
                'verbose_name_plural': 'tên miền',
            },
        ),
        migrations.AddConstraint(
            model_name='portal',
            constraint=models.CheckConstraint(condition=models.Q(('parent', models.F('pk')), _negated=True), name='portal_not_its_own_parent'),
        ),
        migrations.AddConstraint(
            model_name='portal',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='portal_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(fields=('user', 'portal', 'role'), name='a_role_once_a_portal'),
        ),
        migrations.AddConstraint(
            model_name='portalhost',
            constraint=models.UniqueConstraint(condition=models.Q(('is_primary', True)), fields=('portal',), name='one_primary_host_a_portal'),
        ),
    ]
