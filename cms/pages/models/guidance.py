"""Dissemination of law: what a rule means for people, linked to the document that it explains."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

from cms.pages.blocks import BodyBlock, plain_text
from cms.pages.fields import BodyField

from .base import PortalPage
from .section import BornSection


class GuidanceKind(models.TextChoices):
    ARTICLE = "bai-viet", _("Bài viết")
    LEAFLET = "to-gap", _("Tờ gấp, tài liệu")
    ANSWERS = "hoi-dap", _("Hỏi - đáp pháp luật")
    EVENT = "hoi-nghi", _("Hội nghị, cuộc thi")


class DisseminationIndexPage(BornSection, PortalPage):
    subpage_types = ["pages.GuidancePage"]
    template = "pages/dissemination_index_page.html"

    class Meta:
        verbose_name = _("chuyên mục phổ biến pháp luật")
        verbose_name_plural = _("chuyên mục phổ biến pháp luật")


class GuidancePage(PortalPage):
    """Explains a document of this portal (`explains`) or one known by its number (`explains_number`)."""

    translatable_fields = ["lead", "body"]

    kind = models.CharField(
        _("Loại"),
        max_length=10,
        choices=GuidanceKind,
        default=GuidanceKind.ARTICLE,
        help_text=_("Ví dụ: Hỏi - đáp pháp luật."),
    )
    explains = models.ForeignKey(
        "pages.LegalDocumentPage",
        verbose_name=_("Giải thích văn bản của cổng này"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="guidance",
        help_text=_("Chọn văn bản đã có trên cổng. Ví dụ: Nghị quyết 05/2026/NQ-HĐND."),
    )
    explains_number = models.CharField(
        _("Hoặc số, ký hiệu"),
        max_length=160,
        blank=True,
        help_text=_("Khi văn bản không có trên cổng. Ví dụ: Luật Đất đai số 31/2024/QH15."),
    )
    lead = models.TextField(
        _("Tóm tắt"),
        max_length=500,
        blank=True,
        help_text=_("Một hai câu nói điều quan trọng nhất. Ví dụ: Từ 01/7, người dân không phải nộp bản sao."),
    )
    body = BodyField(
        BodyBlock(),
        verbose_name=_("Nội dung"),
        help_text=_("Bấm dấu + để thêm đoạn văn, ảnh, tệp. Ví dụ: tờ gấp PDF."),
    )

    content_panels = PortalPage.content_panels + [
        FieldPanel("kind"),
        MultiFieldPanel(
            [
                PageChooserPanel("explains", "pages.LegalDocumentPage"),
                FieldRowPanel([FieldPanel("explains_number")]),
            ],
            heading=_("Văn bản được giải thích"),
        ),
        FieldPanel("lead"),
        FieldPanel("body"),
    ]
    parent_page_types = ["pages.DisseminationIndexPage"]
    subpage_types = []
    template = "pages/guidance_page.html"
    wanted_fields = ("lead", "body")

    class Meta:
        verbose_name = _("tài liệu phổ biến pháp luật")
        verbose_name_plural = _("tài liệu phổ biến pháp luật")

    def _search_summary(self):
        return self.lead

    def _search_body(self):
        return " ".join([self.explains_number, plain_text(self.body)])
