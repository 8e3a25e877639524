"""Who holds which post on a day."""

from django.db.models import Prefetch

from cms.pages.media.models import PortalImage
from cms.theme.pictures import renditions

from .models import Post, Unit, held_on


def posts_on(portal, day):
    """Posts of a portal held on a local day, with person and unit, in the order the portal chose."""
    faces = Prefetch("person__photo", PortalImage.objects.prefetch_renditions(*renditions("portrait")))
    return (
        Post.objects.filter(portal=portal)
        .filter(held_on(day))
        .select_related("person", "unit")
        .prefetch_related(faces)
        .order_by("order", "pk")
    )


def leaders_on(portal, day):
    return posts_on(portal, day).filter(kind=Post.Kind.LEADER)


def unit_tree(portal):
    """Units of a portal as [{"unit": Unit, "children": [...]}], in one query."""
    units = list(Unit.objects.filter(portal=portal).order_by("order", "pk"))
    nodes = {unit.pk: {"unit": unit, "children": []} for unit in units}
    roots = []
    for unit in units:
        siblings = nodes[unit.parent_id]["children"] if unit.parent_id in nodes else roots
        siblings.append(nodes[unit.pk])
    return roots
