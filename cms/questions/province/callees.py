"""Whom to ring about the cases of a unit: who may sign its answers, by the register of today."""

from collections import defaultdict
from dataclasses import dataclass

from cms.pages.accents import digits
from cms.pages.people.models import Post, held_on
from cms.questions.models import QuestionKind
from cms.questions.settings import Titles
from cms.questions.signing import match

ASKED_FIRST = {Post.Kind.LEADER: 0, Post.Kind.FOCAL: 1}


@dataclass(frozen=True)
class Phone:
    shown: str

    @property
    def dialled(self):
        """What a telephone needs of it: the digits."""
        return ("+" if self.shown.strip().startswith("+") else "") + digits(self.shown)


@dataclass(frozen=True)
class Callee:
    """A person of the register; `may_sign`: under the title, so this is who answers for it."""

    name: str
    title: str
    phones: tuple[Phone, ...]
    may_sign: bool


def callees_of(portals, *, day):
    """{portal primary key: Callees, who may sign first}: leaders and focal officials of a local day. Four queries."""
    titles, kinds = Titles(), list(QuestionKind.objects.filter(counts=True))
    posts = Post.objects.filter(held_on(day), portal__in=portals, kind__in=ASKED_FIRST)
    found = defaultdict(list)
    for post in posts.select_related("person", "portal").order_by("order", "pk"):
        found[post.portal_id].append((_callee(post, titles, kinds), ASKED_FIRST[post.kind]))
    return {portal: _ordered(rows) for portal, rows in found.items()}


def _callee(post, titles, kinds):
    title = match(post.title_vi, portal=post.portal, titles=titles)
    may_sign = title is not None and any(titles.may_sign(title, portal=post.portal, kind=kind) for kind in kinds)
    phones = tuple(Phone(number) for number in dict.fromkeys((post.phone, post.mobile)) if number)
    return Callee(post.person.name, post.title, phones, may_sign)


def _ordered(rows):
    rows = sorted(rows, key=lambda row: (not row[0].may_sign, row[1], not row[0].phones))
    return [callee for callee, _place in rows]
