"""Is there anything for a citizen? Asked of the rows as they are today, never remembered: what fills a section may be
taken down, and a post may end by the calendar alone.
"""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from modelcluster.models import get_all_child_relations

from cms.pages.people.models import Post, held_on

from .privacy import PrivacyQuerySet

# Sections that show the register, and which kinds of posts fill them.
REGISTER_KINDS = {
    "leaders": (Post.Kind.LEADER,),
    "directory": tuple(Post.Kind),
    "spokesperson": (Post.Kind.SPOKESPERSON,),
    "editorial_board": (Post.Kind.BOARD,),
}
# {code of a section: rows() -> what fills it beside pages and posts}: querysets of rows of all portals, each with a
# `portal` and a `shown_since`. Rooms above fill it.
FILLED_BY = {}
BLANK_TEMPLATE = "pages/blank_page.html"
NOT_INDEXED = "noindex, follow"


class ContentQuerySet(PrivacyQuerySet):
    def with_content(self, day):
        """Pages in which a citizen finds something on a local day.

        That is text somebody published; in a section also a public page below it, a post held on the day, or what else
        fills the section.
        """
        below = self.model.base_page_model._base_manager.filter(
            portal=OuterRef("portal"),
            section=OuterRef("starts_section"),
            starts_section="",
            live=True,
            is_starter=False,
        )
        filled = Q(is_starter=False) | Exists(below.exclude(self.private_q()))
        held = Post._base_manager.filter(held_on(day), portal=OuterRef("portal"))
        for code, kinds in REGISTER_KINDS.items():
            filled |= Q(Exists(held.filter(kind__in=kinds)), starts_section=code)
        for code, rows in FILLED_BY.items():
            filled |= Q(Exists(rows().filter(portal=OuterRef("portal"))), starts_section=code)
        return self.filter(Q(is_starter=False) | (~Q(starts_section="") & filled))


class Content:
    """Mixed into the base page: text that nobody published is never public, and a page with nothing says so."""

    @property
    def has_content(self):
        """Does a citizen find something here today? A section that answers False shows "đang cập nhật"."""
        if not self.is_starter or not self.starts_section:
            return not self.is_starter
        return self.base_page_model.objects.filter(pk=self.pk).with_content(timezone.localdate()).exists()

    def is_in_site_map(self, request):
        """The same for many pages of one request: the sections of the portal are asked for once."""
        if request is None or not self.is_starter or not self.starts_section:
            return self.has_content
        if not hasattr(request, "filled_sections"):
            starts = self.base_page_model.objects.filter(portal=self.portal_id).exclude(starts_section="")
            request.filled_sections = set(starts.with_content(timezone.localdate()).values_list("pk", flat=True))
        return self.pk in request.filled_sections

    def serve(self, request, *args, **kwargs):
        """A preview never comes here: an editor sees what is being written."""
        if self.is_starter:
            self._leave_out_own_text()
        request.is_blank_page = not self.has_content
        response = super().serve(request, *args, **kwargs)
        if request.is_blank_page:
            response.headers["X-Robots-Tag"] = NOT_INDEXED
        return response

    def get_template(self, request, *args, **kwargs):
        if getattr(request, "is_blank_page", False):
            return BLANK_TEMPLATE
        return super().get_template(request, *args, **kwargs)

    def as_published(self):
        """The page as the search has it, without text that nobody published; the row itself stays what it is."""
        if not self.is_starter or not self.pk:
            return self
        shown = type(self)._base_manager.get(pk=self.pk)
        shown._leave_out_own_text()
        return shown

    def _leave_out_own_text(self):
        """On this instance only: what stands in the fields of the page type was put there by no editor."""
        for field in self._meta.concrete_fields:
            is_own = field.model is not self.base_page_model and not field.primary_key
            if is_own and field.editable:
                setattr(self, field.attname, field.get_default())
        for relation in get_all_child_relations(self):
            setattr(self, relation.get_accessor_name(), [])
