"""Who works in two portals sees one at a time: the one acted for, and of the other its name where one changes over."""

import pytest

from .addresses import FEW
from .canaries import A, C, canary, pattern
from .crawl import Crawl
from .visitor import Ask, Visitor

pytestmark = pytest.mark.django_db

OF_BOTH = ("compliance:", "members:")  # a chief reads the scores, and manages the people, of all portals they lead


def _seen(world, visitor, word):
    """{address: words of the portal} on all screens that name no row, the portal's name left out."""
    names, found = {canary(word, "name"), canary(word, "nameen"), word}, {}
    for view, url in Crawl(world, "two_portals", depth=FEW).plain():
        if view.is_admin and not view.name.startswith(OF_BOTH):
            told = set(pattern(word).findall(visitor.send(Ask("GET", url)).text)) - names
            if told:
                found[url] = sorted(told)[:5]
    return found


def _at_work_for(world, planted):
    user = world.visitors["two_portals"].user
    return Visitor("two_portals", A, user, acting_portal=planted.portal.pk)


def test_acting_for_the_one_portal_hides_the_other(world):
    visitor = _at_work_for(world, world.a)
    assert _seen(world, visitor, C) == {}
    assert "/admin/documents/" in _seen(world, visitor, A)


def test_acting_for_the_other_hides_the_one(world):
    visitor = _at_work_for(world, world.c)
    assert "/admin/documents/" in _seen(world, visitor, C)
    assert _seen(world, visitor, A) == {}
