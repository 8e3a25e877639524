"""Reads of pages: each is one portal's, live and public, newest first where time matters."""

from django.db.models import F, Max, OuterRef, Prefetch, Subquery, prefetch_related_objects

from cms.theme.pictures import renditions
from tenants.models import Group, Portal, PortalHost
from tenants.scoping import portal_scope

from .models import ArticlePage, ContactPage, LegalDocumentPage, PortalImage, PortalPage

CARD_FIELDS = ("body", "body_vi", "body_en")


def public_pages(portal):
    """Live pages of a portal with something of their own on them, and that nobody restricted."""
    return PortalPage.objects.live().public().filter(portal=portal, is_starter=False)


def child_pages(page):
    return public_pages(page.portal_id).child_of(page).order_by("path")


def pictures_for(*shapes):
    """Prefetches `picture` with its renditions in these shapes, so that a list costs two queries, not two a row."""
    filters = [specification for shape in shapes for specification in renditions(shape)]
    return Prefetch("picture", PortalImage.objects.prefetch_renditions(*filters))


def _newest_articles(portal):
    articles = ArticlePage.objects.live().public().filter(portal=portal, is_starter=False).defer(*CARD_FIELDS)
    return articles.order_by("-first_published_at", "-pk")


def articles_of(portal):
    """Live articles of a portal, newest first, without their bodies: for lists and cards."""
    return _newest_articles(portal).prefetch_related(pictures_for("row", "lead"))


def related_articles(article, limit=4):
    """Newest articles of the same section; their pictures and the article's own are read together."""
    others = _newest_articles(article.portal_id).filter(section=article.section).exclude(pk=article.pk)
    related = list(others[:limit])
    prefetch_related_objects([article, *related], pictures_for("row", "article"))
    return related


def documents_of(portal):
    """Live documents of a portal: the latest issued first, those of unknown date last."""
    documents = LegalDocumentPage.objects.live().public().filter(portal=portal, is_starter=False)
    return documents.order_by(F("issue_date").desc(nulls_last=True), "-first_published_at", "-pk")


def last_publications(portal_ids):
    """{portal primary key: when it last published something of its own}, in one query."""
    published = PortalPage.objects.filter(portal__in=portal_ids, live=True, is_starter=False, depth__gt=2)
    newest = published.order_by().values_list("portal").annotate(Max("last_published_at"))
    with portal_scope(portal_ids):
        return dict(newest.filter(last_published_at__isnull=False))


def contact_of(portal):
    """The portal's contact page, filled or not, or None; `last_update` is when the portal published last."""
    published = PortalPage.objects.filter(portal=OuterRef("portal"), live=True, is_starter=False).order_by()
    newest = published.values("portal").annotate(last=Max("last_published_at")).values("last")
    return ContactPage.objects.live().filter(portal=portal).annotate(last_update=Subquery(newest)).first()


def public_mailbox(portal):
    """The mail address on a portal's contact page, whichever portal asks; "" while nobody has filled the page."""
    with portal_scope([portal.pk]):
        contact = contact_of(portal)
    return contact.email if contact and not contact.is_starter else ""


def portal_groups():
    """[(group label, [Portal, ...])] of the portals a citizen can visit, for "find a portal"."""
    primary = PortalHost.objects.filter(portal=OuterRef("pk"), is_primary=True).values("host")
    portals = Portal.objects.active().exclude(group=Group.PROVINCE).annotate(primary_host=Subquery(primary[:1]))
    grouped = {}
    for portal in portals.order_by("name"):
        grouped.setdefault(portal.group, []).append(portal)
    return [(group.label, grouped[group.value]) for group in Group if group.value in grouped]
