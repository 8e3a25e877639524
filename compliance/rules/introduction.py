"""Who the body is: functions, structure, units, history."""

from datetime import timedelta
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..facts.nouns import IntroductionFact, PortalFacts
from ..facts.window import Window
from ..reasons import Note, Reason
from .registry import rule
from .result import NOT_MEASURED, Evidence, Finding
from .showing import page_seen

REVIEW_DAYS = 365
LOCALITIES = {"province", "district", "commune"}


@rule(
    version=1,
    says=_(
        "Trang giới thiệu đang công khai, được rà soát trong 365 ngày; mỗi phần một phần ba số điểm: chức năng và "
        "nhiệm vụ; sơ đồ tổ chức có mô tả hoặc cây đơn vị; có ít nhất một đơn vị trực thuộc"
    ),
)
def introduction(facts: PortalFacts, window: Window, params) -> Finding:
    """Parts fulfilled of three; nothing without a public page that was reviewed in the last 365 calendar days."""
    if not facts.introductions:
        return Finding(Fraction(0), 0, 3, (Reason.NO_INTRODUCTION.value,))
    return max((_one(intro, facts, window) for intro in facts.introductions), key=lambda finding: finding.share)


def _one(intro: IntroductionFact, facts: PortalFacts, window: Window) -> Finding:
    parts = {
        Reason.NO_FUNCTIONS: intro.functions and intro.duties,
        Reason.NO_CHART: intro.chart or any(unit.has_parent for unit in facts.units),
        Reason.NO_UNITS: bool(facts.units),
    }
    reasons = [reason.value for reason, fulfilled in parts.items() if not fulfilled]
    notes = [note for note, missing in _notes(intro).items() if missing]
    fulfilled = sum(parts.values())
    if _overdue(intro, window):
        fulfilled, reasons, notes = 0, [Reason.REVIEW_OVERDUE.value, *reasons], [Note.REVIEW_OVERDUE, *notes]
    units = tuple(Evidence("unit", unit.id, unit.name, counted=True) for unit in facts.units)
    page = page_seen(intro.page, counted=fulfilled > 0, notes=notes)
    return Finding(Fraction(fulfilled, 3), fulfilled, 3, tuple(reasons), (page, *units))


def _notes(intro: IntroductionFact) -> dict[Note, bool]:
    return {
        Note.MISSING_FUNCTIONS: not (intro.functions and intro.duties),
        Note.MISSING_CHART: not intro.chart,
    }


def _overdue(intro: IntroductionFact, window: Window) -> bool:
    """The day of review is the one the editor states; where none is stated, the last publication was the review."""
    page = intro.page
    published = page.last_published_at or page.published_at
    reviewed = page.reviewed_on or timezone.localdate(min(published, window.as_of))
    return window.today - reviewed > timedelta(days=REVIEW_DAYS)


@rule(
    version=1,
    says=_("Quá trình hình thành và phát triển đang công khai (đối với địa phương: chưa đo)"),
)
def formation(facts: PortalFacts, window: Window, params) -> Finding:
    """History of a department. What a locality owes instead (map and sub-pages) has no page types to measure yet."""
    if facts.level in LOCALITIES:
        return NOT_MEASURED
    told = [page_seen(intro.page) for intro in facts.introductions if intro.history]
    told += [page_seen(page) for page in facts.histories]
    if told:
        return Finding(Fraction(1), 1, 1, (), tuple(told))
    return Finding(Fraction(0), 0, 1, (Reason.NO_HISTORY.value,))
