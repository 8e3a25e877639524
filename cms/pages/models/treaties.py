"""Treaties and international agreements."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from .base import PortalPage
from .documents import LegalDocumentPage
from .section import BornSection


class TreatyIndexPage(BornSection, PortalPage):
    subpage_types = ["pages.TreatyPage"]
    template = "pages/treaty_index_page.html"

    class Meta:
        verbose_name = _("chuyên mục điều ước, thỏa thuận quốc tế")
        verbose_name_plural = _("chuyên mục điều ước, thỏa thuận quốc tế")


class TreatyPage(LegalDocumentPage):
    translatable_fields = ["partner", "signed_at"]

    partner = models.CharField(
        _("Bên ký kết nước ngoài"), max_length=255, blank=True, help_text=_("Ví dụ: Châu Hồng Hà, tỉnh Vân Nam.")
    )
    signed_at = models.CharField(_("Nơi ký"), max_length=160, blank=True, help_text=_("Ví dụ: Thành phố Lào Cai."))

    own_panels = [
        MultiFieldPanel([FieldRowPanel([FieldPanel("partner"), FieldPanel("signed_at")])], heading=_("Ký kết"))
    ]
    parent_page_types = ["pages.TreatyIndexPage"]
    wanted_fields = (*LegalDocumentPage.wanted_fields, "partner", "signed_at")

    class Meta:
        verbose_name = _("điều ước, thỏa thuận quốc tế")
        verbose_name_plural = _("điều ước, thỏa thuận quốc tế")
