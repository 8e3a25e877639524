"""Pages that citizens could read at a moment, of many portals at once.

A page counts from its first publication on. What the rows of today cannot tell: a page that was public then and has
been unpublished by hand or deleted since is not seen (one that expired by the clock is), and texts, translations and
reviews are those of today. The revision each piece of evidence names says which text that was.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q, TextField
from django.db.models.functions import Cast, Length

from cms.pages.models import (
    ContactPage,
    EditorialBoardPage,
    HistoryPage,
    IntroductionPage,
    LocalityPage,
    LocalityTopicPage,
    NilDeclaration,
    PortalPage,
    SectionPage,
    SpokespersonPage,
    StaticPage,
)
from cms.pages.models.content import FILLED_BY

from .nouns import PageFact

STANDING_TYPES = (
    IntroductionPage,
    ContactPage,
    HistoryPage,
    LocalityPage,
    LocalityTopicPage,
    SpokespersonPage,
    EditorialBoardPage,
    SectionPage,
    StaticPage,
)
FIELDS = (
    "pk", "title_vi", "url_path", "section", "first_published_at", "live_revision_id", "last_published_at",
    "reviewed_on", "en_status",
)  # fmt: skip
EMPTY_STREAM = 2  # characters of "[]"

ByPortal = dict[int, list]


def public_then(model, portal_ids: Iterable[int], *, as_of: datetime):
    """Live pages with content, first published by `as_of`; restricted pages are not public."""
    lived = Q(live=True) | Q(expired=True, expire_at__gt=as_of)
    pages = model.objects.filter(
        lived, portal__in=portal_ids, is_starter=False, first_published_at__lte=as_of
    ).public()
    if model is SectionPage:  # one that nobody wrote anything on is a heading, no content
        return pages.annotate(size=Length(Cast("body_vi", TextField()))).filter(size__gt=EMPTY_STREAM)
    return pages


def page_facts(model, portal_ids: Iterable[int], *, as_of: datetime, **where) -> ByPortal:
    """One query; {portal: [PageFact]} in order of publication."""
    rows = public_then(model, portal_ids, as_of=as_of).filter(**where).order_by("first_published_at", "pk")
    found = defaultdict(list)
    for portal_id, *values in rows.values_list("portal_id", *FIELDS):
        found[portal_id].append(fact_of(values, kind=model.__name__))
    return found


def fact_of(values, *, kind: str) -> PageFact:
    """From the values of FIELDS."""
    key, title, url_path, section, published, revision, last, reviewed, english = values
    return PageFact(
        id=key,
        title=title or "",
        path=f"/{url_path.split('/', 2)[2]}",
        kind=kind,
        section=section,
        published_at=published,
        revision_id=revision,
        last_published_at=last,
        reviewed_on=reviewed,
        en_status=english,
    )


def standing_pages(portal_ids: Iterable[int], *, as_of: datetime) -> ByPortal:
    """Pages that stay and must be reviewed, of every such type; {portal: [PageFact]}."""
    found = defaultdict(list)
    for model in STANDING_TYPES:
        for portal_id, facts in page_facts(model, portal_ids, as_of=as_of).items():
            found[portal_id] += facts
    return found


def filled_sections(portal_ids: Iterable[int], *, as_of: datetime) -> dict[int, set[str]]:
    """Codes of the sections that held published text, pages or rows; what shows the register is told by its posts."""
    found = defaultdict(set)
    pages = public_then(PortalPage, portal_ids, as_of=as_of).exclude(section="")
    for portal_id, section in pages.order_by().values_list("portal_id", "section").distinct():
        found[portal_id].add(section)
    for section, rows in FILLED_BY.items():
        shown = rows().filter(portal__in=portal_ids, shown_since__lte=as_of).order_by()
        for portal_id in shown.values_list("portal_id", flat=True).distinct():
            found[portal_id].add(section)
    return found


def declared_sections(portal_ids: Iterable[int], *, day: date) -> dict[int, set[str]]:
    """Codes of the sections for which a signed declaration said on a local day that there was nothing."""
    found = defaultdict(set)
    rows = NilDeclaration.objects.in_force_on(day).filter(portal__in=portal_ids)
    for portal_id, section in rows.values_list("portal_id", "section"):
        found[portal_id].add(section)
    return found
