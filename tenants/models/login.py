"""What the province demands of everybody who logs in."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class LoginPolicy(models.Model):
    """One row for the whole installation; before the province first saves it, the defaults hold."""

    grace_days = models.PositiveSmallIntegerField(
        _("Số ngày để thiết lập xác thực hai lớp"),
        default=14,
        validators=[MaxValueValidator(365)],
        help_text=_("Tính từ ngày nhận vai trò phải xác thực hai lớp. Số 0: phải thiết lập ngay."),
    )
    idle_days = models.PositiveSmallIntegerField(
        _("Số ngày không đăng nhập thì ngừng tài khoản"),
        default=90,
        validators=[MinValueValidator(7), MaxValueValidator(730)],
        help_text=_("Tính theo ngày lịch. Trưởng ban biên tập mở lại được."),
    )
    session_hours = models.PositiveSmallIntegerField(
        _("Số giờ của một phiên đăng nhập"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(24)],
        help_text=_("Hết giờ thì phải đăng nhập lại."),
    )

    class Meta:
        verbose_name = _("quy định đăng nhập")
        verbose_name_plural = _("quy định đăng nhập")
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="one_login_policy"),
            models.CheckConstraint(
                condition=Q(grace_days__lte=365, idle_days__range=(7, 730), session_hours__range=(1, 24)),
                name="login_policy_in_reason",
            ),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)
