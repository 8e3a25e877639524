"""Reads a province's list of portals (CSV) and provisions it row by row."""

import csv
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .models import Group, Level, Portal, Scale, ScoredBy, State
from .models.portals import DNS_LABEL
from .provisioning import PortalSpec, Refused, provision

REQUIRED = ("slug", "name", "level", "group", "parent", "scale", "scored_by", "status")
CHOICES = {"level": Level, "group": Group, "scale": Scale, "scored_by": ScoredBy, "status": State}


@dataclass
class Outcome:
    """What became of a file; `refused` holds (data row counted from 1, reason)."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)

    def as_json(self):
        refused = [{"row": row, "reason": reason} for row, reason in sorted(self.refused)]
        return {"created": self.created, "changed": self.changed, "unchanged": self.unchanged, "refused": refused}


class UnreadableFile(Exception):
    """The file is no list of portals at all; nothing was provisioned."""


def read_rows(path):
    """[(row number, {column: text})]; raises UnreadableFile with the reason."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in REQUIRED if name not in (reader.fieldnames or [])]
            if missing:
                raise UnreadableFile(_("Tệp thiếu cột: %(columns)s.") % {"columns": ", ".join(missing)})
            return [(n, {k: (v or "").strip() for k, v in row.items() if k}) for n, row in enumerate(reader, 1)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnreadableFile(_("Không đọc được tệp: %(reason)s.") % {"reason": error}) from error


def provision_rows(rows, *, now, by=None, progress=lambda done, total: None):
    """Provision every row, parents before children wherever they stand. Returns the Outcome."""
    outcome, specs, seen = Outcome(), [], set()
    for number, row in rows:
        try:
            specs.append((number, _spec(row, seen)))
        except Refused as refusal:
            outcome.refused.append((number, str(refusal)))
    ordered = _parents_first(specs, outcome)
    for done, (number, spec) in enumerate(ordered, 1):
        _provision_one(number, spec, outcome, now=now, by=by)
        progress(done, len(ordered))
    return outcome


def _provision_one(number, spec, outcome, *, now, by):
    if spec.parent and not Portal.objects.filter(slug=spec.parent).exists():
        outcome.refused.append((number, _("Đơn vị quản lý “%(slug)s” bị từ chối.") % {"slug": spec.parent}))
        return
    try:
        result = provision(spec, now=now, by=by)
    except Refused as refusal:
        outcome.refused.append((number, str(refusal)))
    else:
        setattr(outcome, result, getattr(outcome, result) + 1)


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
    for number, spec in waiting:
        reason = _("Vòng quản lý khép kín.") if spec.parent in in_file else _("Không có đơn vị quản lý “%(slug)s”.")
        outcome.refused.append((number, reason % {"slug": spec.parent}))
    return ordered
