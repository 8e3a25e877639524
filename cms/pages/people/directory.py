"""The directory as a citizen reads it: each person once, with all that they do, in one of three orders."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.pages.accents import digits, without_accents
from cms.pages.bilingual.foreign import foreign_lang

from .alphabet import by_given_name, heading
from .models import Post

WORD = re.compile(r"\w+")
BESIDES = (Post.Kind.BOARD, Post.Kind.SPOKESPERSON)  # what people do beside the post they are looked up by


@dataclass(frozen=True)
class Entry:
    """A person and the posts shown with the name; numbers and addresses each once, separated by ";"."""

    posts: tuple

    @property
    def person(self):
        return self.posts[0].person

    @property
    def post(self):
        return self.posts[0]

    @property
    def besides(self):
        """What the person does besides: titles that stand below the first, each with its language."""
        rest = [post for post in self.posts[1:] if post.title != self.posts[0].title]
        return [{"title": _role(post), "lang": foreign_lang(post, "title")} for post in rest]

    @property
    def is_leader(self):
        return any(post.kind == Post.Kind.LEADER for post in self.posts)

    def _each_once(self, name):
        """Of the posts one is looked up by; what serves a role besides stands on that role's own page."""
        main = [post for post in self.posts if post.kind not in BESIDES] or self.posts
        return "; ".join(dict.fromkeys(value for post in main if (value := getattr(post, name))))

    @property
    def phone(self):
        return self._each_once("phone")

    @property
    def mobile(self):
        return self._each_once("public_mobile")

    @property
    def fax(self):
        return self._each_once("fax")

    @property
    def email(self):
        return self._each_once("email")


def _role(post):
    """A role in the editorial board names the board: "Ủy viên" alone says nothing."""
    board = post.kind == Post.Kind.BOARD and without_accents("Ban biên tập") not in without_accents(
        post.title_vi or ""
    )
    return _("Ban biên tập: %(role)s") % {"role": post.title} if board else post.title


def matches(post, query):
    """Does every word asked for begin a word of the post, whatever the accents? A number counts without its gaps."""
    asked = digits(query)
    if asked and not any(character.isalpha() for character in query):
        return any(asked in digits(number) for number in (post.phone, post.public_mobile, post.fax))
    unit = post.unit.name if post.unit else ""
    told = _words(" ".join([post.person.name, post.title, unit, post.email]))
    wanted = _words(query)
    return bool(wanted) and all(any(word.startswith(start) for word in told) for start in wanted)


def _words(text):
    return WORD.findall(without_accents(text))


def entries(posts):
    """Each person once, in the order of their first post; what they do besides comes after."""
    by_person = {}
    for post in posts:
        by_person.setdefault(post.person_id, []).append(post)
    return [Entry(tuple(sorted(own, key=lambda post: post.kind in BESIDES))) for own in by_person.values()]


def by_letter(posts):
    """[(letter, [Entry, ...])] in the order of the Vietnamese alphabet."""
    groups = {}
    for entry in sorted(entries(posts), key=lambda entry: by_given_name(entry.person.name)):
        groups.setdefault(heading(entry.person.name), []).append(entry)
    return list(groups.items())


def by_unit(posts, units):
    """[(depth, Unit or None, [Entry, ...])] in the order of the tree, the body itself first.

    Who has a post in two units stands in both. Units without people stay if they have a number to call.
    `units`: [(depth, Unit)] of the portal.
    """
    mine = {}
    for entry in entries(posts):
        placed = [post for post in entry.posts if post.kind not in BESIDES] or [entry.post]
        for unit in dict.fromkeys(post.unit_id for post in placed):
            here = [post for post in placed if post.unit_id == unit]
            others = [post for post in entry.posts if post.kind in BESIDES and post not in here]
            mine.setdefault(unit, []).append(Entry((*here, *others)))
    listed = [(depth, unit, mine.get(unit.pk, [])) for depth, unit in units]
    top = [(0, None, mine[None])] if None in mine else []
    return top + [row for row in listed if row[2] or row[1].phone]
