"""What the days of issue and of effect say: nothing is ended or amended by what was issued before it."""

from django.apps import apps
from django.utils.translation import gettext as _

from cms.pages.partial_dates import Precision, begun, first_of, last_of, show

NAMED = 3  # documents that one sentence names


def known_day(page, name):
    """The day of "issue", "effective" or "expiry", or None where less than the day is known."""
    return getattr(page, f"{name}_date") if getattr(page, f"{name}_precision") == Precision.DAY else None


def issued_before(source, target):
    """Was the source surely issued before the target? Said only where both days are known."""
    mine, its = known_day(source, "issue"), known_day(target, "issue")
    return bool(mine and its and mine < its)


def is_backward(relation, source, target):
    """Does the relation end or amend what was issued after its source?"""
    return relation.changes_force and issued_before(source, target)


def acts_from(source, target):
    """(date, precision) from which the source acts upon the target: never before either was issued.

    None while nobody knows, and for a source that was issued before its target.
    """
    if source.effective_precision == Precision.UNKNOWN or issued_before(source, target):
        return None
    since = (source.effective_date, source.effective_precision)
    for issued in _issues(source, target):
        if last_of(*since) < first_of(*issued):
            since = issued
    return since


def has_begun(source, target, today):
    """Does the source act upon the target on this local day? As `force` says it to the database."""
    since = acts_from(source, target)
    return since is not None and all(begun(*known, today) for known in [since, *_issues(source, target)])


def _issues(*pages):
    known = [page for page in pages if page.issue_precision != Precision.UNKNOWN]
    return [(page.issue_date, page.issue_precision) for page in known]


def acted_upon(pages):
    """{primary key: document} of what these pages, as they are given, end or amend in their portals; in one query."""
    rows = [row for page in pages for row in page.relations.all()]
    numbers = {row.target_id for row in rows if row.target_id and row.changes_force}
    documents = apps.get_model("pages.LegalDocumentPage")._base_manager
    return documents.filter(portal__in={page.portal_id for page in pages}).in_bulk(numbers) if numbers else {}


def order_doubts(page, acted_upon):
    """Sentences on days that contradict each other without being surely wrong: they block nothing.

    `acted_upon` is {primary key: document} of at least what the page ends or amends.
    """
    issued, effective = known_day(page, "issue"), known_day(page, "effective")
    if issued and effective and effective < issued:
        text = _(
            "Ngày có hiệu lực (%(effective)s) trước ngày ban hành (%(issued)s): kiểm tra lại. "
            "Hiệu lực trở về trước chỉ là ngoại lệ."
        )
        yield text % {"effective": show(effective, Precision.DAY), "issued": show(issued, Precision.DAY)}
    later = [acted_upon[row.target_id] for row in page.relations.all() if _is_backward_among(acted_upon, row, page)]
    if later:
        text = _(
            "Văn bản này ban hành trước văn bản mà nó thay thế, bãi bỏ hay sửa đổi (%(names)s): kiểm tra lại. "
            "Cổng không tính quan hệ đó vào hiệu lực."
        )
        yield text % {"names": ", ".join(other.number or other.title for other in later[:NAMED])}


def _is_backward_among(documents, row, page):
    return row.target_id in documents and is_backward(row, page, documents[row.target_id])
