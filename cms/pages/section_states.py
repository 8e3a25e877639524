"""What each section of a portal holds: items, the newest of them, and whether a citizen finds anything there."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import Case, Count, DateTimeField, Exists, IntegerField, Max, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from tenants.hosts import base_url

from .bilingual.status import CURRENT
from .models import NilDeclaration, PortalPage
from .models.content import FILLED_BY, REGISTER_KINDS
from .people.models import Post, held_on
from .sections import column_of, sections_for

FILLED, EMPTY, STARTER, NIL = "filled", "empty", "starter", "nil"
NOTHING_BELOW = (0, None, 0)


@dataclass(frozen=True)
class SectionState:
    """`items` are public pages below the section, posts held on the day in what shows the register, answers shown.

    `state`: "filled" when a citizen finds something; else "nil" when a signed declaration says that there is nothing;
    else "starter" when only text stands there that nobody has published; else "empty".
    """

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
    starts = {page.starts_section: page for page in _starts(portal, day)}
    below, column = _below(portal), column_of(portal)
    return [
        _state(portal, section, starts.get(section.code), below.get(section.code, NOTHING_BELOW), column)
        for section in sections_for(portal)
    ]


def _starts(portal, day):
    """Pages at which sections start, each with what it shows beside pages and whether nothing is declared."""
    held = Post._base_manager.filter(held_on(day), portal=OuterRef("portal")).order_by()
    posts = [When(starts_section=code, then=_count(held.filter(kind__in=k))) for code, k in REGISTER_KINDS.items()]
    shown = {code: rows().filter(portal=OuterRef("portal")).order_by() for code, rows in FILLED_BY.items()}
    posts += [When(starts_section=code, then=_count(rows)) for code, rows in shown.items()]
    newest = [When(starts_section=code, then=_newest(rows)) for code, rows in shown.items()]
    declared = NilDeclaration.objects.filter(portal=OuterRef("portal"), section=OuterRef("starts_section"))
    return (
        PortalPage.objects.filter(portal=portal)
        .exclude(starts_section="")
        .annotate(
            posts=Coalesce(Case(*posts), 0),
            newest_shown=Case(*newest, output_field=DateTimeField()),
            is_declared=Exists(declared.in_force_on(day)),
        )
    )


def _count(rows):
    return Subquery(rows.values("portal").annotate(number=Count("pk")).values("number"), output_field=IntegerField())


def _newest(rows):
    return Subquery(rows.values("portal").annotate(last=Max("shown_since")).values("last"))


def _below(portal):
    """{code of a section: (public pages below it, when the newest was published, born pages with a draft only)}."""
    pages = PortalPage.objects.filter(portal=portal, starts_section="").order_by()
    public = ~pages.private_q() & Q(live=True, is_starter=False)
    rows = pages.values_list("section").annotate(
        items=Count("pk", filter=public),
        newest=Max("first_published_at", filter=public),
        drafts=Count("pk", filter=Q(is_starter=True, has_unpublished_changes=True)),
    )
    return {section: tuple(counted) for section, *counted in rows}


def _state(portal, section, page, below, column):
    items, newest, drafts = below
    items += page.posts if page else 0
    newest = max(filter(None, [newest, page and page.newest_shown]), default=None)
    own = page is not None and page.live and not page.is_starter
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
        state=FILLED if items or own else _unfilled(section, page, drafts),
    )


def _unfilled(section, page, drafts):
    if page is not None and page.is_declared and section.nil_allowed:
        return NIL
    return STARTER if drafts or (page is not None and _has_unpublished_text(page)) else EMPTY


def _has_unpublished_text(page):
    """A draft, or words put there by whoever planted the page: a page without any is translated, title and all."""
    planted = page.last_published_at is None and (page.en_status != CURRENT or set(page.translation_meta) - {"title"})
    return page.is_starter and bool(page.has_unpublished_changes or planted)
