"""Brings an existing portal into line with the section tree, in one transaction, and logs what it did."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from tenants.audit import actions as audit
from tenants.audit.labels import Group, register

from .models import HomePage, PortalPage
from .planting import insert_children, plant_sections, replace_page
from .section_changes import ADD, CONVERT, changes_for, type_of

SYNCED = "sections.sync"
register(Group.PORTAL, {SYNCED: _("Bổ sung chuyên mục theo cây chuyên mục")})


@transaction.atomic
def sync_portal(portal, *, now):
    """Do what `changes_for` says and return it; a second call finds nothing to add or convert. Needs an open scope."""
    home = HomePage.objects.select_for_update().get(pk=portal.site.root_page_id)
    changes = changes_for(portal)
    plant_sections(home, [c.section for c in changes if c.mark == ADD and c.page is None], now=now)
    for change in changes:
        if change.mark == ADD and change.page is not None:
            insert_children(change.page, list(change.children), now=now)
        elif change.mark == CONVERT:
            _convert(change, now=now)
    done = [f"{change.mark} {change.path}" for change in changes if change.mark in (ADD, CONVERT)]
    if done:
        audit.record(SYNCED, portal=portal, by=None, now=now, target=portal, detail={"what": ", ".join(done)})
    return changes


def _convert(change, *, now):
    """The page keeps number, place and address; only what kind of page it is changes."""
    PortalPage._base_manager.filter(pk=change.page.pk).update(is_starter=not change.section.built_in)
    model = type_of(change.section)
    if change.page.specific_class is not model:
        page = replace_page(change.page, model)
        insert_children(page, page.born_children(), now=now)
