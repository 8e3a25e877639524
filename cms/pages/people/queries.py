"""Who holds which post on a day. A day is a local date; both ends of a term belong to it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from cms.pages.media.models import PortalImage
from cms.theme.pictures import renditions

from .heads import head_of
from .models import Post, Unit, held_on

ASKED_AFTER = 90  # days until "Vẫn đúng?" is asked; compliance takes points at 180


def held(posts, day):
    """Of these posts the ones that are held on the day."""
    return posts.filter(held_on(day))


def posts_on(portal, day, *kinds):
    """Posts of a portal held on a day, with person, picture and unit, in the order the portal chose.

    Of these kinds (`Post.Kind`), or of all if none is named.
    """
    faces = Prefetch("person__photo", PortalImage.objects.prefetch_renditions(*renditions("portrait")))
    return _posts(portal, day, *kinds).select_related("person", "unit").prefetch_related(faces)


def _posts(portal, day, *kinds):
    posts = held(Post.objects.filter(portal=portal), day).order_by("order", "pk")
    return posts.filter(kind__in=kinds) if kinds else posts


def held_by(person, day, *kinds):
    """The posts that a person holds on a day."""
    posts = held(Post.objects.filter(person=person), day).select_related("unit").order_by("order", "pk")
    return posts.filter(kind__in=kinds) if kinds else posts


def leaders_on(portal, day):
    return posts_on(portal, day, Post.Kind.LEADER)


def focal_on(portal, day):
    return posts_on(portal, day, Post.Kind.FOCAL)


def spokesperson_on(portal, day):
    """Those who may speak to the press; mostly one."""
    return posts_on(portal, day, Post.Kind.SPOKESPERSON)


def board_on(portal, day):
    """The members of the editorial board; their titles are their roles in it."""
    return posts_on(portal, day, Post.Kind.BOARD)


def names_on(portal, day, *kinds):
    """ "Name title unit" of each post held on a day, in the language that is active: what a search shall find."""
    posts = _posts(portal, day, *kinds).select_related("person", "unit")
    return [" ".join(filter(None, [p.person.name, p.title, p.unit and p.unit.name])) for p in posts]


def unit_tree(portal):
    """Units of a portal as [{"unit": Unit, "children": [...]}], in one query."""
    units = list(Unit.objects.filter(portal=portal).order_by("order", "pk"))
    nodes = {unit.pk: {"unit": unit, "children": []} for unit in units}
    roots = []
    for unit in units:
        siblings = nodes[unit.parent_id]["children"] if unit.parent_id in nodes else roots
        siblings.append(nodes[unit.pk])
    return roots


def walk(nodes, depth=0):
    """(depth, node) of a tree from the top down, children right after their parent."""
    for node in nodes:
        yield depth, node
        yield from walk(node["children"], depth + 1)


def units_in_order(portal):
    """[(depth, Unit)] in the order of the tree."""
    return [(depth, node["unit"]) for depth, node in walk(unit_tree(portal))]


def structure_on(portal, day):
    """The tree of units, each node with its "head" on the day (a Post, or None), and who leads the body itself.

    Returns (nodes, Post or None) in two queries.
    """
    by_unit = {}
    for post in _posts(portal, day).select_related("person"):
        by_unit.setdefault(post.unit_id, []).append(post)
    tree = unit_tree(portal)
    for _depth, node in walk(tree):
        node["head"] = head_of(by_unit.get(node["unit"].pk, []))
    return tree, head_of(by_unit.get(None, []))


@dataclass(frozen=True)
class Vouching:
    """How far somebody vouches for a directory: `posts` held, `never` of them without any word, the `oldest` word."""

    posts: int
    never: int
    oldest: date | None
    day: date

    @property
    def days(self):
        """Since the oldest word; 0 if there is none."""
        return (self.day - self.oldest).days if self.oldest else 0

    @property
    def is_asked(self):
        return self.never > 0 or self.days >= ASKED_AFTER

    @property
    def is_whole(self):
        return self.posts > 0 and not self.never


def vouching_on(portal, day):
    """The Vouching for all posts held on a day, in one query."""
    return vouching_of(_posts(portal, day).values_list("from_date", "confirmed_on"), day)


def vouching_of(dates, day):
    """The Vouching for posts of which (from_date, confirmed_on) is known."""
    words = [vouched_on(*pair, day) for pair in dates]
    return Vouching(len(words), words.count(None), min(filter(None, words), default=None), day)


def vouched_on(from_date, confirmed_on, day):
    """When somebody last stood for a post: the day it was confirmed or began, as compliance reads it; or None."""
    return max((known for known in (from_date, confirmed_on) if known and known <= day), default=None)
