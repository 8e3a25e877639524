"""How to reach the unit; the footer of every page reads the same row."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.pages.phones import PHONE

from .base import PortalPage
from .section import BornSection


class ContactPage(BornSection, PortalPage):
    """`responsible_*` is the person answerable for the portal, which the footer must name."""

    translatable_fields = ["agency", "address", "hours", "responsible_title", "licence"]
    optional_in_translation = (*PortalPage.optional_in_translation, "licence", "hours")

    agency = models.CharField(
        _("Cơ quan chủ quản"),
        max_length=255,
        blank=True,
        help_text=_("Ví dụ: Ủy ban nhân dân xã Tả Phìn. Để trống thì dùng tên của cổng."),
    )
    address = models.CharField(
        _("Địa chỉ"), max_length=255, blank=True, help_text=_("Ví dụ: Thôn Sả Séng, xã Tả Phìn.")
    )
    phone = models.CharField(
        _("Điện thoại"), max_length=30, blank=True, validators=[PHONE], help_text=_("Ví dụ: 0214 3000 001.")
    )
    fax = models.CharField(
        _("Fax"), max_length=30, blank=True, validators=[PHONE], help_text=_("Ví dụ: 0214 3000 002.")
    )
    email = models.EmailField(
        _("Thư điện tử"), blank=True, help_text=_("Hộp thư công vụ. Ví dụ: ubnd@xa-ta-phin.example.vn.")
    )
    hours = models.CharField(
        _("Giờ làm việc"),
        max_length=255,
        blank=True,
        help_text=_("Ví dụ: thứ Hai đến thứ Sáu, 7:30-11:30 và 13:30-17:00."),
    )
    map_url = models.URLField(_("Liên kết bản đồ"), blank=True, help_text=_("Ví dụ: https://bando.example.vn/ubnd-xa"))
    responsible_name = models.CharField(
        _("Người chịu trách nhiệm"), max_length=120, blank=True, help_text=_("Ví dụ: Nguyễn Văn An.")
    )
    responsible_title = models.CharField(
        _("Chức vụ"), max_length=160, blank=True, help_text=_("Ví dụ: Chủ tịch Ủy ban nhân dân xã.")
    )
    editorial_board = models.CharField(
        _("Ban biên tập"),
        max_length=255,
        blank=True,
        help_text=_("Ví dụ: Ban biên tập Trang thông tin điện tử xã Tả Phìn."),
    )
    licence = models.CharField(
        _("Giấy phép hoặc quy định sử dụng lại"),
        max_length=255,
        blank=True,
        help_text=_("Để trống nếu không có. Ví dụ: Ghi rõ nguồn khi sử dụng lại thông tin."),
    )

    content_panels = PortalPage.content_panels + [
        FieldPanel("agency"),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("fax")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("map_url")]),
        FieldPanel("hours"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("responsible_name"), FieldPanel("responsible_title")]),
                FieldPanel("editorial_board"),
                FieldPanel("licence"),
            ],
            heading=_("Chịu trách nhiệm về cổng"),
        ),
    ]
    subpage_types = []
    template = "pages/contact_page.html"
    wanted_fields = ("address", "phone", "email", "hours", "responsible_name", "responsible_title")

    class Meta:
        verbose_name = _("trang liên hệ")
        verbose_name_plural = _("trang liên hệ")

    @property
    def is_blank(self):
        return not any((self.address, self.phone, self.email))

    def _search_body(self):
        return " ".join(text for text in (self.address, self.phone, self.email, self.hours) if text)
