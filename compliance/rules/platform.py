"""What the system itself owes every reader."""

from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from ..facts.nouns import PortalFacts
from ..facts.window import Window
from ..reasons import Reason
from .registry import rule
from .result import NOT_MEASURED, Evidence, Finding


@rule(
    version=1,
    says=_("Có trang tìm kiếm, sơ đồ cổng đủ chuyên mục, khối liên kết và bản in của tin, bài. Phải đạt cả bốn"),
)
def finding_aids(facts: PortalFacts, window: Window, params) -> Finding:
    """All four or nothing; unmeasured while one of them cannot be told."""
    told = facts.platform
    aids = {
        Reason.NO_SEARCH: told.search,
        Reason.NO_SITEMAP: told.sitemap,
        Reason.NO_LINKS: told.links,
        Reason.NO_PRINT: told.print,
    }
    if None in aids.values():
        return NOT_MEASURED
    reasons = tuple(reason.value for reason, there in aids.items() if not there)
    evidence = tuple(
        Evidence("platform", None, reason.name.removeprefix("NO_").lower(), counted=bool(there))
        for reason, there in aids.items()
    )
    held = len(aids) - len(reasons)
    return Finding(Fraction(held == len(aids)), held, len(aids), reasons, evidence)
