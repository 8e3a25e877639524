"""Portals and articles in number, made through the product's own doors."""

import time

from django.utils import timezone

from cms.pages.models import ArticlePage, PortalPage
from cms.pages.planting import insert_children
from tenants.models import Portal
from tenants.provisioning import PortalSpec, provision

ARTICLES = 20


def provision_number(number):
    """Provision one portal; number 0 is the province. Returns (seconds, pages born)."""
    slug = "tinh" if number == 0 else f"xa-{number}"
    level, group, parent = ("province", "province", "") if number == 0 else ("commune", "commune", "tinh")
    spec = PortalSpec(slug=slug, name=f"Đơn vị {number}", level=level, group=group, parent=parent, state="active")
    before = PortalPage.objects.count()
    start = time.process_time()
    provision(spec, now=timezone.now())
    return time.process_time() - start, PortalPage.objects.count() - before


def fill(slug):
    """Twenty articles for one portal; returns the slug of the newest."""
    portal = Portal.objects.get(slug=slug)
    news = PortalPage.objects.get(portal=portal, starts_section="news")
    now = timezone.now()
    pages = [
        ArticlePage(title=f"Tin số {n}", slug=f"tin-{n}", lead="Tóm tắt của tin.", live=True, first_published_at=now)
        for n in range(ARTICLES)
    ]
    for page in pages:
        page.body_vi = [("paragraph", "<p>Nội dung của bài viết dùng để đo.</p>" * 10)]
        page.last_published_at = now
    insert_children(news, pages, now=now, with_revisions=True)
    return pages[-1].slug
