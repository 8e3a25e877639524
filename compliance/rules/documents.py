"""Legal documents: are they described in full, and are they published in time?"""

from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..facts.nouns import DocumentFact, PortalFacts
from ..facts.window import Window
from ..reasons import Note, Reason
from ..working_days import within_working_days
from .registry import rule
from .result import NOT_MEASURED, Finding
from .showing import page_seen

SILENCE_DAYS = 90
LIMIT_WORKING_DAYS = 5


def _in_period(facts: PortalFacts, window: Window) -> tuple[DocumentFact, ...]:
    return tuple(document for document in facts.documents if window.holds(document.page.published_at))


@rule(
    version=1,
    says=_(
        "Tỷ lệ văn bản đăng trong kỳ có đủ hình thức, cơ quan ban hành, số ký hiệu, ngày ban hành, ngày hiệu lực, "
        "trích yếu và tệp tải về: từ 95 % trở lên đủ điểm, dưới đó theo tỷ lệ; 0 điểm nếu 90 ngày không có văn bản "
        "nào hoặc không có trang tìm kiếm"
    ),
)
def document_attributes(facts: PortalFacts, window: Window, params) -> Finding:
    """Complete documents of those first published in the period. A date counts when it is known to the day."""
    if facts.platform.search is None:
        return NOT_MEASURED
    documents = _in_period(facts, window)
    complete = sum(not document.missing for document in documents)
    evidence = tuple(
        page_seen(document.page, counted=not document.missing, notes=document.missing) for document in documents
    )
    gate = _attribute_gate(facts, window, documents)
    if gate:
        return Finding(Fraction(0), complete, len(documents), gate, evidence)
    share = Fraction(complete, len(documents))
    reasons = () if complete == len(documents) else (Reason.DOCUMENTS_INCOMPLETE.value,)
    full = share >= Fraction(95, 100)
    return Finding(Fraction(1) if full else share, complete, len(documents), reasons, evidence)


def _attribute_gate(facts: PortalFacts, window: Window, documents: tuple[DocumentFact, ...]) -> tuple[str, ...]:
    pages = tuple(document.page for document in facts.documents)
    gates = {
        Reason.NO_RECENT_DOCUMENTS: not window.recent(pages, days=SILENCE_DAYS),
        Reason.NO_DOCUMENTS: not documents,
        Reason.NO_SEARCH: not facts.platform.search,
    }
    return tuple(reason.value for reason, shut in gates.items() if shut)


@rule(
    version=1,
    says=_(
        "Tỷ lệ văn bản đăng trong kỳ được đăng trong 05 ngày làm việc kể từ ngày ban hành: từ 90 % đủ điểm, "
        "từ 70 % một nửa"
    ),
)
def document_timeliness(facts: PortalFacts, window: Window, params) -> Finding:
    """In time: at most five working days after the day of issue; who states no day does not prove it."""
    documents = _in_period(facts, window)
    if not documents:
        return Finding(Fraction(0), 0, 0, (Reason.NO_DOCUMENTS.value,))
    faults = [_lateness(document) for document in documents]
    in_time = sum(not notes for notes in faults)
    ratio = Fraction(in_time, len(documents))
    share = Fraction(1) if ratio >= Fraction(9, 10) else Fraction(1, 2) if ratio >= Fraction(7, 10) else Fraction(0)
    seen = zip(documents, faults, strict=True)
    evidence = tuple(page_seen(document.page, counted=not notes, notes=notes) for document, notes in seen)
    return Finding(share, in_time, len(documents), _timeliness_reasons(faults), evidence)


def _lateness(document: DocumentFact) -> tuple[str, ...]:
    if document.issued_on is None:
        return (Note.MISSING_ISSUE_DATE.value,)
    published = timezone.localdate(document.page.published_at)
    in_time = within_working_days(document.issued_on, published, limit=LIMIT_WORKING_DAYS)
    return () if in_time else (Note.LATE.value,)


def _timeliness_reasons(faults: list[tuple[str, ...]]) -> tuple[str, ...]:
    seen = {note for notes in faults for note in notes}
    words = {Note.LATE: Reason.DOCUMENTS_LATE, Note.MISSING_ISSUE_DATE: Reason.ISSUE_DATE_UNKNOWN}
    return tuple(reason.value for note, reason in words.items() if note.value in seen)
