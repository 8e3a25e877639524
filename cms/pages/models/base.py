"""The base of every page: the swapped page model (decision 0001) with its portal, section and two languages."""

from django.db import models, transaction
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import fallbacks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import AbstractPage, DefaultBasePageMixin
from wagtail.models import PageManager as WagtailPageManager
from wagtail.models.pages import AbstractPageMeta
from wagtail.search import index

from cms.pages.bilingual.language import SOURCE, content_language
from cms.pages.bilingual.panels import edit_handler
from cms.pages.bilingual.search_fields import LangAutocompleteField, LangSearchField
from cms.pages.bilingual.status import TranslationStatusMixin
from cms.pages.slugs import belongs_to_the_platform, slug_of
from tenants.scoping import ScopedManager

from .addresses import PageAddresses
from .content import Content, ContentQuerySet
from .languages import ShownLanguage
from .place import PLACE, PlaceInTree
from .privacy import Privacy
from .unfinished import PublishedWhole

# {page type: build(page, request) -> dict}; cms.pages.contexts fills it, for queries name every page type. Under None
# stands what a page gets that has nothing to show yet.
CONTEXT_BUILDERS = {}


class PageManager(ScopedManager, WagtailPageManager.from_queryset(ContentQuerySet)):
    """Pages of the scope that is open, and the root of the tree."""


STOCK_SEARCH_FIELDS = [
    field
    for field in AbstractPage.search_fields + DefaultBasePageMixin.search_fields
    if field.field_name != "title" or isinstance(field, index.FilterField)
]


TITLE_HELP = _("Tiêu đề như người dân sẽ thấy. Ví dụ: Quyết định về giờ làm việc mùa đông.")
PROMOTE_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel(
                "slug",
                help_text=_(
                    "Phần cuối địa chỉ của trang; để trống thì cổng tự đặt theo tiêu đề. Ví dụ: trong-cay-dau-xuan."
                ),
            ),
            FieldPanel(
                "seo_title",
                help_text=_(
                    "Dòng tiêu đề trong kết quả của máy tìm kiếm; để trống thì dùng tiêu đề. Ví dụ: Giờ làm việc."
                ),
            ),
            FieldPanel(
                "search_description",
                help_text=_(
                    "Một câu hiện dưới dòng tiêu đề đó. Ví dụ: Giờ mở cửa của Bộ phận một cửa trong mùa đông."
                ),
            ),
        ],
        heading=_("Địa chỉ và máy tìm kiếm"),
    ),
    MultiFieldPanel(
        [FieldPanel("show_in_menus", help_text=_("Ví dụ: đánh dấu để trang có mặt trong các danh mục tự động."))],
        heading=_("Danh mục"),
    ),
]


class PortalPage(
    PlaceInTree,
    PageAddresses,
    Privacy,
    Content,
    ShownLanguage,
    TranslationStatusMixin,
    PublishedWhole,
    AbstractPage,
    DefaultBasePageMixin,
):
    """Base of every page. One table answers how many items, how fresh, in which section, of which portal.

    `portal`, `section` and `starts_section` are what the tree says: only `save()` and `replant()` write them.
    `is_starter` means that nobody has published anything of its own on it: what is written there is never shown.
    Whether a citizen finds something all the same, in a section with pages below it, says `has_content`.
    """

    translatable_fields = ["title", "seo_title", "search_description"]

    portal = models.ForeignKey("tenants.Portal", null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    portal.wagtail_reference_index_ignore = True
    section = models.CharField(max_length=40, blank=True, editable=False, db_index=True)
    starts_section = models.CharField(max_length=40, blank=True, editable=False)
    is_starter = models.BooleanField(default=False, editable=False)
    reviewed_on = models.DateField(_("Ngày rà soát"), null=True, blank=True, editable=False)

    objects = PageManager()

    # No script writes the address: it follows from the title on the server (cms.pages.slugs).
    content_panels = [FieldPanel("title", help_text=TITLE_HELP)]
    promote_panels = PROMOTE_PANELS
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
    wanted_fields = ()  # what a complete page has; what is missing is said to its editors and blocks nothing
    word_field = ""  # the rich text that a Word report fills, of a type whose text has no blocks
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

    def doubts(self):
        """Sentences on what may be wrong with the page: said to its editors, they block nothing."""
        return []

    @transaction.atomic
    def save(self, clean=True, **kwargs):
        with content_language(SOURCE):  # the shadow columns (title, ...) always hold Vietnamese
            if self._is_whole() and self._saves(kwargs, "translation_meta"):
                self.sync_translation_meta(confirm=getattr(self, "_confirm_translation", False))
            born_alias = self._state.adding and self.alias_of_id
            moved = self._take_place(kwargs)
            result = super().save(clean=clean, **kwargs)
            if moved:
                self.replant()
            if born_alias:
                self._refuse_aliases_across_portals()
            return result

    def _set_core_field_defaults(self):
        """Wagtail's own default slug leaves out đ and every letter it cannot spell."""
        if not self.slug and self.title and (self.path or getattr(self, "_cached_parent_obj", None)):
            self.slug = self._get_autogenerated_slug(slug_of(self.title))
        super()._set_core_field_defaults()

    @staticmethod
    def _slug_is_available(slug, parent_page, page=None):
        """A page must not take the address of a language or of the platform's own views: those would hide it.

        A section whose list is such a view stands at its address all the same.
        """
        if parent_page is not None and parent_page.depth >= 2 and not (page and page.starts_section):
            below = "/" + parent_page.url_path.split("/", 2)[2]
            if belongs_to_the_platform(slug, below=below):
                return False
        return AbstractPage._slug_is_available(slug, parent_page, page)

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
    def is_blank(self):
        """Would a citizen find nothing here even when it is published? Page types with fields of their own say."""
        return False

    def search_record(self, language):
        """{"title", "summary", "body", "doc_number"} as plain text in one language ("vi" or "en"); "" when empty.

        What is not translated stays empty here: Vietnamese words are found in the Vietnamese record.
        """
        shown = self.as_published()
        with content_language(language), fallbacks(False):
            record = {
                "title": shown.title,
                "summary": shown._search_summary(),
                "body": shown._search_body(),
                "doc_number": shown._search_number(),
            }
        return {name: text or "" for name, text in record.items()}

    def _search_summary(self):
        return self.search_description

    def _search_body(self):
        return ""

    def _search_number(self):
        return ""

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context.update(self.language_context(request))
        with content_language(self.shown_language):
            context.update(self.public_context(request))
        return context

    def public_context(self, request):
        """What the page type's template needs beside the page itself (cms.pages.contexts)."""
        kinds = (None,) if getattr(request, "is_blank_page", False) else type(self).__mro__
        build = next((CONTEXT_BUILDERS[kind] for kind in kinds if kind in CONTEXT_BUILDERS), None)
        return build(self, request) if build else {}
