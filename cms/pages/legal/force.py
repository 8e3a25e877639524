"""Whether a document is in force: what others do to it, its own dates, and what an editor says by hand.

A live document that repeals or replaces another ends it from the day on which it takes effect itself, but never before
both were issued, never while nobody knows that day, and not at all where it was issued first; what it amends, or
repeals in part, is partly in force. A repeal outlives the document that brought it, so chains need no walking: only
what is live counts. Of what is stated and what is derived the worse wins, except that an editor may state that an
amendment took nothing away. The law: articles 53 and 57 of Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15.
"""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce

from cms.pages.models import DocumentRelation, LegalDocumentPage
from cms.pages.models.document_relations import RelationKind
from cms.pages.models.documents import Force, StatedForce
from cms.pages.partial_dates import Precision

ENDING = (RelationKind.REPLACES, RelationKind.REPEALS)
BACKWARD = Q(
    source__issue_precision=Precision.DAY,
    target__issue_precision=Precision.DAY,
    source__issue_date__lt=F("target__issue_date"),
)  # of relations: what was issued first can neither end nor amend what came after it
CHUNK = 500  # rows of one update


@transaction.atomic
def derive(numbers=None, *, today):
    """Bring the force of these documents (primary keys; None: all) into line. Returns how many rows were changed."""
    rows = LegalDocumentPage._base_manager.annotate(right=_right(today)).exclude(force=F("right"))
    if numbers is not None:
        rows = rows.filter(Q(pk__in=numbers) | Q(alias_of__in=numbers))
    changed = {}
    for number, right in rows.order_by("pk").values_list("pk", "right"):
        changed.setdefault(right, []).append(number)
    for right, keys in changed.items():
        for start in range(0, len(keys), CHUNK):
            LegalDocumentPage._base_manager.filter(pk__in=keys[start : start + CHUNK]).update(force=right)
    return sum(map(len, changed.values()))


def targets_of(numbers):
    """Primary keys of the documents that these act upon."""
    relations = DocumentRelation.objects.filter(source__in=numbers, target__isnull=False)
    return set(relations.values_list("target", flat=True))


def undated(portal):
    """Live documents that would change the force of others, if somebody knew from which day; newest first."""
    acts = DocumentRelation.objects.filter(source=OuterRef("pk")).exclude(kind=RelationKind.GUIDES)
    waiting = acts.filter(target__isnull=False).exclude(target__force=Force.EXPIRED).exclude(BACKWARD)
    documents = LegalDocumentPage.objects.filter(portal=portal, live=True, alias_of=None)
    undated_ones = documents.filter(Exists(waiting), effective_precision=Precision.UNKNOWN)
    return undated_ones.order_by("-last_published_at", "-pk")


def out_of_order(portal):
    """Live documents in effect before they were issued, or acting upon what was issued after them; newest first."""
    backward = DocumentRelation.objects.filter(BACKWARD, source=OuterRef("pk")).exclude(kind=RelationKind.GUIDES)
    early = Q(effective_precision=Precision.DAY, issue_precision=Precision.DAY, effective_date__lt=F("issue_date"))
    documents = LegalDocumentPage.objects.filter(portal=portal, live=True, alias_of=None)
    return documents.filter(early | Exists(backward)).order_by("-last_published_at", "-pk")


def _right(today):
    acts = DocumentRelation.objects.filter(
        _begun("source__", today) & ~_ahead("source__issue", today) & ~_ahead("target__issue", today),
        ~BACKWARD,
        target=Coalesce(OuterRef("alias_of_id"), OuterRef("pk")),
        source__live=True,
        source__alias_of__isnull=True,
        source__portal=OuterRef("portal"),
    )
    whole = acts.filter(kind__in=ENDING, is_partial=False)
    part, amended = acts.filter(kind__in=ENDING, is_partial=True), acts.filter(kind=RelationKind.AMENDS)
    pending, stated = _ahead("effective", today), Q(stated_force=StatedForce.IN_FORCE)
    over = Q(stated_force=StatedForce.EXPIRED) | _past(today) | _closed(today)
    return Case(
        When(over | Exists(whole), then=Value(Force.EXPIRED.value)),
        When(Q(stated_force=StatedForce.PARTLY), then=Value(Force.PARTLY.value)),
        When(pending & ~stated, then=Value(Force.PENDING.value)),
        When(~pending & (Exists(part) | (~stated & Exists(amended))), then=Value(Force.PARTLY.value)),
        When(stated | _begun("", today), then=Value(Force.IN_FORCE.value)),
        default=Value(Force.UNKNOWN.value),
    )


def _begun(prefix, today):
    """From the first day of what is known: "6/2022" has begun on 1 June 2022."""
    return _known(f"{prefix}effective", "lt", *_next(today))


def _ahead(name, today):
    return _known(name, "gte", *_next(today))


def _past(today):
    """To the last day of what is known: "6/2022" lasts to 30 June 2022."""
    return _known("expiry", "lt", today, today.replace(day=1), date(today.year, 1, 1))


def _closed(today):
    """A call for applications, whose last day still counts."""
    return Q(recruitmentpage__apply_until__lt=today)


def _known(name, comparison, day, month, year):
    limits = {Precision.DAY: day, Precision.MONTH: month, Precision.YEAR: year}
    found = Q(pk__in=[])
    for precision, limit in limits.items():
        found |= Q(**{f"{name}_precision": precision, f"{name}_date__{comparison}": limit})
    return found


def _next(today):
    """The day, month and year after this one."""
    month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return today + timedelta(days=1), month, date(today.year + 1, 1, 1)
