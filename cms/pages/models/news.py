"""News: an index and its articles."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from cms.pages.blocks import BodyBlock, plain_text
from cms.pages.fields import BodyField

from .base import PortalPage
from .section import BornSection


class NewsIndexPage(BornSection, PortalPage):
    subpage_types = ["pages.ArticlePage"]
    template = "pages/news_index_page.html"

    class Meta:
        verbose_name = _("chuyên mục tin tức")
        verbose_name_plural = _("chuyên mục tin tức")


class ArticlePage(PortalPage):
    """An article. Its date is when it was first published: no form can set it into the past."""

    translatable_fields = ["lead", "body", "picture_alt", "picture_caption"]
    optional_in_translation = (*PortalPage.optional_in_translation, "picture_alt", "picture_caption")

    lead = models.TextField(
        _("Tóm tắt"),
        max_length=500,
        blank=True,
        help_text=_("Một hai câu nói điều quan trọng nhất. Ví dụ: Sáng 12/2, hơn 300 người dân xã ra quân trồng cây."),
    )
    body = BodyField(
        BodyBlock(),
        verbose_name=_("Nội dung"),
        help_text=_("Bấm dấu + để thêm đoạn văn, ảnh, tệp. Ví dụ: hai đoạn văn và một chùm ảnh."),
    )
    picture = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("Ảnh đại diện"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Ảnh ngang hiện cạnh tiêu đề. Ví dụ: ảnh người dân đang trồng cây."),
    )
    picture_alt = models.CharField(
        _("Mô tả ảnh"),
        max_length=250,
        blank=True,
        help_text=_("Cho người không nhìn thấy ảnh: trong ảnh có gì? Ví dụ: Ba người trồng cây bên bờ suối."),
    )
    picture_caption = models.CharField(
        _("Chú thích ảnh"), max_length=250, blank=True, help_text=_("Ví dụ: Người dân thôn Tả Chải. Ảnh: Văn An.")
    )
    source = models.CharField(
        _("Nguồn"), max_length=200, blank=True, help_text=_("Để trống nếu là tin của đơn vị. Ví dụ: Báo Lào Cai.")
    )
    author = models.CharField(_("Tác giả"), max_length=200, blank=True, help_text=_("Ví dụ: Ban biên tập."))

    content_panels = PortalPage.content_panels + [
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_alt"), FieldPanel("picture_caption")],
            heading=_("Ảnh đại diện"),
        ),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("source"), FieldPanel("author")], heading=_("Nguồn tin"), classname="collapsed"),
        InlinePanel("attachments", label=_("Tệp đính kèm"), heading=_("Tệp đính kèm")),
    ]
    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types = []
    template = "pages/article_page.html"
    wanted_fields = ("lead", "picture", "picture_alt")

    class Meta:
        verbose_name = _("tin bài")
        verbose_name_plural = _("tin bài")

    def _search_summary(self):
        return self.lead

    def _search_body(self):
        return plain_text(self.body)


class ArticleAttachment(Orderable):
    page = ParentalKey(ArticlePage, related_name="attachments", on_delete=models.CASCADE)
    document = models.ForeignKey(
        "pages.PortalDocument",
        verbose_name=_("Tệp"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Tệp để người đọc tải về. Ví dụ: ke-hoach-trong-cay.pdf."),
    )

    panels = [FieldPanel("document")]
