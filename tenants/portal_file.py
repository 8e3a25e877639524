"""Reads a province's list of portals (CSV) and provisions it row by row."""

import csv
import io
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import zip_longest

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from .models import Group, Level, Portal, Scale, ScoredBy, State
from .models.portals import DNS_LABEL
from .outcomes import REFUSED, WAITING, Outcome
from .provisioning import (
    PortalSpec,
    Refused,
    column_words,
    foresee,
    provision,
    unknown_parent,
)
from .scoping import platform_scope

REQUIRED = ("slug", "name", "level", "group", "parent", "scale", "scored_by", "status")
OPTIONAL = ("name_en", "opened_on")
CHOICES = {"level": Level, "group": Group, "scale": Scale, "scored_by": ScoredBy, "status": State}
SURPLUS = ""  # under this name a row keeps what stands beyond the last heading
DATES = ("%Y-%m-%d", "%d/%m/%Y")
OTHER_KINDS = (
    (b"PK\x03\x04", "Excel"),
    (b"\xd0\xcf\x11\xe0", "Excel"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"%PDF", "PDF"),
)


class UnreadableFile(Exception):
    """The file is no list of portals at all; nothing was provisioned."""


def read_rows(path, *, required=REQUIRED, strict=False):
    """[(data row counted from 1, {column: text})] of a CSV file; raises UnreadableFile with the reason.

    `strict`: a value beyond the last heading means that its row has slipped, so nothing of the file is sure.
    """
    try:
        with open(path, "rb") as stream:
            return parse_rows(stream.read(), required=required, strict=strict)
    except OSError as error:
        raise _unreadable(error.strerror) from error


