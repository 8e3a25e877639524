"""Who the agency is: functions, duties, structure, history."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing

from cms.pages.blocks import TEXT_FEATURES

from .base import PortalPage
from .section import BornSection


class IntroductionPage(BornSection, PortalPage):
    translatable_fields = ["functions", "duties", "structure", "history", "chart_alt"]
    optional_in_translation = (*PortalPage.optional_in_translation, "history", "chart_alt")

    functions = RichTextField(
        _("Chức năng"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Ví dụ: Ủy ban nhân dân xã là cơ quan hành chính nhà nước ở địa phương."),
    )
    duties = RichTextField(
        _("Nhiệm vụ, quyền hạn"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Mỗi nhiệm vụ một dòng. Ví dụ: Tổ chức thực hiện ngân sách xã."),
    )
    structure = RichTextField(
        _("Cơ cấu tổ chức"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_(
            "Vài câu; sơ đồ lấy từ danh sách đơn vị. Ví dụ: Ủy ban có Chủ tịch, hai Phó Chủ tịch và ba phòng."
        ),
    )
    history = RichTextField(
        _("Quá trình hình thành và phát triển"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Ví dụ: Xã được thành lập năm 1953 trên cơ sở hai xã cũ."),
    )
    decision_number = models.CharField(
        _("Quyết định quy định chức năng"), max_length=80, blank=True, help_text=_("Ví dụ: 15/2023/QĐ-UBND.")
    )
    decision_date = models.DateField(_("Ngày quyết định"), null=True, blank=True, help_text=_("Ví dụ: 15/01/2026."))
    chart = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("Sơ đồ tổ chức"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Không bắt buộc: cổng tự vẽ từ danh sách đơn vị. Ví dụ: bản vẽ kèm theo quyết định."),
    )
    chart_alt = models.TextField(
        _("Mô tả sơ đồ"),
        blank=True,
        help_text=_(
            "Kể bằng lời những gì sơ đồ vẽ. Ví dụ: Dưới Chủ tịch có hai Phó Chủ tịch, mỗi người phụ trách một phòng."
        ),
    )

    content_panels = PortalPage.content_panels + [
        FieldPanel("functions"),
        FieldPanel("duties"),
        FieldPanel("structure"),
        FieldPanel("history"),
        FieldRowPanel([FieldPanel("decision_number"), FieldPanel("decision_date")]),
        MultiFieldPanel([FieldPanel("chart"), FieldPanel("chart_alt")], heading=_("Sơ đồ tổ chức")),
    ]
    subpage_types = ["pages.StaticPage"]
    template = "pages/introduction_page.html"
    wanted_fields = ("functions", "duties", "decision_number", "decision_date", "chart_alt")

    class Meta:
        verbose_name = _("trang giới thiệu")
        verbose_name_plural = _("trang giới thiệu")

    @property
    def is_blank(self):
        return not self._search_body().strip()

    def _search_body(self):
        texts = (self.functions, self.duties, self.structure, self.history)
        return " ".join(get_text_for_indexing(text) for text in texts if text)
