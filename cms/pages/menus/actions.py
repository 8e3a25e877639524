"""Writes what a portal changed in its menu: all of it at once, as the form has it."""

from django.db import transaction

from cms.pages.sections import place_in_tree
from tenants.audit import record
from tenants.models import Portal

from .models import CHANGED, MenuChoice, QuickLink


@transaction.atomic
def arrange(portal, *, groups, links, by, now):
    """Keep this menu. `groups` are lists of (section, is hidden) in order, `links` dicts of label, label_en and url.

    A group in the order of the tree with nothing hidden needs no rows: a section that comes later then stands in
    its place.
    """
    Portal.objects.select_for_update().get(pk=portal.pk)  # two who save at once do so one after the other
    MenuChoice.objects.filter(portal=portal).delete()
    QuickLink.objects.filter(portal=portal).delete()
    for entries in groups:
        if not _is_as_planted(entries):
            _keep(portal, entries)
    for order, link in enumerate(links):
        QuickLink.objects.create(
            portal=portal, label_vi=link["label"], label_en=link["label_en"] or None, url=link["url"], order=order
        )
    hidden = [section for entries in groups for section, is_hidden in entries if is_hidden]
    record(CHANGED, portal=portal, by=by, now=now, target=portal, detail={"hidden": hidden, "links": len(links)})


def _is_as_planted(entries):
    sections = [section for section, _is_hidden in entries]
    return sections == sorted(sections, key=place_in_tree) and not any(is_hidden for _section, is_hidden in entries)


def _keep(portal, entries):
    for position, (section, is_hidden) in enumerate(entries):
        MenuChoice.objects.create(portal=portal, section=section, position=position, is_hidden=is_hidden)
