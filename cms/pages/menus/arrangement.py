"""The order of a portal's menu: which section stands where in its group, and which are left out."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from cms.pages.models import PortalPage
from cms.pages.sections import find_section, menus, place_in_tree

from .models import MenuChoice, QuickLink

# What a citizen comes for most and the law names first stays in every menu.
ALWAYS_SHOWN = frozenset({"introduction", "documents", "questions", "contact"})


@dataclass
class Entry:
    """A section in the menu; `page` is the page it starts at."""

    code: str
    page: PortalPage
    is_hidden: bool

    @property
    def can_be_hidden(self):
        return self.code not in ALWAYS_SHOWN


@dataclass
class Group:
    """A group of the menu with its entries in order; `menu` is a group of the section tree."""

    menu: object
    entries: list


def arranged(portal):
    """Every group with the sections that the portal shows to everybody, hidden ones marked. One query.

    Each page says by `has_links` whether the portal has quick links: most have none, and need not be asked.
    """
    groups = {menu.code: Group(menu, []) for menu in menus()}
    for page in sorted(_starts(portal), key=_place):
        definition = find_section(page.starts_section)
        if definition:
            is_hidden = bool(page.is_hidden) and page.starts_section not in ALWAYS_SHOWN
            groups[definition.menu].entries.append(Entry(page.starts_section, page, is_hidden))
    return [group for group in groups.values() if group.entries]


def _starts(portal):
    choice = MenuChoice.objects.filter(portal=OuterRef("portal"), section=OuterRef("starts_section"))
    links = QuickLink.objects.filter(portal=OuterRef("portal"))
    # By portal and depth, not `child_of`: SQLite answers a prefix of the path by reading every portal's pages.
    pages = PortalPage.objects.live().filter(portal=portal, depth=3, view_restrictions=None)
    return pages.exclude(starts_section="").annotate(
        position=Subquery(choice.values("position")[:1]),
        is_hidden=Subquery(choice.values("is_hidden")[:1]),
        has_links=Subquery(links.values("pk")[:1]),
    )


def _place(page):
    """Where the portal put it; a section that came later stands behind those, in the order of the tree."""
    unplaced = page.position is None
    return unplaced, page.position or 0, place_in_tree(page.starts_section)


def links_of(portal):
    """The portal's own quick links, in its order."""
    return QuickLink.objects.filter(portal=portal).order_by("order", "pk")
