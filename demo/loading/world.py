"""Loads the demonstration: portals first, then each one's content in one transaction. A second load finds it done."""

import random

from django.db import transaction
from django.utils import timezone
from wagtail.models import PageLogEntry

from cms.pages.legal.settling import settle
from cms.pages.models import ArticlePage, PortalPage
from cms.pages.planting import insert_children
from search.indexing import postponed
from tenants.models import Portal
from tenants.portal_file import provision_rows

from .addresses import free_slug
from .articles import SOURCE, build_articles
from .dates import EARLIER_STARTS, office_moment
from .documents import build_documents
from .media import Gallery
from .people import write_people
from .places import place_of
from .profiles import profile_of
from .reading import read_portals
from .sections.planting import plant_sections_of
from .sources import build_sources
from .standing import write_standing_pages

LOADED = "demo.load"
SMALL = (
    "lao-cai",
    "so-thong-tin-va-truyen-thong",
    "so-tai-chinh",
    "cong-an-tinh",
    "vuon-quoc-gia-hoang-lien",
    "hoi-khuyen-hoc-tinh",
    "ban-tuyen-giao-tinh-uy",
    "thi-xa-sa-pa",
    "huyen-si-ma-cai",
    "xa-ta-phin",
    "phuong-sa-pa",
    "xa-lien-minh",
)


class DemoIncomplete(Exception):
    """A portal of the demonstration was refused by provisioning."""


def slugs(*, small):
    return [slug for slug in read_portals() if not small or slug in SMALL]


def provision_portals(wanted, *, now, progress):
    """Make the portals; English names come from the demonstration's own list."""
    rows = read_portals()
    named = [(number, rows[slug] | {"name_en": place_of(slug).name_en}) for number, slug in enumerate(wanted, 1)]
    with postponed():  # the last step makes the index, once the portals have content
        outcome = provision_rows(named, now=now, progress=progress)
    if outcome.refused:
        raise DemoIncomplete("; ".join(f"{row}: {reason}" for row, reason in outcome.refused))
    return outcome


def waiting(wanted):
    """Portals that stand but have no content of the demonstration yet, in the order of the file."""
    done = PageLogEntry.objects.filter(action=LOADED).values("page__portal")
    portals = (
        Portal.objects.filter(slug__in=wanted).exclude(pk__in=done).select_related("site__root_page", "collection")
    )
    return sorted(portals, key=lambda portal: wanted.index(portal.slug))


@transaction.atomic
def fill_portal(portal, *, now):
    """Everything a portal shows, and an entry in its history that names the source. Needs the platform scope."""
    gallery, today = Gallery(portal), timezone.localdate(now)
    write_people(portal, today=today)
    if read_portals()[portal.slug]["status"] == "active":
        write_standing_pages(portal, gallery, today=today)
    _insert(portal, "news", [*_trial(portal.slug), *build_articles(portal.slug, gallery=gallery)], now=now)
    sources = build_sources(portal) if portal.level == "province" else []
    documents = [*sources, *build_documents(portal)]
    _insert(portal, "documents", documents, now=now)
    if plant_sections_of(portal, now=now, today=today) or documents:
        settle(portal.pk, today=today)
    PageLogEntry.objects.log_action(portal.site.root_page, LOADED, data={"source": SOURCE})


def _insert(portal, section, pages, *, now):
    if pages:
        parent = PortalPage.objects.get(portal=portal, starts_section=section)
        insert_children(parent, pages, now=now, with_revisions=True)


def _trial(slug):
    """What the portal's trial run left behind; citizens see it and so do the scores."""
    if not profile_of(slug).trial_article:
        return []
    moment = office_moment(EARLIER_STARTS, rng=random.Random(slug))
    title = "Bài viết thử"
    page = ArticlePage(
        title=title,
        slug=free_slug(title, set()),
        lead="Bài của bản chạy thử, chưa được gỡ.",
        source=SOURCE,
        live=True,
        first_published_at=moment,
        last_published_at=moment,
    )
    page.body_vi, page.body_en = [("paragraph", "<p>Nội dung kiểm tra hiển thị, sẽ xóa sau.</p>")], []
    return [page]
