"""Pages that show the register of people."""

from django.utils import timezone

from cms.pages.accents import digits, without_accents
from cms.pages.models import DirectoryPage, LeadersPage
from cms.pages.people.queries import leaders_on, posts_on

from .registry import context_for


@context_for(LeadersPage)
def leaders(page, request):
    return {"posts": list(leaders_on(page.portal_id, timezone.localdate()))}


@context_for(DirectoryPage)
def directory(page, request):
    """The register of today, searched by name, title or phone without regard to accents."""
    query = request.GET.get("q", "").strip()[:100]
    posts = list(posts_on(page.portal_id, timezone.localdate()))
    if query:
        posts = [post for post in posts if matches(post, query)]
    return {"query": query, "units": _by_unit(posts), "total": len(posts)}


def matches(post, query):
    """Does every word asked for stand in the post, whatever the accents? A number also counts without its gaps."""
    unit = post.unit.name if post.unit else ""
    text = without_accents(" ".join([post.person.name, post.title, unit, post.email]))
    numbers = [digits(number) for number in (post.phone, post.mobile, post.fax)]
    asked = digits(query)
    if asked and not any(character.isalpha() for character in query):
        return any(asked in number for number in numbers)
    return all(word in text for word in without_accents(query).split())


def _by_unit(posts):
    """[(Unit or None, [Post, ...])] in the order of units; those without a unit first."""
    grouped = {}
    for post in posts:
        grouped.setdefault(post.unit, []).append(post)
    return sorted(grouped.items(), key=lambda pair: (pair[0] is not None, pair[0].order if pair[0] else 0))
