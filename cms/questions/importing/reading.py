"""Reads rows against the portals, kinds, clock rules and titles that there are."""

from hashlib import sha256
from unicodedata import category, normalize

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.questions.models import QuestionKind, Removal, Visibility
from cms.questions.settings import NoRule, Rules, Titles
from tenants.models import Portal

from .columns import COLUMNS, DEFAULT_KIND, CaseRow, RowRefused
from .happened import TIMES, check_times, check_what_goes_together, day, moment

REMOVALS = tuple(value for value in Removal.values if value)
LONGEST = {"code": 64, "topic": 120, "region": 160}
ONE_LINE = ("code", "topic", "region")


class Reader:
    """Reads one row after the other; remembers the codes of those before."""

    def __init__(self, *, now):
        self.now, self.rules, self.titles = now, Rules.read(), Titles()
        self.portals = {portal.slug: portal for portal in Portal.objects.all()}
        self.kinds = {kind.code: kind for kind in QuestionKind.objects.all()}
        self.seen = set()

    def read(self, cells) -> CaseRow:
        """`cells`: {column: text}, any missing. Raises RowRefused."""
        row = {name: normalize("NFC", cells.get(name) or "").strip() for name in COLUMNS}
        self._check_names(row)
        check_what_goes_together(row)
        times, extended_to = {name: moment(row, name) for name in TIMES}, day(row, "extended_to")
        check_times(times, extended_to, self.now)
        kind = self.kinds[row["kind"] or DEFAULT_KIND]
        self._check_rule(kind, times["asked_at"])
        return CaseRow(
            kind=kind,
            portal=self.portals[row["portal"]],
            forwarded_to=self.portals.get(row["forwarded_to"]),
            extended_to=extended_to,
            visibility=row["visibility"] or Visibility.HIDDEN,
            mark=mark_of(row, times),
            **self._signed(row, kind),
            **times,
            **{name: row[name] for name in ("code", "topic", "region", "text", "answer")},
            **{name: row[name] for name in ("extension_reason", "removal", "removal_reason")},
        )

    def _check_names(self, row):
        _check_texts(row)
        if row["code"] in self.seen:
            raise RowRefused(_("Mã “%(code)s” đã có ở một dòng trước trong tệp.") % {"code": row["code"]})
        self.seen.add(row["code"])
        for name in ("portal", "forwarded_to"):
            if row[name] and row[name] not in self.portals:
                raise RowRefused(_("%(column)s: không có cổng “%(value)s”.") % {"column": name, "value": row[name]})
        _check_choice("kind", row["kind"] or DEFAULT_KIND, self.kinds)
        _check_choice("removal", row["removal"], ("", *REMOVALS))
        _check_choice("visibility", row["visibility"] or Visibility.HIDDEN, Visibility.values)

    def _check_rule(self, kind, asked_at):
        asked = timezone.localdate(asked_at)
        try:
            self.rules.on(kind.pk, asked)
        except NoRule as error:
            text = _("Loại câu hỏi “%(kind)s” chưa có thời hạn cho ngày %(day)s.")
            raise RowRefused(text % {"kind": kind.code, "day": f"{asked:%d/%m/%Y}"}) from error

    def _signed(self, row, kind):
        if not row["answered_at"]:
            return {}
        title = self.titles.find(row["signer_title"])
        if title is None:
            text = _("signer_title: “%(value)s” không có trong danh mục chức danh.")
            raise RowRefused(text % {"value": row["signer_title"]})
        holder = self.portals[row["forwarded_to"] or row["portal"]]
        return {"signer_title": title.name, "is_right": self.titles.may_sign(title, portal=holder, kind=kind)}


def _check_texts(row):
    for name in ("code", "portal", "text"):
        if not row[name]:
            raise RowRefused(_("Thiếu %(column)s.") % {"column": name})
    for name, longest in LONGEST.items():
        if len(row[name]) > longest:
            raise RowRefused(_("%(column)s dài quá %(most)d ký tự.") % {"column": name, "most": longest})
    for name in ONE_LINE:
        if any(category(letter) == "Cc" for letter in row[name]):
            raise RowRefused(_("%(column)s có ký tự điều khiển hoặc xuống dòng.") % {"column": name})


def _check_choice(column, value, allowed):
    if value not in allowed:
        words = {"column": column, "value": value, "allowed": ", ".join(filter(None, allowed))}
        raise RowRefused(_("%(column)s: “%(value)s” không hợp lệ; chỉ nhận %(allowed)s.") % words)


def mark_of(row, times):
    """One word for all that a row says, the same however its times, spaces and empty cells are written."""
    said = row | {name: time.isoformat() if time else "" for name, time in times.items()}
    said |= {"kind": row["kind"] or DEFAULT_KIND, "visibility": row["visibility"] or str(Visibility.HIDDEN)}
    said["signer_title"] = " ".join(row["signer_title"].casefold().split())
    lines = [" ".join(said[name].splitlines()) for name in COLUMNS]
    return sha256("\0".join(lines).encode()).hexdigest()
