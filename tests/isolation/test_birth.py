"""B's coming into being changes nothing on A's screens: no count, no order, no choice, no word."""

import difflib
import re

import pytest
from django.db import transaction

from .addresses import FEW
from .crawl import Crawl
from .visitor import Ask
from .world import add_b

pytestmark = pytest.mark.django_db

# What is new at every request.
FLEETING = [
    (re.compile(pattern), word)
    for pattern, word in (
        (r'csrf[\w-]*\\?["\']?[^>]{0,20}(value|content)?[=:]\\?\s*\\?["\'][\w]+', "csrf"),
        (r'"CSRF_TOKEN": "\w+"', "csrf"),
        (r'nonce="[^"]+"', "nonce"),
        (r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "uuid"),
        (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]*(\+\d\d:\d\d|Z)?", "moment"),
        (r"\b\d{1,2}:\d\d(:\d\d)?\b", "time"),
        (r"\d+(\xa0|\\u00a0| )(giây|phút|giờ)( trước)?|Vừa xong", "while"),
        (r"Expires: .*", "expires"),
        (r"Content-Length: \d+", "length"),  # of words that are compared themselves
    )
]
# The screens that any role opens without naming a row; log-in keeps random keys in its own.
RANDOM = ("mfa_", "account_", "usersessions")


def _plain(text):
    for pattern, word in FLEETING:
        text = pattern.sub(word, text)
    return text


def _seen(world, role):
    crawl, seen = Crawl(world, role, depth=FEW), {}
    for view, url in crawl.plain():
        if view.is_admin and not view.name.startswith(RANDOM):
            answer = crawl.visitor.send(Ask("GET", url))
            seen[url] = f"{answer.status} {_plain(answer.text)}"
    return seen


def _difference(before, after):
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line.strip()[:160] for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")][:6]


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_a_second_portal_changes_nothing(bare_world, role):
    assert bare_world.b is None, "this file runs before those that have B already"
    before = _seen(bare_world, role)
    with transaction.atomic():
        add_b(bare_world)
        after = _seen(bare_world, role)
        transaction.set_rollback(True)
    bare_world.b = bare_world.database = None
    differ = {url: _difference(before[url], after[url]) for url in before if before[url] != after[url]}
    assert differ == {}
