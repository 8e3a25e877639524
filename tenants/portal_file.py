"""Reads a province's list of portals (CSV) and provisions it row by row."""

import csv
import io
from dataclasses import asdict, dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .models import Group, Level, Portal, Scale, ScoredBy, State
from .models.portals import DNS_LABEL
from .provisioning import CHANGED, CREATED, UNCHANGED, PortalSpec, Refused, provision, unknown_parent

REQUIRED = ("slug", "name", "level", "group", "parent", "scale", "scored_by", "status")
OPTIONAL = ("name_en", "opened_on")
REFUSED, WAITING = "refused", "waiting"
CHOICES = {"level": Level, "group": Group, "scale": Scale, "scored_by": ScoredBy, "status": State}


@dataclass(frozen=True)
class RowResult:
    """What became of one data row (counted from 1): `result` is created, changed, unchanged, refused or waiting."""

    row: int
    slug: str
    name: str
    result: str
    reason: str = ""


@dataclass
class Outcome:
    """What became of a file, row by row."""

    results: list[RowResult] = field(default_factory=list)

    def add(self, number, row, result, reason=""):
        self.results.append(RowResult(number, row["slug"], row["name"], result, reason))

    def count(self, result):
        return sum(1 for row in self.results if row.result == result)

    @property
    def rows(self):
        """Every row's result in the order of the file."""
        return sorted(self.results, key=lambda result: result.row)

    @property
    def refused(self):
        """[(data row, reason)] in the order of the file."""
        return [(row.row, row.reason) for row in self.rows if row.result == REFUSED]

    def as_json(self):
        figures = {result: self.count(result) for result in (CREATED, CHANGED, UNCHANGED)}
        return figures | {"refused": [{"row": row, "reason": reason} for row, reason in self.refused]}


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
    """The same from the bytes of a file: UTF-8, with or without byte order mark."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(_("chữ không được mã hóa UTF-8")) from error
    if "\0" in text:
        raise _unreadable(_("đây không phải tệp văn bản"))
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        missing = [name for name in required if name not in (reader.fieldnames or [])]
        if missing:
            raise UnreadableFile(_("Tệp thiếu cột: %(columns)s.") % {"columns": ", ".join(missing)})
        return [(number, _cells(number, row, strict=strict)) for number, row in enumerate(reader, 1)]
    except csv.Error as error:
        raise _unreadable(error) from error


def _cells(number, row, *, strict):
    if any(value.strip() for value in row.pop(None, None) or ()) and strict:
        raise _unreadable(_("dòng %(row)d có nhiều giá trị hơn số cột") % {"row": number})
    return {name: (value or "").strip() for name, value in row.items() if name}


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
    outcome, specs, seen = Outcome(), [], set()
    for number, row in rows:
        try:
            specs.append((number, _spec(row, seen)))
        except Refused as refusal:
            outcome.add(number, row, REFUSED, str(refusal))
    ordered = _parents_first(specs, outcome)
    for done, (number, spec) in enumerate(ordered, 1):
        result, reason = _provision_one(spec, now=now, by=by) if keep_going() else (WAITING, "")
        outcome.add(number, asdict(spec), result, reason)
        progress(done, len(ordered))
    return outcome


def _provision_one(spec, *, now, by):
    try:
        return provision(spec, now=now, by=by), ""
    except Refused as refusal:
        return REFUSED, str(refusal)


def _spec(row, seen):
    _check_slug(row["slug"], seen)
    if not row["name"]:
        raise Refused(_("Thiếu tên chính thức."))
    for column, choices in CHOICES.items():
        if row[column] not in choices.values:
            allowed = ", ".join(choices.values)
            raise Refused(
                _("Cột %(column)s: “%(value)s” không hợp lệ; chỉ nhận %(allowed)s.")
                % {"column": column, "value": row[column], "allowed": allowed}
            )
    names = ("slug", "name", "level", "group", "parent", "scale", "scored_by")
    return PortalSpec(
        **{name: row[name] for name in names},
        state=row["status"],
        name_en=row.get("name_en", ""),
        opened_on=_date(row.get("opened_on", "")),
    )


def _check_slug(slug, seen):
    try:
        DNS_LABEL(slug)
    except ValidationError as error:
        raise Refused(_("slug “%(slug)s”: %(reason)s") % {"slug": slug, "reason": error.message}) from error
    if slug in seen:
        raise Refused(_("slug “%(slug)s” đã có ở một dòng trước trong tệp.") % {"slug": slug})
    seen.add(slug)


def _date(text):
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Refused(_("opened_on: “%(value)s” không phải ngày dạng YYYY-MM-DD.") % {"value": text}) from error


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
