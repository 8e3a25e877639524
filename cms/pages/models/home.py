"""A portal's home: the root page of its site, planted by provisioning."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from .base import PortalPage


class Palette(models.TextChoices):
    RED = "do", _("Đỏ")
    BLUE = "lam", _("Lam")
    GREEN = "luc", _("Lục")
    INDIGO = "cham", _("Chàm")


class HomePage(PortalPage):
    """`tagline` says in one line who we are; `palette` is one of the few that pass the contrast guard."""

    translatable_fields = ["tagline"]

    tagline = models.CharField(
        _("Giới thiệu một dòng"),
        max_length=200,
        blank=True,
        help_text=_("Ví dụ: Trang thông tin chính thức của Ủy ban nhân dân xã."),
    )
    emblem = models.ForeignKey(
        "pages.PortalImage",
        verbose_name=_("Biểu trưng"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Hiện ở đầu mọi trang; để trống thì dùng hình chung của các cổng. Ví dụ: biểu trưng của xã."),
    )
    palette = models.CharField(
        _("Bảng màu"), max_length=8, choices=Palette, default=Palette.RED, help_text=_("Ví dụ: Đỏ.")
    )

    content_panels = PortalPage.content_panels + [FieldPanel("tagline"), FieldPanel("emblem"), FieldPanel("palette")]
    parent_page_types = []
    subpage_types = [
        "pages.SectionPage",
        "pages.NewsIndexPage",
        "pages.DocumentIndexPage",
        "pages.IntroductionPage",
        "pages.LeadersPage",
        "pages.DirectoryPage",
        "pages.HistoryPage",
        "pages.LocalityPage",
        "pages.SpokespersonPage",
        "pages.EditorialBoardPage",
        "pages.DirectionIndexPage",
        "pages.GazetteIndexPage",
        "pages.TreatyIndexPage",
        "pages.DisseminationIndexPage",
        "pages.SpecialDocumentIndexPage",
        "pages.ContactPage",
        "pages.StaticPage",
    ]
    template = "pages/home_page.html"
    wanted_fields = ("tagline",)

    class Meta:
        verbose_name = _("trang chủ")
        verbose_name_plural = _("trang chủ")

    @classmethod
    def can_create_at(cls, parent):
        return False  # a home is born with its portal

    def route(self, request, path_components):
        """Find a page of any depth in one query; what only a page itself can route falls back to Wagtail's walk."""
        request.portal_home = self
        if path_components:
            url_path = f"{self.url_path}{'/'.join(path_components)}/"
            below = PortalPage.objects.filter(portal=self.portal_id, slug=path_components[-1], url_path=url_path)
            if found := below.first():
                return found.specific.route(request, [])
        return super().route(request, path_components)
