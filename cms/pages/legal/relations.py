"""What a reader learns of a document's ties: what it does to others, what others do to it."""

from dataclasses import dataclass

from cms.pages.models import DocumentRelation, LegalDocumentPage
from cms.pages.models.document_relations import RelationKind

from .numbers import with_number
from .order import acts_from, is_backward

SCHEMA = {
    RelationKind.AMENDS: "legislationAmends",
    RelationKind.REPLACES: "legislationRepeals",
    RelationKind.REPEALS: "legislationRepeals",
    RelationKind.GUIDES: "legislationApplies",
}


@dataclass(frozen=True)
class Tie:
    """One relation as a reader may see it; `page` is None where the other is known by its number alone.

    `since` is (date, precision) from which the other acts upon the page that is read, or None.
    """

    kind: str
    label: str
    text: str
    page: object
    is_partial: bool
    since: tuple | None = None

    @property
    def schema(self):
        return SCHEMA[RelationKind(self.kind)]


def ties_of(page):
    """(what the page does, what is done to it): lists of Tie.

    Drafts and private documents are left out, and what cannot be: an older document ending or amending a newer one.
    """
    number = page.alias_of_id or page.pk
    own = list(page.relations.all())
    others = list(_acts_upon(number, page.portal_id))
    wanted = {row.target_id for row in own} | {row.source_id for row in others}
    public = _public(page.portal_id, wanted - {None})
    own = [row for row in own if row.target_id not in public or not is_backward(row, page, public[row.target_id])]
    others = [row for row in others if row.source_id in public and not is_backward(row, public[row.source_id], page)]
    does = [_tie(row, row.get_kind_display(), public.get(row.target_id)) for row in own]
    done = [_tie(row, row.passive, public[row.source_id], page) for row in others]
    return [tie for tie in does if tie.page or tie.text], done


def _acts_upon(number, portal_id):
    rows = DocumentRelation.objects.filter(target=number, source__portal=portal_id, source__live=True)
    return rows.filter(source__alias_of__isnull=True).order_by("kind", "source__issue_date", "pk")


def _public(portal_id, numbers):
    if not numbers:
        return {}
    return LegalDocumentPage.objects.live().public().filter(portal=portal_id, pk__in=numbers).in_bulk()


def _tie(row, label, page, target=None):
    """`target` is the page that is read, where the other acts upon it."""
    text = with_number(page.title, page.number) if page else row.target_number
    since = acts_from(page, target) if target else None
    return Tie(row.kind, str(label), text, page, row.is_partial, since)


def grouped(ties):
    """[(label, [Tie])] in the order of the ties' kinds."""
    groups = {}
    for tie in sorted(ties, key=lambda tie: RelationKind.values.index(tie.kind)):
        groups.setdefault(tie.label, []).append(tie)
    return list(groups.items())
