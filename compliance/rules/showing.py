"""Turns facts into evidence rows."""

from collections.abc import Iterable

from django.utils import timezone

from ..facts.nouns import PageFact, PostFact
from .result import Evidence


def page_seen(page: PageFact, *, counted: bool = True, notes: Iterable[str] = ()) -> Evidence:
    return Evidence(
        kind="page",
        id=page.id,
        title=page.title,
        counted=counted,
        path=page.path,
        revision=page.revision_id,
        at=timezone.localtime(page.published_at).isoformat(timespec="seconds"),
        notes=tuple(map(str, notes)),
    )


def post_seen(post: PostFact, *, counted: bool, notes: Iterable[str] = ()) -> Evidence:
    at = post.vouched_on.isoformat() if post.vouched_on else None
    title = ", ".join(filter(None, (post.name, post.title)))
    return Evidence("post", post.id, title, counted, at=at, notes=tuple(map(str, notes)))
