"""Links of a portal's own at the head of its pages."""

from cms.pages.models import QuickLink

from .contents import content_of


def write_links(portal):
    return QuickLink.objects.bulk_create(
        QuickLink(portal=portal, label=label, label_en=english, url=url, order=order)
        for order, (label, english, url) in enumerate(content_of(portal.slug, "links") or [], 1)
    )
