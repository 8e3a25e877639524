"""What each section of a portal holds: items, the newest of them, and whether a citizen finds anything there."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import Count, Max, Q
from django.utils import timezone

from tenants.hosts import base_url

from .models import PortalPage
from .people.models import Post
from .people.queries import posts_on
from .sections import column_of, sections_for

FILLED, EMPTY = "filled", "empty"
LISTS = ("NewsIndexPage", "DocumentIndexPage", "LeadersPage", "DirectoryPage")  # hold nothing but their items


@dataclass(frozen=True)
class SectionState:
    """`items` are live pages below the section (for leaders and directory: posts held on the day)."""

    code: str
    title_vi: str
    title_en: str
    url: str
    page_type: str
    mandatory: bool
    nil_allowed: bool
    items: int
    newest: datetime | None
    state: str

    def as_json(self):
        return {**asdict(self), "newest": self.newest and timezone.localtime(self.newest).isoformat()}


def section_states(portal, *, day):
    """SectionStates on a local day, in the order of the tree; three queries whatever the portal holds.

    Needs an open scope.
    """
    pages = PortalPage.objects.filter(portal=portal)
    starts = {page.starts_section: page for page in pages.exclude(starts_section="")}
    below = (
        pages.filter(starts_section="")
        .values("section")
        .annotate(items=Count("pk", filter=Q(live=True)), newest=Max("first_published_at", filter=Q(live=True)))
    )
    counts = {row["section"]: (row["items"], row["newest"]) for row in below.order_by()}
    counts |= _register_counts(portal, day)
    column = column_of(portal)
    return [_state(portal, s, starts.get(s.code), counts.get(s.code, (0, None)), column) for s in sections_for(portal)]


def _register_counts(portal, day):
    kinds = list(posts_on(portal, day).values_list("kind", flat=True))
    return {"leaders": (kinds.count(Post.Kind.LEADER), None), "directory": (len(kinds), None)}


def _state(portal, section, page, counted, column):
    items, newest = counted
    # A section is born live; only one that an editor has published, with something in it, says something itself.
    published = page is not None and page.live and page.last_published_at
    own = published and not page.is_starter and section.page_type not in LISTS
    return SectionState(
        code=section.code,
        title_vi=section.title_vi,
        title_en=section.title_en,
        url=f"{base_url(portal.pk)}/{(page or section).slug}/",
        page_type=section.page_type,
        mandatory=column in section.mandatory,
        nil_allowed=section.nil_allowed,
        items=items,
        newest=newest or (page.last_published_at if own else None),
        state=FILLED if items or own else EMPTY,
    )
