"""Rows of an import as a file would hold them."""

from cms.questions.importing import COLUMNS, import_rows
from tests.factories.pages import local

NOW = local(2025, 6, 1)
ROW = {"code": "Q1", "portal": "xa-a", "asked_at": "2024-01-02T09:00:00+07:00", "text": "Bao giờ sửa đường?"}
ANSWERED = {
    "answered_at": "2024-01-10T09:00:00+07:00",
    "signer_title": "Chủ tịch UBND xã",
    "answer": "Trong quý II.",
}
REMOVED = {"removal": "duplicate", "removed_at": "2024-01-05T09:00:00+07:00", "removal_reason": "Trùng câu hỏi khác."}
FORWARDED = {"forwarded_to": "xa-b", "forwarded_at": "2024-01-03T09:00:00+07:00"}


def row(**values):
    """A complete row: a question of 2 January 2024 to the first commune, waiting, unless told otherwise."""
    return {**dict.fromkeys(COLUMNS, ""), **ROW, **values}


def bring(*rows, now=NOW):
    """Import these rows; the first is row 1."""
    return import_rows(list(enumerate(rows, 1)), now=now)