def parse_rows(content, *, required=REQUIRED, strict=False):
    """The same from the bytes of a file: UTF-8, with or without byte order mark. Empty lines count and give no row."""
    _check_kind(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(_("chữ không được mã hóa UTF-8")) from error
    if "\0" in text:
        raise _unreadable(_("đây không phải tệp văn bản"))
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise _unreadable(error) from error
    header = [name.strip() for name in table[0]] if table else []
    if missing := [name for name in required if name not in header]:
        raise UnreadableFile(_("Tệp thiếu cột: %(columns)s.") % {"columns": ", ".join(missing)})
    filled = [(number, cells) for number, cells in enumerate(table[1:], 1) if any(cell.strip() for cell in cells)]
    return [(number, _row(number, header, cells, strict=strict)) for number, cells in filled]


def _check_kind(content):
    kind = next((kind for start, kind in OTHER_KINDS if content.startswith(start)), None)
    if kind == "Excel":
        raise UnreadableFile(
            _("Đây là tệp Excel, không phải CSV: hãy mở tệp và lưu thành “CSV UTF-8”, rồi tải lên lại.")
        )
    if kind:
        raise UnreadableFile(_("Đây là tệp %(kind)s, không phải tệp CSV.") % {"kind": kind})


def _row(number, header, cells, *, strict):
    surplus = ", ".join(cell.strip() for cell in cells[len(header) :] if cell.strip())
    if surplus and strict:
        raise _unreadable(_("dòng %(row)d có nhiều giá trị hơn số cột") % {"row": number})
    row = {name: cell.strip() for name, cell in zip_longest(header, cells[: len(header)], fillvalue="") if name}
    return {**row, SURPLUS: surplus} if surplus else row


def _delimiter(text):
    """Spreadsheets set to Vietnamese separate columns by semicolons."""
    header = text.partition("\n")[0]
    return ";" if ";" in header and "," not in header else ","


def _unreadable(reason):
    return UnreadableFile(_("Không đọc được tệp: %(reason)s.") % {"reason": reason})


def provision_rows(rows, *, now, by=None, progress=lambda done, total: None, keep_going=lambda: True):
    """Provision every row, parents before children wherever they stand. Returns the Outcome.

    `keep_going` is asked before each portal; after a no the rows that remain are reported as waiting.
    """

    def make(spec):
        return provision(spec, now=now, by=by) if keep_going() else WAITING

    return _each(rows, make, progress=progress)


def foresee_rows(rows):
    """What `provision_rows` would answer now. Returns the Outcome; nothing is written."""
    with platform_scope(), transaction.atomic():
        outcome = _each(rows, foresee)
        transaction.set_rollback(True)
    return outcome


def _each(rows, make, *, progress=lambda done, total: None):
    outcome, specs, seen = Outcome(), [], set()
    for number, row in rows:
        try:
            specs.append((number, _spec(row, seen)))
        except Refused as refusal:
            outcome.add(number, row, REFUSED, str(refusal))
    ordered = _parents_first(specs, outcome)
    for done, (number, spec) in enumerate(ordered, 1):
        outcome.add(number, asdict(spec), *_answer(make, spec))
        progress(done, len(ordered))
    return outcome


def _answer(make, spec):
    """(result, reason)"""
    try:
        return make(spec), ""
    except Refused as refusal:
        return REFUSED, str(refusal)


def _spec(row, seen):
    if surplus := row.get(SURPLUS):
        words = _("Có giá trị ngoài các cột: “%(surplus)s”. Giá trị có dấu phẩy phải đặt trong ngoặc kép.")
        raise Refused(words % {"surplus": surplus})
    _check_slug(row["slug"], seen)
    if not row["name"]:
        raise Refused(_("Thiếu tên chính thức."))
    for column, choices in CHOICES.items():
        _check_choice(column, row[column], choices)
    names = ("slug", "name", "level", "group", "parent", "scale", "scored_by")
    return PortalSpec(
        **{name: row[name] for name in names},
        state=row["status"],
        name_en=row.get("name_en", ""),
        opened_on=_date(row.get("opened_on", "")),
    )


def _check_choice(column, value, choices):
    if value in choices.values:
        return
    words = _("%(column)s: “%(value)s” không hợp lệ; chỉ nhận %(allowed)s.")
    allowed = ", ".join(f"{code} ({label})" for code, label in choices.choices)
    name = "state" if column == "status" else column
    raise Refused(words % {"column": column_words(name), "value": value, "allowed": allowed})


def _check_slug(slug, seen):
    try:
        DNS_LABEL(slug)
    except ValidationError as error:
        said = {"column": column_words("slug"), "slug": slug, "reason": error.message}
        raise Refused(_("%(column)s “%(slug)s”: %(reason)s") % said) from error
    if slug in seen:
        said = {"column": column_words("slug"), "slug": slug}
        raise Refused(_("%(column)s “%(slug)s” đã có ở một dòng trước trong tệp.") % said)
    seen.add(slug)


def _date(text):
    """2026-03-01 or 1/3/2026."""
    for pattern in DATES if text else ():
        try:
            return datetime.strptime(text, pattern).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    if text:
        words = _("%(column)s: “%(value)s” không phải ngày; hãy viết 2026-03-01 hoặc 1/3/2026.")
        raise Refused(words % {"column": column_words("opened_on"), "value": text})
    return None


def _parents_first(specs, outcome):
    """Order by generation; rows whose parent exists nowhere, or who are their own ancestors, are refused."""
    in_file = {spec.slug for _n, spec in specs}
    parents = {spec.parent for _n, spec in specs} - in_file
    placed = {"", *Portal.objects.filter(slug__in=parents).values_list("slug", flat=True)}
    waiting, ordered = list(specs), []
    while ready := [item for item in waiting if item[1].parent in placed]:
        ordered += ready
        placed |= {spec.slug for _n, spec in ready}
        waiting = [item for item in waiting if item[1].parent not in placed or item[1].slug not in placed]
    by_slug = {spec.slug: spec for _n, spec in waiting}
    for number, spec in waiting:
        outcome.add(number, asdict(spec), REFUSED, _why_unplaced(spec, by_slug))
    return ordered


def _why_unplaced(spec, by_slug):
    """A row left over leads back to itself, hangs on another that is refused, or names a parent nobody knows."""
    above, passed = spec.parent, set()
    while above in by_slug and above not in passed | {spec.slug}:
        passed.add(above)
        above = by_slug[above].parent
    if above == spec.slug:
        return _("Vòng quản lý khép kín.")
    if spec.parent in by_slug:
        return _("Đơn vị quản lý “%(slug)s” bị từ chối.") % {"slug": spec.parent}
    return unknown_parent(spec.parent)
