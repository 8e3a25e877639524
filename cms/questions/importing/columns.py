"""The columns of the file, and a row of it once it has been read."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from cms.questions.models import QuestionKind
from tenants.models import Portal

COLUMNS = (
    "code", "portal", "asked_at", "kind", "topic", "region", "text", "received_at", "forwarded_to", "forwarded_at",
    "extended_to", "extension_reason", "answered_at", "signer_title", "answer", "removal", "removed_at",
    "removal_reason", "visibility",
)  # fmt: skip
REQUIRED = ("code", "portal", "asked_at", "text")
DEFAULT_KIND = "hoi-dap"


class UnknownColumns(Exception):
    """A heading that nothing is known about: misspelt it would lose what happened, without a word."""


class RowRefused(Exception):
    """One row tells something that cannot have happened; the message says what."""


def check_columns(rows):
    """`rows` as read from a file. Raises UnknownColumns."""
    unknown = [name for _number, row in rows[:1] for name in row if name not in COLUMNS]
    if unknown:
        words = {"columns": ", ".join(unknown), "known": ", ".join(COLUMNS)}
        raise UnknownColumns(_("Tệp có cột lạ: %(columns)s. Chỉ nhận các cột: %(known)s.") % words)


@dataclass(frozen=True)
class CaseRow:
    """A row that has been read: slugs and codes resolved, times aware. `mark` tells it from a row that says else."""

    code: str
    portal: Portal
    kind: QuestionKind
    asked_at: datetime
    topic: str
    region: str
    text: str
    visibility: str
    mark: str
    received_at: datetime | None = None
    forwarded_to: Portal | None = None
    forwarded_at: datetime | None = None
    extended_to: date | None = None
    extension_reason: str = ""
    answered_at: datetime | None = None
    signer_title: str = ""
    is_right: bool = True
    answer: str = ""
    removal: str = ""
    removed_at: datetime | None = None
    removal_reason: str = ""

    @property
    def holder(self):
        return self.forwarded_to or self.portal
