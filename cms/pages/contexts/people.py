"""Pages that show the register of people."""

from django.utils import timezone

from cms.pages.bilingual.foreign import foreign_lang
from cms.pages.models import DirectoryPage, EditorialBoardPage, IntroductionPage, LeadersPage, SpokespersonPage
from cms.pages.people.directory import by_letter, by_unit, entries, matches
from cms.pages.people.models import Post
from cms.pages.people.queries import (
    board_on,
    leaders_on,
    posts_on,
    spokesperson_on,
    structure_on,
    units_in_order,
    vouching_of,
)
from cms.pages.queries import child_pages

from .registry import context_for

BY_UNIT, BY_NAME, FOCAL = "don-vi", "a-z", "dau-moi"
LONGEST_QUERY = 100  # characters


@context_for(LeadersPage)
def leaders(page, request):
    return {"posts": list(leaders_on(page.portal_id, timezone.localdate()))}


@context_for(SpokespersonPage)
def spokesperson(page, request):
    posts = list(spokesperson_on(page.portal_id, timezone.localdate()))
    return {"posts": posts, "children": child_pages(page)}


@context_for(EditorialBoardPage)
def editorial_board(page, request):
    return {"posts": list(board_on(page.portal_id, timezone.localdate()))}


@context_for(IntroductionPage)
def introduction(page, request):
    tree, head = structure_on(page.portal_id, timezone.localdate())
    return {"units": organisation_chart(page.portal, tree, head), "children": child_pages(page)}


def organisation_chart(portal, tree, head):
    """Nodes for the component: the body itself on top of its units if somebody leads it without a unit."""
    nodes = [_chart_node(node) for node in tree]
    top = {"name": portal.display_name, "children": nodes, **_headed_by(head), "phone": head.phone if head else ""}
    return [top] if head and nodes else nodes


def _chart_node(node):
    unit, children = node["unit"], [_chart_node(child) for child in node["children"]]
    name = {"name": unit.name, "name_lang": foreign_lang(unit, "name")}
    return {**name, "children": children, "phone": unit.phone, **_headed_by(node["head"])}


def _headed_by(post):
    if post is None:
        return {}
    langs = {"who_lang": foreign_lang(post.person, "name"), "title_lang": foreign_lang(post, "title")}
    return {"who": post.person.name, "title": post.title, **langs}


@context_for(DirectoryPage)
def directory(page, request):
    """The register of today by unit, by name or the focal officials alone; searched without regard to accents."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    view = request.GET.get("xem") if request.GET.get("xem") in (BY_NAME, FOCAL) else BY_UNIT
    day = timezone.localdate()
    everybody = list(posts_on(page.portal_id, day))
    wanted = [post for post in everybody if view != FOCAL or post.kind == Post.Kind.FOCAL]
    found = [post for post in wanted if matches(post, query)] if query else wanted
    vouching = vouching_of([(post.from_date, post.confirmed_on) for post in everybody], day)
    shown = {BY_NAME: _letters, FOCAL: _focal, BY_UNIT: _units}[view](page, found, query)
    return {"query": query, "view": view, "total": len(entries(found)), "vouching": vouching, **shown}


def _letters(page, posts, query):
    return {"letters": by_letter(posts)}


def _focal(page, posts, query):
    """Below the officials the numbers of the units: the one-stop desk is nobody's own post."""
    units = [unit for _depth, unit in units_in_order(page.portal_id) if unit.phone]
    return {"focal": entries(posts), "lines": [] if query else units}


def _units(page, posts, query):
    rows = by_unit(posts, units_in_order(page.portal_id))
    return {"units": [row for row in rows if row[2] or not query]}
