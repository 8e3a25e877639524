"""What a reader is told of a document's force: what ended it and since when, and what nobody knows."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cms.pages.models.document_relations import RelationKind
from cms.pages.models.documents import Force
from cms.pages.partial_dates import Precision, show

from .force import ENDING
from .order import has_begun

TONES = {Force.EXPIRED: "bad", Force.PARTLY: "wait", Force.PENDING: "wait"}


@dataclass(frozen=True)
class Banner:
    """`acts` are the ties of the documents that did it."""

    tone: str
    title: str
    text: str = ""
    acts: list = field(default_factory=list)


def banner_of(page, done, *, today):
    """The Banner, or None for what is in force or of unknown force. `done` are the ties to the page."""
    if page.force not in TONES:
        return None
    acts = [tie for tie in done if _counts(tie, page.force) and has_begun(tie.page, page, today)]
    return Banner(TONES[page.force], page.get_force_display(), _reason(page, acts), acts)


def _counts(tie, force):
    if force == Force.EXPIRED:
        return tie.kind in ENDING and not tie.is_partial
    return force == Force.PARTLY and (tie.kind == RelationKind.AMENDS or (tie.kind in ENDING and tie.is_partial))


def undated_acts(page, done):
    """Ties of what amends, replaces or repeals the page from a day that nobody knows: its force leaves them out."""
    if page.force == Force.EXPIRED:
        return []
    acts = [tie for tie in done if tie.kind != RelationKind.GUIDES]
    return [tie for tie in acts if tie.page.effective_precision == Precision.UNKNOWN]


def state_of(page, done, *, today):
    """The page's force in words, for a page without a banner."""
    words = page.get_force_display()
    amended = any(tie.kind == RelationKind.AMENDS and has_begun(tie.page, page, today) for tie in done)
    if page.force == Force.IN_FORCE and amended:
        return _("%(force)s (đã được sửa đổi, bổ sung)") % {"force": words}
    if page.force == Force.UNKNOWN:
        return _("%(force)s: chưa rõ ngày có hiệu lực") % {"force": words}
    return words


def _reason(page, acts):
    """What no document of the portal says by itself."""
    if page.force == Force.PARTLY and acts:
        return _("Phần mà văn bản sau đây không nêu vẫn còn hiệu lực.")
    if page.force == Force.PENDING:
        day = show(page.effective_date, page.effective_precision)
        return _("Văn bản có hiệu lực từ %(day)s.") % {"day": day}
    if page.force == Force.EXPIRED and page.expiry_date and not acts:
        day = show(page.expiry_date, page.expiry_precision)
        return _("Văn bản hết hiệu lực sau %(day)s, theo thời hạn ghi trong văn bản.") % {"day": day}
    return "" if acts else page.closed_words or _("Theo kết quả rà soát văn bản của cơ quan.")
