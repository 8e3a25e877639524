"""What a portal deleted, and what it changed in its menu."""

from cms.pages.models import DeletedPage, MenuChoice, QuickLink
from tenants.scoping import portal_scope

from ..canaries import canary, fill


def plant_comfort(pages):
    """A page in the trash, a section hidden from the menu, a link of the portal's own."""
    word, portal = pages.word, pages.portal
    page = pages.add("trashed")
    with portal_scope([portal]):
        page.delete(user=pages.chief)
        DeletedPage.objects.update(deleted_by=pages.chief)
    del pages.found["trashed"]
    MenuChoice.objects.create(portal=portal, section="history", position=3, is_hidden=True)
    link = QuickLink(portal=portal, url=f"https://{canary(word, 'quicklink')}.example/")
    fill(link, word, "quicklink").save()
