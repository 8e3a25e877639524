"""Pages that show the people's register: change a person in one place and all follow."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing

from cms.pages.blocks import TEXT_FEATURES
from cms.pages.people.queries import names_on

from .base import PortalPage
from .content import REGISTER_KINDS
from .section import BornSection


class ShowsRegister(BornSection):
    """A section of people: found by the names and titles it shows today, beside what an editor wrote on it."""

    def _own_text(self):
        return ""

    def _search_body(self):
        own = "" if self.is_starter else self._own_text()  # what nobody has published is not found either
        shown = REGISTER_KINDS.get(self.starts_section, ())
        return "\n".join([own, *(names_on(self.portal_id, timezone.localdate(), *shown) if shown else ())]).strip()


class LeadersPage(ShowsRegister, PortalPage):
    subpage_types = []
    template = "pages/leaders_page.html"

    class Meta:
        verbose_name = _("trang lãnh đạo")
        verbose_name_plural = _("trang lãnh đạo")


class DirectoryPage(ShowsRegister, PortalPage):
    subpage_types = []
    template = "pages/directory_page.html"

    class Meta:
        verbose_name = _("danh bạ")
        verbose_name_plural = _("danh bạ")


class SpokespersonPage(ShowsRegister, PortalPage):
    """Who speaks to the press: the register's spokespersons, and how the press reaches them."""

    translatable_fields = ["rules"]

    rules = RichTextField(
        _("Cách liên hệ, quy chế phát ngôn"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_(
            "Ví dụ: Phóng viên gửi câu hỏi bằng văn bản qua thư điện tử công vụ, trả lời trong giờ hành chính."
        ),
    )

    content_panels = PortalPage.content_panels + [FieldPanel("rules")]
    subpage_types = ["pages.StaticPage"]
    template = "pages/spokesperson_page.html"
    wanted_fields = ("rules",)

    class Meta:
        verbose_name = _("trang người phát ngôn")
        verbose_name_plural = _("trang người phát ngôn")

    @property
    def is_blank(self):
        return not self._own_text().strip()

    def _own_text(self):
        return get_text_for_indexing(self.rules or "")


class EditorialBoardPage(ShowsRegister, PortalPage):
    """The board's decision and rules; its members and their roles are posts of the register."""

    translatable_fields = ["duties"]

    decision_number = models.CharField(
        _("Quyết định thành lập, kiện toàn"), max_length=80, blank=True, help_text=_("Ví dụ: 27/QĐ-UBND.")
    )
    decision_date = models.DateField(_("Ngày quyết định"), null=True, blank=True, help_text=_("Ví dụ: 15/01/2026."))
    decision_file = models.ForeignKey(
        "pages.PortalDocument",
        verbose_name=_("Tệp quyết định"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Bản quét hoặc bản điện tử của quyết định. Ví dụ: 27-QD-UBND.pdf."),
    )
    rules_file = models.ForeignKey(
        "pages.PortalDocument",
        verbose_name=_("Tệp quy chế hoạt động"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Quy chế hoạt động của Ban biên tập. Ví dụ: quy-che-ban-bien-tap.pdf."),
    )
    duties = RichTextField(
        _("Nhiệm vụ"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Ví dụ: Thu thập, biên tập và duyệt tin bài trước khi đăng."),
    )

    content_panels = PortalPage.content_panels + [
        FieldRowPanel([FieldPanel("decision_number"), FieldPanel("decision_date")]),
        FieldPanel("decision_file"),
        FieldPanel("rules_file"),
        FieldPanel("duties"),
    ]
    subpage_types = []
    template = "pages/editorial_board_page.html"
    wanted_fields = ("decision_number", "decision_date", "decision_file", "rules_file", "duties")

    class Meta:
        verbose_name = _("trang Ban biên tập")
        verbose_name_plural = _("trang Ban biên tập")

    @property
    def is_blank(self):
        return not (self._own_text().strip() or self.decision_file_id or self.rules_file_id)

    def _own_text(self):
        return " ".join([self.decision_number, get_text_for_indexing(self.duties or "")])
