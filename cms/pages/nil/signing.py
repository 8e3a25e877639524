"""Who signed a declaration is said as the register says it, never as an account calls itself.

Everybody changes the name of the own account. Whose account it is say rooms above, where the chief of the portal ties
accounts to people of the register; they register a callable when they start.
"""

from dataclasses import dataclass

from django.utils.translation import override

from cms.pages.people.models import Post, held_on
from tenants.models import Role

ties = []


def register(tie):
    """Ask this callable (user, portal) -> Person of the portal's register, or None; twice changes nothing."""
    if tie not in ties:
        ties.append(tie)
    return tie


@dataclass(frozen=True)
class Signature:
    """What a declaration says of who signed it; `name` is "" for an account that is nobody's in the register."""

    name: str
    title: str
    is_registered: bool  # holds a post on that day

    def __str__(self):
        return ", ".join(word for word in (self.name, self.title) if word)


def signature_of(user, portal, *, day):
    """How an account signs on a local day: as its person, under the title of the post held then, a leader's first."""
    person = next(filter(None, (tie(user, portal) for tie in ties)), None)
    posts = Post.objects.filter(held_on(day), portal=portal, person=person).order_by("order", "pk") if person else []
    held = sorted(posts, key=lambda post: post.kind != Post.Kind.LEADER)
    with override("vi"):
        title = held[0].title_vi if held else str(Role.HEAD.label)
    return Signature(person.name if person else "", title, bool(held))
