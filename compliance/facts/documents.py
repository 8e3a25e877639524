"""Legal documents with what each of them lacks."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from cms.pages.models import DocumentFile, LegalDocumentPage
from cms.pages.partial_dates import Precision

from ..reasons import Note
from .nouns import DocumentFact
from .pages import FIELDS, fact_of, public_then

ATTRIBUTES = (
    "form",
    "issuer",
    "number",
    "issue_date",
    "issue_precision",
    "effective_date",
    "effective_precision",
    "abstract_vi",
)


def documents(portal_ids: Iterable[int], *, as_of: datetime, since: datetime) -> dict[int, list[DocumentFact]]:
    """Documents first published between the two moments, in order of publication; one query."""
    files = DocumentFile.objects.filter(page=OuterRef("pk")).exclude(document__file="")
    rows = public_then(LegalDocumentPage, portal_ids, as_of=as_of).filter(first_published_at__gte=since)
    rows = rows.annotate(has_file=Exists(files)).order_by("first_published_at", "pk")
    found = defaultdict(list)
    for portal_id, *values in rows.values_list("portal_id", *FIELDS, *ATTRIBUTES, "has_file"):
        found[portal_id].append(_fact(values[: len(FIELDS)], values[len(FIELDS) :]))
    return found


def _fact(page, attributes) -> DocumentFact:
    form, issuer, number, issued, issue_known, effective, effective_known, abstract, has_file = attributes
    issued_on = to_the_day(issued, issue_known)
    there = {
        Note.MISSING_FORM: form,
        Note.MISSING_ISSUER: issuer.strip(),
        Note.MISSING_NUMBER: number.strip(),
        Note.MISSING_ISSUE_DATE: issued_on,
        Note.MISSING_EFFECTIVE_DATE: to_the_day(effective, effective_known),
        Note.MISSING_ABSTRACT: (abstract or "").strip(),
        Note.MISSING_FILE: has_file,
    }
    missing = tuple(note.value for note, value in there.items() if not value)
    return DocumentFact(fact_of(page, kind="LegalDocumentPage"), missing, issued_on)


def to_the_day(day: date | None, precision: str) -> date | None:
    """A date of which only the month or the year is known is not a date of issue."""
    return day if precision == Precision.DAY else None
