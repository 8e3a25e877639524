"""Who leads and whom to call."""

import re
from datetime import timedelta
from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from ..facts.nouns import PortalFacts, PostFact
from ..facts.window import Window
from ..reasons import Note, Reason
from .registry import rule
from .result import Evidence, Finding
from .showing import page_seen, post_seen

BIOGRAPHY_CHARACTERS = 200
CONFIRMATION_DAYS = 180
OFFICIAL_MAIL = re.compile(r"^[^@\s]+@([a-z0-9-]+\.)*gov\.vn$", re.IGNORECASE)


@rule(
    version=1,
    says=_(
        "Lãnh đạo đương nhiệm có tiểu sử từ 200 ký tự và nhiệm vụ được phân công: đủ cả 100 %, từ một nửa trở lên 50 %"
    ),
)
def leaders(facts: PortalFacts, window: Window, params) -> Finding:
    """All current leaders complete: all points; at least half of them: half the points."""
    posts = facts.posts_of("leader")
    if not posts:
        return Finding(Fraction(0), 0, 0, (Reason.NO_LEADERS.value,))
    lacks = [_leader_lacks(post) for post in posts]
    good = sum(not notes for notes in lacks)
    evidence = _posts_seen(posts, lacks)
    if good == len(posts):
        return Finding(Fraction(1), good, good, (), evidence)
    share = Fraction(1, 2) if good * 2 >= len(posts) else Fraction(0)
    return Finding(share, good, len(posts), (Reason.LEADERS_INCOMPLETE.value,), evidence)


def _posts_seen(posts: tuple[PostFact, ...], lacks: list[list[Note]]) -> tuple[Evidence, ...]:
    return tuple(post_seen(post, counted=not notes, notes=notes) for post, notes in zip(posts, lacks, strict=True))


def _leader_lacks(post: PostFact) -> list[Note]:
    lacks = {
        Note.SHORT_BIOGRAPHY: post.biography_length < BIOGRAPHY_CHARACTERS,
        Note.MISSING_DUTIES: not post.has_duties,
    }
    return [note for note, lacking in lacks.items() if lacking]


@rule(
    version=1,
    says=_(
        "Một nửa số điểm: địa chỉ, điện thoại, thư điện tử của cơ quan. Một nửa: có cán bộ đầu mối đủ họ tên, "
        "chức vụ, đơn vị, điện thoại, thư điện tử công vụ (.gov.vn) và mọi đầu mối được xác nhận trong 180 ngày"
    ),
)
def contacts(facts: PortalFacts, window: Window, params) -> Finding:
    """Two halves: how to reach the body, and a focal official whose data somebody vouched for in the last 180 days."""
    agency, agency_reasons, agency_seen = _agency(facts)
    focal, focal_reasons, focal_seen = _focal(facts, window)
    fulfilled = agency + focal
    return Finding(Fraction(fulfilled, 2), fulfilled, 2, agency_reasons + focal_reasons, agency_seen + focal_seen)


def _agency(facts: PortalFacts) -> tuple[bool, tuple[str, ...], tuple[Evidence, ...]]:
    if not facts.contacts:
        return False, (Reason.NO_CONTACT_PAGE.value,), ()
    whole = [contact.address and contact.phone and contact.email for contact in facts.contacts]
    seen = tuple(
        page_seen(contact.page, counted=complete, notes=() if complete else (Note.INCOMPLETE,))
        for contact, complete in zip(facts.contacts, whole, strict=True)
    )
    fulfilled = any(whole)
    return fulfilled, () if fulfilled else (Reason.CONTACT_INCOMPLETE.value,), seen


def _focal(facts: PortalFacts, window: Window) -> tuple[bool, tuple[str, ...], tuple[Evidence, ...]]:
    posts = facts.posts_of("focal")
    if not posts:
        return False, (Reason.NO_FOCAL.value,), ()
    lacks = [_focal_lacks(post, window) for post in posts]
    reasons = []
    if all(Note.INCOMPLETE in notes for notes in lacks):
        reasons.append(Reason.FOCAL_INCOMPLETE.value)
    if any(Note.UNCONFIRMED in notes for notes in lacks):
        reasons.append(Reason.FOCAL_UNCONFIRMED.value)
    return not reasons, tuple(reasons), _posts_seen(posts, lacks)


def _focal_lacks(post: PostFact, window: Window) -> list[Note]:
    whole = all((post.name, post.title, post.unit, post.phone, OFFICIAL_MAIL.match(post.email)))
    fresh = post.vouched_on and window.today - post.vouched_on <= timedelta(days=CONFIRMATION_DAYS)
    return [note for note, holds in ((Note.INCOMPLETE, whole), (Note.UNCONFIRMED, fresh)) if not holds]
