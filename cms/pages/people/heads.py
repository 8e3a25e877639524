"""Who of a unit's people is its head. The register has no field for it: kind and title say so."""

import re

from .models import Post

# Titles of a head as offices write them. "Phó ..." (deputy) never is one; a chief accountant heads no unit.
HEAD = re.compile(
    r"^(quyền |q\. ?)?(trưởng|chánh|giám đốc|tổng giám đốc|chủ tịch|chủ nhiệm|bí thư|phụ trách"
    r"|(chỉ huy|hiệu|tổ|đội|trạm|cục|chi cục|vụ|viện|hạt|đồn|khoa|ban) trưởng)\b"
)
NO_HEADS = (Post.Kind.BOARD, Post.Kind.SPOKESPERSON)


def head_of(posts):
    """The head among a unit's posts (in their order): its first leader, else the first with the title of a head."""
    leader = next((post for post in posts if post.kind == Post.Kind.LEADER), None)
    return leader or next((post for post in posts if post.kind not in NO_HEADS and _leads(post)), None)


def _leads(post):
    return bool(HEAD.match((post.title_vi or post.title or "").strip().lower()))
