from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('tenants', '0002_portals'),
    ]

    operations = [
        migrations.AddField(
            model_name='membership',
            name='expires_at',
            field=models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='Kết thúc'),
        ),
        migrations.AddField(
            model_name='membership',
            name='invited_as',
            field=models.CharField(blank=True, max_length=301, verbose_name='Tên người được mời'),
        ),
        migrations.AddField(
            model_name='membership',
            name='reason',
            field=models.CharField(blank=True, max_length=500, verbose_name='Lý do'),
        ),
        migrations.AlterField(
            model_name='portalevent',
            name='kind',
            field=models.CharField(choices=[('created', 'Khởi tạo cổng'), ('changed', 'Thay đổi thông tin'), ('state', 'Thay đổi trạng thái'), ('hosts', 'Thay đổi tên miền'), ('granted', 'Giao vai trò'), ('revoked', 'Thu hồi vai trò'), ('invited', 'Cấp liên kết đặt mật khẩu'), ('accepted', 'Nhận lời mời'), ('expired', 'Hết thời hạn'), ('acting', 'Tỉnh làm thay'), ('acting_ended', 'Kết thúc làm thay'), ('factor', 'Đặt lại xác thực hai lớp'), ('deactivated', 'Khóa tài khoản'), ('reactivated', 'Mở khóa tài khoản')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('invited_as', ''), ('reason', '')), ('expires_at__isnull', False), _connector='OR'), name='acting_and_invitations_end'),
        ),
    ]
