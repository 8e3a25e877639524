"""What of a row can have happened: times and days that are ones, in their order, and what goes together."""

from datetime import UTC, date, datetime
from itertools import pairwise

from django.utils import timezone
from django.utils.translation import gettext as _

from .columns import RowRefused

ORDER = ("asked_at", "received_at", "forwarded_at", "answered_at")
TIMES = (*ORDER, "removed_at")
YEARS = range(1900, 2200)  # elsewhere a time of day in another zone may be no time at all
TOGETHER = (
    ("forwarded_to", "forwarded_at"),
    ("forwarded_at", "forwarded_to"),
    ("extended_to", "extension_reason"),
    ("extension_reason", "extended_to"),
    ("answered_at", "signer_title"),
    ("answered_at", "answer"),
    ("answer", "answered_at"),
    ("signer_title", "answered_at"),
    ("removal", "removed_at"),
    ("removal", "removal_reason"),
    ("removed_at", "removal"),
    ("removal_reason", "removal"),
)


def moment(row, name):
    """An aware time in UTC, or None if it did not happen. Raises RowRefused."""
    if not row[name]:
        return None
    try:
        read = datetime.fromisoformat(row[name])
    except ValueError:
        read = None
    if read is None or read.utcoffset() is None or read.year not in YEARS:
        text = _("%(column)s: “%(value)s” không phải thời điểm ISO 8601 có múi giờ, ví dụ 2024-01-15T08:30:00+07:00.")
        raise RowRefused(text % {"column": name, "value": row[name]})
    return read.astimezone(UTC)


def day(row, name):
    """A date, or None. Raises RowRefused."""
    if not row[name]:
        return None
    try:
        read = date.fromisoformat(row[name])
    except ValueError:
        read = None
    if read is None or read.year not in YEARS:
        text = _("%(column)s: “%(value)s” không phải ngày dạng YYYY-MM-DD.")
        raise RowRefused(text % {"column": name, "value": row[name]})
    return read


def check_times(times, extended_to, now):
    """In their order, none of them still to come; an extension does not end before the question."""
    if times["asked_at"] is None:
        raise RowRefused(_("Thiếu %(column)s.") % {"column": "asked_at"})
    known = [(name, times[name]) for name in TIMES if times[name]]
    for (earlier, before), (later, after) in pairwise(known):
        if after < before:
            raise out_of_order(later, earlier)
    name, last = known[-1]
    if last > now:
        raise RowRefused(_("%(column)s ở tương lai.") % {"column": name})
    if extended_to is not None and extended_to < timezone.localdate(times["asked_at"]):
        raise out_of_order("extended_to", "asked_at")


def out_of_order(later, earlier):
    words = {"later": later, "earlier": earlier}
    return RowRefused(_("Thứ tự thời gian sai: %(later)s trước %(earlier)s.") % words)


def check_what_goes_together(row):
    if row["removal"] and (row["answered_at"] or row["answer"]):
        raise RowRefused(_("Câu hỏi đã loại bỏ thì không có trả lời."))
    for given, needed in TOGETHER:
        if row[given] and not row[needed]:
            raise RowRefused(_("Có %(given)s thì phải có %(needed)s.") % {"given": given, "needed": needed})
    if row["forwarded_to"] and row["forwarded_to"] == row["portal"]:
        raise RowRefused(_("forwarded_to là chính cổng nhận câu hỏi."))
