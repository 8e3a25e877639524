"""Units, and the posts held on a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from cms.pages.models import Post, Unit
from cms.pages.models.content import REGISTER_KINDS

from .nouns import PostFact, UnitFact

FIELDS = (
    "pk", "kind", "person__name", "title_vi", "unit__name_vi", "phone", "mobile", "email", "person__biography_vi",
    "duties_vi", "from_date", "confirmed_on",
)  # fmt: skip


def units(portal_ids: Iterable[int]) -> dict[int, list[UnitFact]]:
    found = defaultdict(list)
    rows = Unit.objects.filter(portal__in=portal_ids).order_by("order", "pk")
    for portal_id, key, name, parent_id in rows.values_list("portal_id", "pk", "name_vi", "parent_id"):
        found[portal_id].append(UnitFact(key, name or "", parent_id is not None))
    return found


def posts(portal_ids: Iterable[int], *, day: date) -> dict[int, list[PostFact]]:
    """Everybody in office on the local day."""
    begun, lasting = Q(from_date=None) | Q(from_date__lte=day), Q(to_date=None) | Q(to_date__gte=day)
    held = Post.objects.filter(begun, lasting, portal__in=portal_ids)
    found = defaultdict(list)
    for portal_id, *values in held.order_by("order", "pk").values_list("portal_id", *FIELDS):
        found[portal_id].append(_fact(values, day))
    return found


def _fact(values, day: date) -> PostFact:
    key, kind, name, title, unit, phone, mobile, email, biography, duties, since, confirmed = values
    vouched = [known for known in (since, confirmed) if known and known <= day]
    return PostFact(
        id=key,
        kind=kind,
        name=name,
        title=title or "",
        unit=unit or "",
        phone=phone or mobile,
        email=email,
        biography_length=len((biography or "").strip()),
        has_duties=bool((duties or "").strip()),
        vouched_on=max(vouched, default=None),
    )


def register_sections(posts_of_portal: Iterable[PostFact]) -> set[str]:
    """The sections that show the register are filled by it, not by pages."""
    held = {post.kind for post in posts_of_portal}
    return {code for code, kinds in REGISTER_KINDS.items() if held.intersection(kinds)}
