"""Nothing is lost: each role opens what its rights promise, sees its own rows there, and its forms are taken."""

import pytest

from .forms import forms_in
from .phases.relations import complete
from .rights import reaches_of
from .visitor import Ask
from .world import ROLES

pytestmark = pytest.mark.django_db


def _missing(visitor, reach):
    ask = Ask("GET" if reach.data is None else "POST", reach.url, reach.data)
    answer = visitor.send(ask)
    if answer.status != reach.status:
        return f"{ask.method} {reach.url}: {answer.status} {answer.error}"
    words = [word for word in reach.shows if word not in answer.text.lower()]
    if reach.writes and reach.writes not in answer.tables:
        words.append(f"(wrote {sorted(answer.tables)})")
    return f"{ask.method} {reach.url}: {words}" if words else None


@pytest.mark.parametrize("role", ROLES)
def test_what_is_theirs_is_open_to_them(world, role):
    visitor = world.visitors[role]
    missing = [_missing(visitor, reach) for reach in reaches_of(world, role)]
    assert [text for text in missing if text] == []


SAVED = {
    "editor": ("draft", "live", "documentdraft", "news", "introduction"),
    "chief": ("draft", "changed", "document", "home", "contact"),
    "head": ("draft",),
    "two_portals": ("draft",),
}


@pytest.mark.parametrize("role", SAVED)
def test_their_edit_forms_are_taken(world, role):
    """A page's form, sent back as it came, saves a revision."""
    visitor, refused = world.visitors[role], []
    for label in SAVED[role]:
        url = f"/admin/pages/{world.a.pages[label].pk}/edit/"
        form = max(forms_in(visitor.send(Ask("GET", url)).text), key=lambda form: len(form.data))
        answer = visitor.send(Ask("POST", url, complete(form)))
        if answer.status != 302 or "wagtailcore_revision" not in answer.tables:
            refused.append((label, answer.status, answer.error))
    assert refused == []
