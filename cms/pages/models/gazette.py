"""The official gazette: issues with number, date and the list of what stands in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from .base import PortalPage
from .section import BornSection


class GazetteIndexPage(BornSection, PortalPage):
    subpage_types = ["pages.GazetteIssuePage"]
    template = "pages/gazette_index_page.html"

    class Meta:
        verbose_name = _("chuyên mục công báo")
        verbose_name_plural = _("chuyên mục công báo")


class GazetteIssuePage(PortalPage):
    """One issue. Number and date identify it: without them a citizen cannot cite it, so publishing demands them.

    The column of the date may be empty all the same: a draft is kept before its date is known.
    """

    number = models.CharField(_("Số công báo"), max_length=40, help_text=_("Ví dụ: 15 + 16."))
    issued_on = models.DateField(_("Ngày phát hành"), null=True, help_text=_("Ví dụ: 20/03/2026."))
    file = models.ForeignKey(
        "pages.PortalDocument",
        verbose_name=_("Tệp công báo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Toàn văn số công báo. Ví dụ: cong-bao-15-16.pdf."),
    )

    content_panels = PortalPage.content_panels + [
        FieldRowPanel([FieldPanel("number"), FieldPanel("issued_on")]),
        FieldPanel("file"),
        InlinePanel(
            "entries",
            label=_("Văn bản trong số"),
            heading=_("Văn bản đăng trong số này"),
            help_text=_("Theo thứ tự của mục lục. Ví dụ: Quyết định 12/2026/QĐ-UBND, trang 3."),
        ),
    ]
    parent_page_types = ["pages.GazetteIndexPage"]
    subpage_types = []
    template = "pages/gazette_issue_page.html"
    wanted_fields = ("file", "entries")

    class Meta:
        verbose_name = _("số công báo")
        verbose_name_plural = _("số công báo")

    def _search_number(self):
        return self.number

    def _search_body(self):
        return " ".join(entry.public_label for entry in self.entries.select_related("document"))


class GazetteEntry(Orderable):
    """A document in an issue: one of this portal, or words where it is not here."""

    page = ParentalKey(GazetteIssuePage, related_name="entries", on_delete=models.CASCADE)
    document = models.ForeignKey(
        "pages.LegalDocumentPage",
        verbose_name=_("Văn bản của cổng này"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Chọn văn bản đã có trên cổng. Ví dụ: Quyết định 12/2026/QĐ-UBND."),
    )
    text = models.CharField(
        _("Hoặc ghi tên văn bản"),
        max_length=500,
        blank=True,
        help_text=_("Ví dụ: Nghị quyết 05/2026/NQ-HĐND về dự toán ngân sách."),
    )
    page_number = models.PositiveSmallIntegerField(_("Trang"), null=True, blank=True, help_text=_("Ví dụ: 3."))

    panels = [FieldPanel("document"), FieldRowPanel([FieldPanel("text"), FieldPanel("page_number")])]

    class Meta(Orderable.Meta):
        verbose_name = _("văn bản trong số công báo")
        verbose_name_plural = _("văn bản trong số công báo")

    @property
    def public_label(self):
        """What anybody may read: the issue's own words, or the title of a document that is published."""
        return self.text or (self.document.title if self.document and self.document.live else "")
