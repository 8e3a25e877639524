"""A membership is the only source of rights; groups and permissions are derived from it (rights.py)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .portals import Portal


class Role(models.TextChoices):
    EDITOR = "editor", _("Biên tập viên")
    CHIEF = "chief", _("Trưởng ban biên tập")
    HEAD = "head", _("Lãnh đạo đơn vị")
    OFFICER = "officer", _("Cán bộ hỏi - đáp")
    DISTRICT_ASSESSOR = "district_assessor", _("Cán bộ chấm điểm cấp huyện")
    PROVINCE_OFFICE = "province_office", _("Văn phòng tỉnh")
    PROVINCE_ADMIN = "province_admin", _("Quản trị tỉnh")


PROVINCE_ROLES = frozenset({Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN})


class Membership(models.Model):
    """One person's one role in one portal. Province roles are held in the provincial portal."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    portal = models.ForeignKey(Portal, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("Vai trò"), max_length=20, choices=Role)
    granted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("vai trò")
        verbose_name_plural = _("vai trò")
        constraints = [models.UniqueConstraint(fields=["user", "portal", "role"], name="a_role_once_a_portal")]

    def __str__(self):
        return f"{self.user} - {self.get_role_display()} - {self.portal}"
