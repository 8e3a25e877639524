"""What happened to a portal, appended and never edited."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .portals import Portal


class PortalEvent(models.Model):
    """One event of a portal's life. `happened_at` is what counts, `recorded_at` when we were told."""

    class Kind(models.TextChoices):
        CREATED = "created", _("Khởi tạo cổng")
        CHANGED = "changed", _("Thay đổi thông tin")
        STATE = "state", _("Thay đổi trạng thái")
        HOSTS = "hosts", _("Thay đổi tên miền")
        GRANTED = "granted", _("Giao vai trò")
        REVOKED = "revoked", _("Thu hồi vai trò")
        INVITED = "invited", _("Cấp liên kết đặt mật khẩu")
        ACCEPTED = "accepted", _("Nhận lời mời")
        EXPIRED = "expired", _("Hết thời hạn")
        ACTING_BEGUN = "acting", _("Tỉnh làm thay")
        ACTING_ENDED = "acting_ended", _("Kết thúc làm thay")
        FACTOR = "factor", _("Đặt lại xác thực hai lớp")
        DEACTIVATED = "deactivated", _("Khóa tài khoản")
        REACTIVATED = "reactivated", _("Mở khóa tài khoản")

    portal = models.ForeignKey(Portal, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=12, choices=Kind)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("sự kiện")
        verbose_name_plural = _("sự kiện")

    def __str__(self):
        return f"{self.portal}: {self.get_kind_display()}"
