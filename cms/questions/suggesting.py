"""Likely answers while somebody types a question: asked of whoever registered, within a time limit.

This room knows no search engine. The search room registers a suggester when it starts; one that fails or is slow
gives nothing, and the form works all the same. Suggesters run beside the request, so a search server that hangs
holds nobody up; there are few such threads, and when all hang everybody else gets nothing at once.
"""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass

from django.db import close_old_connections, connection

log = logging.getLogger(__name__)

SECONDS = 0.25  # what a person who types still takes for "at once"
MOST = 5
LONGEST_TEXT = 400  # characters; what a question begins with says what it is about
SHORTEST_TEXT = 8

suggesters = []
_beside = ThreadPoolExecutor(max_workers=4, thread_name_prefix="suggest")


@dataclass(frozen=True)
class Suggestion:
    """`source` says what kind of page it is, in words for the citizen."""

    title: str
    url: str
    source: str = ""


def register(suggester):
    """Ask this callable (text, portal, lang) -> [Suggestion] too; registering it twice changes nothing."""
    if suggester not in suggesters:
        suggesters.append(suggester)
    return suggester


def suggestions(text, *, portal, lang, seconds=SECONDS):
    """At most MOST suggestions, none twice; [] for a few letters, a failure or a delay."""
    text = " ".join(text.split())[:LONGEST_TEXT]
    if len(text) < SHORTEST_TEXT:
        return []
    until, found = time.monotonic() + seconds, {}
    asked = [_ask(suggester, text, portal, lang) for suggester in suggesters]
    for answer in asked:
        for one in answer(max(until - time.monotonic(), 0)):
            found.setdefault(one.url, one)
    return list(found.values())[:MOST]


def _ask(suggester, text, portal, lang):
    """A callable (seconds) -> what it found by then."""
    if connection.in_atomic_block:  # beside it nobody sees what this transaction has written
        return lambda seconds: _found(suggester, text, portal, lang)
    future = _beside.submit(copy_context().run, _found_beside, suggester, text, portal, lang)
    return lambda seconds: _in_time(future, seconds)


def _in_time(future, seconds):
    try:
        return future.result(timeout=seconds)
    except TimeoutError:
        future.cancel()
        return []


def _found_beside(*args):
    close_old_connections()
    try:
        return _found(*args)
    finally:
        close_old_connections()


def _found(suggester, text, portal, lang):
    try:
        return list(suggester(text, portal, lang))
    except Exception:  # whatever is wrong with a search, the form goes on without it
        log.warning("a suggester failed", exc_info=True)
        return []
