"""Sections: born with the portal from the section tree, titled and with their legal basis."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.pages.blocks import BodyBlock, plain_text
from cms.pages.fields import BodyField
from cms.pages.sections import find_section

from .base import PortalPage


class BornSection:
    """Mixed into page types that only the section tree plants; editors fill them, nobody makes a second one."""

    parent_page_types = ["pages.HomePage"]

    @classmethod
    def can_create_at(cls, parent):
        return False

    def born_children(self):
        """Unsaved pages that are born below this section."""
        return []

    @property
    def is_blank(self):
        """A section that has no fields of its own is filled by what stands below it alone."""
        return True

    def clean(self):
        super().clean()
        if self.starts_section and self.definition and self.slug != self.definition.slug:
            text = _("Địa chỉ của chuyên mục là cố định: %(slug)s.") % {"slug": self.definition.slug}
            raise ValidationError({"slug": text})

    @property
    def definition(self):
        """The section's row of the section tree (cms.pages.sections.Section), or None."""
        return find_section(self.starts_section or self.section)


class SectionPage(BornSection, PortalPage):
    """A section that has no page type of its own yet: an introduction and text."""

    translatable_fields = ["body"]

    body = BodyField(
        BodyBlock(),
        blank=True,
        verbose_name=_("Nội dung"),
        help_text=_("Bấm dấu + để thêm đoạn văn, ảnh, tệp. Ví dụ: một đoạn mở đầu, rồi một đề mục cho mỗi ý."),
    )

    content_panels = PortalPage.content_panels + [FieldPanel("body")]
    subpage_types = ["pages.StaticPage"]
    template = "pages/section_page.html"
    wanted_fields = ("body",)

    class Meta:
        verbose_name = _("chuyên mục")
        verbose_name_plural = _("chuyên mục")

    @property
    def is_blank(self):
        return not self.body and not (self.definition and self.definition.built_in)

    def _search_body(self):
        return plain_text(self.body)
