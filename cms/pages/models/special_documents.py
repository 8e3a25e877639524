"""Documents whose subject asks for more than the common attributes; each is a legal document and listed as one."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.pages.fields import MeasureField
from cms.theme.partial_days import whole_day

from .base import PortalPage
from .documents import LegalDocumentPage
from .section import BornSection


def _check_span(page, start, end):
    first, last = getattr(page, start), getattr(page, end)
    if first and last and last < first:
        raise ValidationError({end: _("Ngày cuối phải sau ngày đầu.")})


class SpecialDocumentIndexPage(BornSection, PortalPage):
    """Recruitment, fees, land, inspections: one section, four kinds of documents."""

    subpage_types = ["pages.RecruitmentPage", "pages.FeePage", "pages.LandPage", "pages.InspectionPage"]
    template = "pages/special_document_index_page.html"

    class Meta:
        verbose_name = _("chuyên mục tuyển dụng, phí, đất đai, thanh tra")
        verbose_name_plural = _("chuyên mục tuyển dụng, phí, đất đai, thanh tra")


class RecruitmentPage(LegalDocumentPage):
    """A call for applications, open from one day to another, both included."""

    translatable_fields = ["conditions", "apply_at"]

    positions = models.PositiveSmallIntegerField(
        _("Số lượng cần tuyển"), null=True, blank=True, help_text=_("Ví dụ: 3.")
    )
    conditions = models.TextField(
        _("Điều kiện dự tuyển"), blank=True, help_text=_("Ví dụ: Tốt nghiệp đại học ngành kế toán trở lên.")
    )
    apply_from = models.DateField(_("Nhận hồ sơ từ ngày"), null=True, blank=True, help_text=_("Ví dụ: 02/03/2026."))
    apply_until = models.DateField(
        _("Nhận hồ sơ đến hết ngày"),
        null=True,
        help_text=_("Người dân cần biết hạn cuối, nên phải có khi đăng. Ví dụ: 31/03/2026."),
    )
    apply_at = models.CharField(
        _("Nơi nhận hồ sơ"), max_length=255, blank=True, help_text=_("Ví dụ: Bộ phận một cửa, trụ sở UBND xã.")
    )

    own_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("apply_from"), FieldPanel("apply_until"), FieldPanel("positions")]),
                FieldPanel("conditions"),
                FieldPanel("apply_at"),
            ],
            heading=_("Tuyển dụng"),
        )
    ]
    parent_page_types = ["pages.SpecialDocumentIndexPage"]
    wanted_fields = (*LegalDocumentPage.wanted_fields, "positions", "conditions", "apply_at")

    class Meta:
        verbose_name = _("thông báo tuyển dụng")
        verbose_name_plural = _("thông báo tuyển dụng")

    def clean(self):
        super().clean()
        _check_span(self, "apply_from", "apply_until")

    @property
    def closed_words(self):
        if self.apply_until is None or self.apply_until >= timezone.localdate():
            return ""
        return gettext("Đã hết hạn nhận hồ sơ; ngày cuối là %(day)s.") % {"day": whole_day(self.apply_until)}


class FeePage(LegalDocumentPage):
    """A tax, fee or charge: who pays, how much, on what ground."""

    translatable_fields = ["payers", "amounts"]

    payers = models.CharField(
        _("Đối tượng nộp"), max_length=255, blank=True, help_text=_("Ví dụ: Hộ gia đình sử dụng nước sạch.")
    )
    amounts = models.TextField(
        _("Mức thu"), blank=True, help_text=_("Mỗi mức một dòng. Ví dụ: Hộ gia đình: 20.000 đồng/tháng.")
    )

    own_panels = [MultiFieldPanel([FieldPanel("payers"), FieldPanel("amounts")], heading=_("Thuế, phí, lệ phí"))]
    parent_page_types = ["pages.SpecialDocumentIndexPage"]
    wanted_fields = (*LegalDocumentPage.wanted_fields, "payers", "amounts")

    class Meta:
        verbose_name = _("thuế, phí, lệ phí")
        verbose_name_plural = _("thuế, phí, lệ phí")


class LandMatter(models.TextChoices):
    PRICE = "gia-dat", _("Giá đất")
    RECOVERY = "thu-hoi", _("Thu hồi đất")
    COMPENSATION = "boi-thuong", _("Bồi thường, hỗ trợ, tái định cư")


class LandPage(LegalDocumentPage):
    """Land prices and recovery; posted from one day to another where the law sets a time. `area` in square metres."""

    translatable_fields = ["place"]

    matter = models.CharField(
        _("Nội dung"), max_length=12, choices=LandMatter, blank=True, help_text=_("Ví dụ: Thu hồi đất.")
    )
    place = models.CharField(
        _("Vị trí, khu đất"), max_length=255, blank=True, help_text=_("Ví dụ: Thôn Tả Chải, dọc tỉnh lộ 155.")
    )
    area = MeasureField(
        _("Diện tích (m²)"), max_digits=12, decimal_places=1, null=True, blank=True, help_text=_("Ví dụ: 1250,5.")
    )
    posted_from = models.DateField(_("Niêm yết từ ngày"), null=True, blank=True, help_text=_("Ví dụ: 02/03/2026."))
    posted_until = models.DateField(
        _("Niêm yết đến hết ngày"), null=True, blank=True, help_text=_("Ví dụ: 01/04/2026.")
    )

    own_panels = [
        MultiFieldPanel(
            [
                FieldPanel("matter"),
                FieldRowPanel([FieldPanel("place"), FieldPanel("area")]),
                FieldRowPanel([FieldPanel("posted_from"), FieldPanel("posted_until")]),
            ],
            heading=_("Đất đai"),
        )
    ]
    parent_page_types = ["pages.SpecialDocumentIndexPage"]
    wanted_fields = (*LegalDocumentPage.wanted_fields, "matter", "place")

    class Meta:
        verbose_name = _("giá đất, thu hồi đất")
        verbose_name_plural = _("giá đất, thu hồi đất")

    def clean(self):
        super().clean()
        _check_span(self, "posted_from", "posted_until")


class InspectionPage(LegalDocumentPage):
    """The conclusion of an inspection: whom, what time it looked at, what follows."""

    translatable_fields = ["inspected", "follow_up"]

    inspected = models.CharField(
        _("Đối tượng thanh tra"), max_length=255, blank=True, help_text=_("Ví dụ: Trường Tiểu học số 1.")
    )
    period = models.CharField(_("Thời kỳ thanh tra"), max_length=80, blank=True, help_text=_("Ví dụ: năm 2024-2025."))
    follow_up = models.TextField(
        _("Xử lý sau thanh tra"), blank=True, help_text=_("Ví dụ: Thu hồi 12 triệu đồng, đã nộp ngày 05/3/2026.")
    )

    own_panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("inspected"), FieldPanel("period")]), FieldPanel("follow_up")],
            heading=_("Kết luận thanh tra"),
        )
    ]
    parent_page_types = ["pages.SpecialDocumentIndexPage"]
    wanted_fields = (*LegalDocumentPage.wanted_fields, "inspected", "period")

    class Meta:
        verbose_name = _("kết luận thanh tra")
        verbose_name_plural = _("kết luận thanh tra")
