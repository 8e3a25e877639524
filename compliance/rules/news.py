"""Is the portal alive?"""

from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..facts.nouns import PageFact, PortalFacts
from ..facts.window import Window, iso_week
from ..reasons import Reason
from .registry import rule
from .result import Finding
from .showing import page_seen

SILENCE_DAYS = 30


def active_weeks(pages: tuple[PageFact, ...]) -> int:
    return len({iso_week(timezone.localdate(page.published_at)) for page in pages})


@rule(
    version=1,
    says=_("Số tuần có tin, bài chia cho số tuần của kỳ; 0 điểm nếu 30 ngày gần nhất không có tin, bài nào"),
)
def news_frequency(facts: PortalFacts, window: Window, params) -> Finding:
    """ISO weeks with at least one news item, of the ISO weeks of the period so far."""
    items, weeks = window.published(facts.news), len(window.weeks)
    active = active_weeks(items)
    evidence = tuple(page_seen(page) for page in items)
    if not window.recent(facts.news, days=SILENCE_DAYS):
        return Finding(Fraction(0), active, weeks, (Reason.NO_RECENT_NEWS.value,), evidence)
    reasons = () if active == weeks else (Reason.WEEKS_WITHOUT_NEWS.value,)
    return Finding(Fraction(active, weeks), active, weeks, reasons, evidence)


@rule(
    version=1,
    says=_("Tỷ lệ tuần có tin, bài (12 phần) cộng tỷ lệ số tin, bài so với định mức của kỳ (8 phần)"),
)
def news_volume(facts: PortalFacts, window: Window, params) -> Finding:
    """`weeks_points` and `items_points` weigh the two parts, `quota` is items a period. Numerator: items published."""
    items, weeks, quota = window.published(facts.news), len(window.weeks), params["quota"]
    active = active_weeks(items)
    regular, plenty = Fraction(active, weeks), min(Fraction(len(items), quota), Fraction(1))
    weights = params["weeks_points"], params["items_points"]
    share = (regular * weights[0] + plenty * weights[1]) / sum(weights)
    reasons = [Reason.WEEKS_WITHOUT_NEWS.value] if active < weeks else []
    reasons += [Reason.TOO_FEW_NEWS.value] if len(items) < quota else []
    return Finding(share, len(items), quota, tuple(reasons), tuple(page_seen(page) for page in items))
