from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.pages.blocks import BodyBlock, plain_text
from cms.pages.fields import BodyField

from .base import PortalPage


class StaticPage(PortalPage):
    """A page of text that does not age like news: an explanation, a statement, a guide."""

    translatable_fields = ["body"]

    body = BodyField(
        BodyBlock(),
        verbose_name=_("Nội dung"),
        help_text=_("Bấm dấu + để thêm đoạn văn, ảnh, tệp. Ví dụ: một đoạn mở đầu, rồi một đề mục cho mỗi ý."),
    )

    content_panels = PortalPage.content_panels + [FieldPanel("body")]
    parent_page_types = ["pages.HomePage", "pages.SectionPage", "pages.IntroductionPage", "pages.SpokespersonPage"]
    subpage_types = []
    template = "pages/static_page.html"

    class Meta:
        verbose_name = _("trang nội dung")
        verbose_name_plural = _("trang nội dung")

    def _search_body(self):
        return plain_text(self.body)
