"""The base of every page: the swapped page model (decision 0001) with its portal, section and two languages."""

from django.db import models, transaction
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractPage, DefaultBasePageMixin
from wagtail.models.pages import AbstractPageMeta
from wagtail.search import index

from cms.pages.bilingual.language import SOURCE, content_language
from cms.pages.bilingual.panels import edit_handler
from cms.pages.bilingual.search_fields import LangAutocompleteField, LangSearchField
from cms.pages.bilingual.status import TranslationStatusMixin

from .addresses import PageAddresses
from .languages import ShownLanguage
from .place import PLACE, PlaceInTree

# {page type: build(page, request) -> dict}; cms.pages.contexts fills it, for queries name every page type.
CONTEXT_BUILDERS = {}

STOCK_SEARCH_FIELDS = [
    field
    for field in AbstractPage.search_fields + DefaultBasePageMixin.search_fields
    if field.field_name != "title" or isinstance(field, index.FilterField)
]


class PortalPage(
    PlaceInTree, PageAddresses, ShownLanguage, TranslationStatusMixin, AbstractPage, DefaultBasePageMixin
):
    """Base of every page. One table answers how many items, how fresh, in which section, of which portal.

    `portal`, `section` and `starts_section` are what the tree says: only `save()` and `replant()` write them.
    `is_starter` means nobody has published it since it was born: such a page is never shown as content.
    """

    translatable_fields = ["title", "seo_title", "search_description"]

    portal = models.ForeignKey(
        "tenants.Portal", null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    portal.wagtail_reference_index_ignore = True
    section = models.CharField(max_length=40, blank=True, editable=False, db_index=True)
    starts_section = models.CharField(max_length=40, blank=True, editable=False)
    is_starter = models.BooleanField(default=False, editable=False)
    reviewed_on = models.DateField(_("Ngày rà soát"), null=True, blank=True, editable=False)

    promote_panels = DefaultBasePageMixin.promote_panels
    search_fields = STOCK_SEARCH_FIELDS + [
        LangSearchField("title", boost=2),
        LangAutocompleteField("title"),
        LangSearchField("title_en", boost=2),
        LangAutocompleteField("title_en"),
        index.FilterField("title_vi"),
        index.FilterField("title_en"),
        index.FilterField("en_status"),
        index.FilterField("portal"),
        index.FilterField("section"),
    ]
    default_exclude_fields_in_copy = AbstractPage.default_exclude_fields_in_copy + PLACE

    class Meta(AbstractPageMeta):
        verbose_name = _("trang")
        verbose_name_plural = _("trang")
        indexes = [
            models.Index(fields=["portal", "section", "live", "-first_published_at"], name="page_of_a_section"),
        ]

    @classproperty
    def edit_handler(cls):
        return edit_handler(cls)

    @transaction.atomic
    def save(self, clean=True, **kwargs):
        with content_language(SOURCE):  # the shadow columns (title, ...) always hold Vietnamese
            if self._is_whole() and self._saves(kwargs, "translation_meta"):
                self.sync_translation_meta(confirm=getattr(self, "_confirm_translation", False))
            moved = self._take_place(kwargs)
            result = super().save(clean=clean, **kwargs)
            if moved:
                self.replant()
            return result

    def save_revision(self, *args, **kwargs):
        with content_language(SOURCE):
            self.sync_translation_meta(confirm=self.__dict__.pop("_confirm_translation", False))
            return super().save_revision(*args, **kwargs)

    def _is_whole(self):
        """Wagtail also saves *base* instances (a move does): those do not see the subclass's fields."""
        return self.specific_class is None or isinstance(self, self.specific_class)

    @staticmethod
    def _saves(kwargs, field):
        return kwargs.get("update_fields") is None or field in kwargs["update_fields"]

    # --- what those above ask of every page type -------------------------------------------------
    @property
    def has_content(self):
        """Is there anything here for a citizen? A section that answers False shows "đang cập nhật"."""
        return not self.is_starter

    def search_record(self, language):
        """{"title", "summary", "body", "doc_number"} as plain text in one language ("vi" or "en"); "" when empty."""
        with content_language(language):
            return {
                "title": self.title,
                "summary": self.search_description or "",
                "body": self._search_body(),
                "doc_number": "",
            }

    def _search_body(self):
        return ""

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(self.language_context(request))
        with content_language(self.shown_language):
            context.update(self.public_context(request))
        return context

    def public_context(self, request):
        """What the page type's template needs beside the page itself (cms.pages.contexts)."""
        build = CONTEXT_BUILDERS.get(type(self))
        return build(self, request) if build else {}
