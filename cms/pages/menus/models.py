"""What a portal may change in its own menu: the order of sections, which of them show, and links of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from tenants.scoping import TenantOwned

MOST_LINKS = 8
CHANGED = "menus.change"  # action in the log


class MenuChoice(TenantOwned):
    """Where a section stands within its group of the menu; a hidden one stays in the site map and at its address."""

    section = models.CharField(_("Chuyên mục"), max_length=40)
    position = models.PositiveSmallIntegerField(_("Thứ tự"), default=0)
    is_hidden = models.BooleanField(_("Ẩn khỏi menu"), default=False)

    class Meta:
        verbose_name = _("mục của menu")
        verbose_name_plural = _("mục của menu")
        constraints = [models.UniqueConstraint(fields=["portal", "section"], name="menu_choice_once_a_section")]


class QuickLink(TenantOwned):
    """A link of the portal's own at the head of each page, beside the province's."""

    translatable_fields = ["label"]

    label = models.CharField(
        _("Tên liên kết"), max_length=60, help_text=_("Ngắn, nói rõ nơi đến. Ví dụ: Đặt lịch khám bệnh.")
    )
    url = models.URLField(_("Địa chỉ"), help_text=_("Ví dụ: https://datlich.example.vn/"))
    order = models.PositiveSmallIntegerField(_("Thứ tự"), default=0, help_text=_("Số nhỏ đứng trước. Ví dụ: 1."))

    class Meta:
        verbose_name = _("liên kết nhanh")
        verbose_name_plural = _("liên kết nhanh")

    def __str__(self):
        return self.label
