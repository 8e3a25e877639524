"""How the agency came to be: text, and its years."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.rich_text import get_text_for_indexing

from cms.pages.blocks import TEXT_FEATURES

from .base import PortalPage
from .section import BornSection


class HistoryPage(BornSection, PortalPage):
    translatable_fields = ["story"]
    translatable_relations = {"milestones": ("text",)}
    word_field = "story"

    story = RichTextField(
        _("Quá trình hình thành"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Vài đoạn kể lại. Ví dụ: Xã được thành lập năm 1953 trên cơ sở hai xã cũ ..."),
    )

    content_panels = PortalPage.content_panels + [
        FieldPanel("story"),
        InlinePanel(
            "milestones",
            label=_("Mốc thời gian"),
            heading=_("Các mốc thời gian"),
            help_text=_("Mỗi mốc một dòng, theo thứ tự thời gian. Ví dụ: 1953 - Thành lập xã."),
        ),
    ]
    subpage_types = []
    template = "pages/history_page.html"
    wanted_fields = ("story", "milestones")

    class Meta:
        verbose_name = _("trang quá trình hình thành")
        verbose_name_plural = _("trang quá trình hình thành")

    @property
    def is_blank(self):
        return not self._search_body().strip()

    def _search_body(self):
        milestones = [f"{milestone.years} {milestone.text or ''}" for milestone in self.milestones.all()]
        return " ".join([get_text_for_indexing(self.story or ""), *milestones])


class Milestone(Orderable):
    """A year, or a span of years, and what happened in it."""

    translatable_fields = ["text"]

    page = ParentalKey(HistoryPage, related_name="milestones", on_delete=models.CASCADE)
    years = models.CharField(_("Năm"), max_length=40, help_text=_("Ví dụ: 1953, hoặc 1976-1991."))
    text = models.CharField(
        _("Sự kiện"), max_length=500, help_text=_("Ví dụ: Thành lập xã trên cơ sở chia tách xã cũ.")
    )

    panels = [FieldPanel("years"), FieldPanel("text"), FieldPanel("text_en")]

    class Meta(Orderable.Meta):
        verbose_name = _("mốc thời gian")
        verbose_name_plural = _("mốc thời gian")
