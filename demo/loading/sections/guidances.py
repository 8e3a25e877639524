"""What a rule means for people: articles, leaflets, questions and answers, each beside the document it explains."""

import random

from cms.pages.models import GuidancePage, PortalPage
from cms.pages.models.guidance import GuidanceKind
from cms.pages.planting import insert_children
from demo.loading.addresses import free_slug
from demo.loading.dates import office_day, office_moment

from .contents import content_of, rich, words_of


def insert_guidances(portal, papers, *, now, today):
    entries = content_of(portal.slug, "guidances")
    if not entries:
        return []
    taken, parent = set(), PortalPage.objects.get(portal=portal, starts_section="dissemination")
    pages = [_page(entry, portal.slug, papers, taken, today=today) for entry in entries]
    return insert_children(parent, pages, now=now, with_revisions=True)


def _page(entry, slug, papers, taken, *, today):
    words, explains = words_of(slug), entry["explains"]
    title = f"{entry['title'].format_map(words)} (minh họa)"
    moment = office_moment(office_day(entry["published"], today=today), rng=random.Random(title))
    page = GuidancePage(
        title=title,
        title_en=entry.get("title_en"),
        slug=free_slug(title, taken),
        kind=GuidanceKind(entry["kind"]),
        explains=papers.get(explains),
        explains_number="" if explains in papers else explains,
        lead=entry["lead"].format_map(words),
        lead_en=entry.get("lead_en"),
        live=True,
        first_published_at=moment,
        last_published_at=moment,
    )
    page.body_vi = [("paragraph", rich(entry["body"].format_map(words)))]
    page.body_en = [("paragraph", rich(entry["body_en"], english=True))] if "body_en" in entry else []
    return page
