"""Pages that look like somebody's trial: too careful rather than too eager, for each costs its unit a point.

"Thử nghiệm giống lúa mới" is news; "Thử nghiệm 2", "test", "Lorem ipsum ..." are not.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q
from django.db.models.functions import Length

from cms.pages.models import ArticlePage, PortalPage

from .nouns import PageFact
from .pages import FIELDS, fact_of, public_then

LONGEST_TRIAL = 30
FILLER = "lorem ipsum"
TRIAL = re.compile(
    r"^\W*((bài|bài viết|tin|tin tức|bản|trang|văn bản|nội dung|tiêu đề)\s+)?"
    r"(test|demo|thử|thử nghiệm|asdf\w*|abc|aaa+|xxx+)"
    r"(\s+(test|thử|bài|bài viết|tin|trang))?[\W\d]*$",
    re.IGNORECASE,
)


def looks_like_a_trial(title: str) -> bool:
    return FILLER in title.lower() or bool(TRIAL.match(title))


def suspicious(portal_ids: Iterable[int], *, as_of: datetime) -> dict[int, list[PageFact]]:
    """Two queries: short titles and filler in titles of every page, filler in the text of articles."""
    titles = public_then(PortalPage, portal_ids, as_of=as_of).annotate(size=Length("title_vi"))
    titles = titles.filter(Q(size__lte=LONGEST_TRIAL) | Q(title_vi__icontains=FILLER))
    texts = public_then(ArticlePage, portal_ids, as_of=as_of)
    texts = texts.filter(Q(lead_vi__icontains=FILLER) | Q(body_vi__icontains=FILLER))
    found = defaultdict(dict)
    for portal_id, *values in titles.order_by("pk").values_list("portal_id", *FIELDS):
        if looks_like_a_trial(values[1] or ""):
            found[portal_id][values[0]] = fact_of(values, kind="PortalPage")
    for portal_id, *values in texts.order_by("pk").values_list("portal_id", *FIELDS):
        found[portal_id].setdefault(values[0], fact_of(values, kind="ArticlePage"))
    return {portal_id: list(pages.values()) for portal_id, pages in found.items()}
