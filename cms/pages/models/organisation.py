"""Pages that show the people's register: change a person in one place and both follow."""

from django.utils.translation import gettext_lazy as _

from .base import PortalPage
from .section import BornSection


class LeadersPage(BornSection, PortalPage):
    subpage_types = []
    template = "pages/leaders_page.html"

    class Meta:
        verbose_name = _("trang lãnh đạo")
        verbose_name_plural = _("trang lãnh đạo")


class DirectoryPage(BornSection, PortalPage):
    subpage_types = []
    template = "pages/directory_page.html"

    class Meta:
        verbose_name = _("danh bạ")
        verbose_name_plural = _("danh bạ")
