"""Nothing empty, nothing left over from trials, nothing forgotten."""

from datetime import timedelta
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..facts.nouns import PageFact, PortalFacts
from ..facts.window import Window
from ..reasons import Note, Reason
from .registry import rule
from .result import Evidence, Finding
from .showing import page_seen

REVIEW_DAYS = 365
OVERDUE_SHARE = Fraction(5, 100)


@rule(
    version=1,
    says=_(
        "Không chuyên mục bắt buộc nào để trống; không trang nào có nội dung thử nghiệm; không quá 5 % số trang "
        "quá 365 ngày chưa rà soát. Phải đạt cả ba điều kiện"
    ),
)
def no_empty_or_test(facts: PortalFacts, window: Window, params) -> Finding:
    """All three conditions or nothing. Pages with a duty of review are the standing ones, not news and documents."""
    empty = [section for section in facts.sections if section.empty]
    overdue = [page for page in facts.standing if _overdue(page, window)]
    conditions = {
        Reason.SECTION_EMPTY: not empty,
        Reason.TEST_CONTENT: not facts.suspicious,
        Reason.PAGES_OVERDUE: len(overdue) <= OVERDUE_SHARE * len(facts.standing),
    }
    held = sum(conditions.values())
    reasons = tuple(reason.value for reason, holds in conditions.items() if not holds)
    evidence = [Evidence("section", None, s.title, counted=False, notes=(Note.EMPTY.value,)) for s in empty]
    evidence += [page_seen(page, counted=False, notes=(Note.TEST,)) for page in facts.suspicious]
    evidence += [page_seen(page, counted=False, notes=(Note.REVIEW_OVERDUE,)) for page in overdue]
    return Finding(Fraction(held == 3), held, 3, reasons, tuple(evidence))


def _overdue(page: PageFact, window: Window) -> bool:
    published = min(page.last_published_at or page.published_at, window.as_of)
    reviewed = page.reviewed_on or timezone.localdate(published)
    return window.today - reviewed > timedelta(days=REVIEW_DAYS)
