"""What stands above a document that is not, or not wholly, in force: since when, and which document did it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cms.pages.models.document_relations import RelationKind
from cms.pages.models.documents import Force
from cms.pages.partial_dates import Precision, begun, show

from .force import ENDING

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
    acts = [tie for tie in done if _counts(tie, page.force) and _in_effect(tie.page, today)]
    return Banner(TONES[page.force], page.get_force_display(), _reason(page, acts), acts)


def _counts(tie, force):
    if force == Force.EXPIRED:
        return tie.kind in ENDING and not tie.is_partial
    return force == Force.PARTLY and (tie.kind == RelationKind.AMENDS or (tie.kind in ENDING and tie.is_partial))


def _in_effect(source, today):
    unknown = source.effective_precision == Precision.UNKNOWN
    return unknown or begun(source.effective_date, source.effective_precision, today)


def _reason(page, acts):
    """Why, where no document of the portal says it."""
    if page.force == Force.PENDING:
        day = show(page.effective_date, page.effective_precision)
        return _("Văn bản có hiệu lực từ %(day)s.") % {"day": day}
    if page.force == Force.EXPIRED and page.expiry_date and not acts:
        day = show(page.expiry_date, page.expiry_precision)
        return _("Văn bản hết hiệu lực sau %(day)s, theo thời hạn ghi trong văn bản.") % {"day": day}
    return "" if acts else _("Theo kết quả rà soát văn bản của cơ quan.")
