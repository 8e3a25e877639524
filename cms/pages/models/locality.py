"""The place itself: a map and five topics, each a page of its own."""

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing

from cms.pages.bilingual.language import SOURCE
from cms.pages.blocks import TEXT_FEATURES, BodyBlock, plain_text
from cms.pages.fields import BodyField, MeasureField

from .base import PortalPage
from .section import BornSection


class Topic(models.TextChoices):
    """The five topics of a locality; the value is also the page's address."""

    NATURE = "tu-nhien", _("Điều kiện tự nhiên")
    HISTORY = "lich-su", _("Lịch sử")
    CULTURE = "van-hoa", _("Văn hóa")
    RELICS = "di-tich", _("Di tích")
    SCENERY = "danh-thang", _("Danh lam thắng cảnh")


TOPICS_IN_ENGLISH = {
    Topic.NATURE: "Nature",
    Topic.HISTORY: "History",
    Topic.CULTURE: "Culture",
    Topic.RELICS: "Historical relics",
    Topic.SCENERY: "Scenic places",
}


class LocalityPage(BornSection, PortalPage):
    """Figures and the map. `area` is in square kilometres, `population` in persons as of `figures_year`."""

    translatable_fields = ["overview", "borders", "map_alt"]

    overview = RichTextField(
        _("Giới thiệu chung"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Hai, ba câu về địa phương. Ví dụ: Xã nằm ở phía bắc của tỉnh, cách trung tâm 32 km ..."),
    )
    borders = models.TextField(
        _("Địa giới"), blank=True, help_text=_("Ví dụ: Phía đông giáp xã An Bình; phía tây giáp xã Bình Yên.")
    )
    area = MeasureField(
        _("Diện tích (km²)"), max_digits=9, decimal_places=2, null=True, blank=True, help_text=_("Ví dụ: 54,20.")
    )
    population = models.PositiveIntegerField(_("Dân số (người)"), null=True, blank=True, help_text=_("Ví dụ: 5120."))
    figures_year = models.PositiveSmallIntegerField(
        _("Năm của số liệu"), null=True, blank=True, help_text=_("Năm thống kê diện tích, dân số. Ví dụ: 2025.")
    )
    map_picture = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("Bản đồ địa giới"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Ảnh chụp hoặc quét bản đồ. Ví dụ: bản đồ địa giới hành chính tỷ lệ 1:25.000."),
    )
    map_alt = models.TextField(
        _("Mô tả bản đồ"),
        blank=True,
        help_text=_("Kể bằng lời cho người không nhìn thấy. Ví dụ: Xã hình chữ nhật, sông chảy dọc phía đông."),
    )
    map_url = models.URLField(
        _("Liên kết bản đồ số"), blank=True, help_text=_("Ví dụ: https://bando.example.vn/xa-an-binh")
    )

    content_panels = PortalPage.content_panels + [
        FieldPanel("overview"),
        MultiFieldPanel(
            [FieldPanel("map_picture"), FieldPanel("map_alt"), FieldPanel("map_url"), FieldPanel("borders")],
            heading=_("Bản đồ địa giới"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("area"), FieldPanel("population"), FieldPanel("figures_year")])],
            heading=_("Số liệu"),
        ),
    ]
    subpage_types = ["pages.LocalityTopicPage"]
    template = "pages/locality_page.html"
    wanted_fields = ("overview", "area", "population", "map_picture", "map_alt")

    class Meta:
        verbose_name = _("trang giới thiệu địa phương")
        verbose_name_plural = _("trang giới thiệu địa phương")

    def born_children(self):
        with translation.override(SOURCE):  # whoever opens the portal may read English
            titles = {topic: str(topic.label) for topic in Topic}
        values = {"is_starter": True, "live": True}
        return [
            LocalityTopicPage(title=titles[t], title_en=TOPICS_IN_ENGLISH[t], slug=t.value, topic=t, **values)
            for t in Topic
        ]

    @property
    def is_blank(self):
        return not (self._search_body().strip() or self.map_picture_id or self.map_url)

    def _search_body(self):
        return " ".join([get_text_for_indexing(self.overview or ""), self.borders or "", self.map_alt or ""])


class LocalityTopicPage(PortalPage):
    """One topic. The five are born with the section; nobody makes a sixth."""

    translatable_fields = ["body", "picture_alt"]
    optional_in_translation = (*PortalPage.optional_in_translation, "picture_alt")

    topic = models.CharField(_("Chủ đề"), max_length=12, choices=Topic, editable=False)
    picture = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("Ảnh"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Một ảnh ngang của chủ đề. Ví dụ: thung lũng nhìn từ đỉnh đèo."),
    )
    picture_alt = models.CharField(
        _("Mô tả ảnh"),
        max_length=250,
        blank=True,
        help_text=_("Trong ảnh có gì? Ví dụ: Ruộng bậc thang mùa nước đổ dưới chân núi."),
    )
    body = BodyField(
        BodyBlock(),
        blank=True,
        verbose_name=_("Nội dung"),
        help_text=_("Bấm dấu + để thêm đoạn văn, ảnh. Ví dụ: một đoạn về khí hậu, một đoạn về sông suối."),
    )

    content_panels = PortalPage.content_panels + [
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Ảnh")),
        FieldPanel("body"),
    ]
    parent_page_types = ["pages.LocalityPage"]
    subpage_types = []
    template = "pages/locality_topic_page.html"
    wanted_fields = ("body", "picture", "picture_alt")

    class Meta:
        verbose_name = _("trang chủ đề địa phương")
        verbose_name_plural = _("trang chủ đề địa phương")

    @classmethod
    def can_create_at(cls, parent):
        return False

    @property
    def is_kept(self):
        return bool(self.topic) and not self.alias_of_id

    @property
    def is_blank(self):
        return not self.body

    def _search_body(self):
        return plain_text(self.body)
