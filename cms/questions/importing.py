"""Takes over cases from another system: a CSV file, all of it or nothing, each row once by its code.

An import records what happened and judges none of it: extensions are as long as they were, and a title that this
portal and kind do not allow is accepted and counted. What cannot have happened is refused, row by row.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.models import Portal
from tenants.scoping import platform_scope

from .history import chain
from .models import CaseEvent, EventKind, Question, QuestionKind, Removal, Stage, Visibility
from .settings import NoRule, Rules, Titles, working_calendar
from .standing import clock_of, receipt_due

COLUMNS = (
    "code", "portal", "asked_at", "kind", "topic", "region", "text", "received_at", "forwarded_to", "forwarded_at",
    "extended_to", "extension_reason", "answered_at", "signer_title", "answer", "removal", "removed_at",
    "removal_reason", "visibility",
)  # fmt: skip
ORDER = ("asked_at", "received_at", "forwarded_at", "answered_at")
REMOVALS = tuple(value for value in Removal.values if value)
LONGEST = {"code": 64, "topic": 120, "region": 160, "signer_title": 160}
CREATED, UNCHANGED = "created", "unchanged"
BATCH = 500


class RowRefused(Exception):
    """One row tells something that cannot have happened; the message says what."""


@dataclass(frozen=True)
class ImportOutcome:
    """How many rows were new, how many were known already; `refused` [(data row from 1, reason)]: then nothing was."""

    created: int = 0
    unchanged: int = 0
    refused: list = field(default_factory=list)

    def as_json(self):
        refused = [{"row": row, "reason": reason} for row, reason in self.refused]
        return {"created": self.created, "unchanged": self.unchanged, "refused": refused}


@dataclass(frozen=True)
class CaseRow:
    """A row that has been read: slugs and codes resolved, times aware."""

    code: str
    portal: Portal
    kind: QuestionKind
    asked_at: datetime
    topic: str
    region: str
    text: str
    visibility: str
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


class Reader:
    """Reads rows against the portals, kinds and titles that there are."""

    def __init__(self, *, now):
        self.now, self.rules, self.titles = now, Rules.read(), Titles()
        self.portals = {portal.slug: portal for portal in Portal.objects.all()}
        self.kinds = {kind.code: kind for kind in QuestionKind.objects.all()}
        self.seen = set()

    def read(self, row) -> CaseRow:
        """Raises RowRefused."""
        times = {name: _moment(row, name) for name in (*ORDER, "removed_at")}
        self._check_row(row, times)
        kind = self.kinds[row["kind"] or "hoi-dap"]
        self._rule_of(kind, times["asked_at"])
        holder = self.portals[row["forwarded_to"] or row["portal"]]
        return CaseRow(
            kind=kind,
            portal=self.portals[row["portal"]],
            forwarded_to=self.portals.get(row["forwarded_to"]),
            extended_to=_day(row, "extended_to"),
            visibility=row["visibility"] or Visibility.HIDDEN,
            **self._signed(row, holder, kind),
            **times,
            **{name: row[name] for name in ("code", "topic", "region", "text", "answer")},
            **{name: row[name] for name in ("extension_reason", "removal", "removal_reason")},
        )

    def _check_row(self, row, times):
        self._check_names(row)
        _check_times(times, self.now)
        _check_what_goes_together(row)

    def _check_names(self, row):
        for name, longest in LONGEST.items():
            if len(row[name]) > longest:
                raise RowRefused(_("%(column)s dài quá %(most)d ký tự.") % {"column": name, "most": longest})
        for name in ("code", "portal", "text"):
            if not row[name]:
                raise RowRefused(_("Thiếu %(column)s.") % {"column": name})
        if row["code"] in self.seen:
            raise RowRefused(_("Mã “%(code)s” đã có ở một dòng trước trong tệp.") % {"code": row["code"]})
        self.seen.add(row["code"])
        for name in ("portal", "forwarded_to"):
            if row[name] and row[name] not in self.portals:
                raise RowRefused(_("%(column)s: không có cổng “%(value)s”.") % {"column": name, "value": row[name]})
        self._check_choice("kind", row["kind"] or "hoi-dap", self.kinds)
        self._check_choice("removal", row["removal"], ("", *REMOVALS))
        self._check_choice("visibility", row["visibility"] or Visibility.HIDDEN, Visibility.values)

    @staticmethod
    def _check_choice(column, value, allowed):
        if value not in allowed:
            words = {"column": column, "value": value, "allowed": ", ".join(filter(None, allowed))}
            raise RowRefused(_("%(column)s: “%(value)s” không hợp lệ; chỉ nhận %(allowed)s.") % words)

    def _rule_of(self, kind, asked_at):
        try:
            return self.rules.on(kind.pk, timezone.localdate(asked_at))
        except NoRule as error:
            text = _("Loại câu hỏi “%(kind)s” chưa có thời hạn cho ngày %(day)s.")
            raise RowRefused(text % {"kind": kind.code, "day": f"{asked_at:%d/%m/%Y}"}) from error

    def _signed(self, row, holder, kind):
        if not row["answered_at"]:
            return {}
        title = self.titles.find(row["signer_title"])
        if title is None:
            text = _("signer_title: “%(value)s” không có trong danh mục chức danh.")
            raise RowRefused(text % {"value": row["signer_title"]})
        return {"signer_title": title.name, "is_right": self.titles.may_sign(title, portal=holder, kind=kind)}


def _moment(row, name):
    if not row[name]:
        return None
    try:
        moment = datetime.fromisoformat(row[name])
    except ValueError:
        moment = None
    if moment is None or moment.utcoffset() is None:
        text = _("%(column)s: “%(value)s” không phải thời điểm ISO 8601 có múi giờ, ví dụ 2024-01-15T08:30:00+07:00.")
        raise RowRefused(text % {"column": name, "value": row[name]})
    return moment


def _day(row, name):
    try:
        return date.fromisoformat(row[name]) if row[name] else None
    except ValueError as error:
        text = _("%(column)s: “%(value)s” không phải ngày dạng YYYY-MM-DD.")
        raise RowRefused(text % {"column": name, "value": row[name]}) from error


def _check_times(times, now):
    if times["asked_at"] is None:
        raise RowRefused(_("Thiếu %(column)s.") % {"column": "asked_at"})
    known = [(name, times[name]) for name in ORDER if times[name]]
    if times["removed_at"]:
        known.append(("removed_at", times["removed_at"]))
    for (earlier, before), (later, after) in pairwise(known):
        if after < before:
            words = {"later": later, "earlier": earlier}
            raise RowRefused(_("Thứ tự thời gian sai: %(later)s trước %(earlier)s.") % words)
    name, last = known[-1]
    if last > now:
        raise RowRefused(_("%(column)s ở tương lai.") % {"column": name})


TOGETHER = (
    ("forwarded_to", "forwarded_at"),
    ("forwarded_at", "forwarded_to"),
    ("extended_to", "extension_reason"),
    ("answered_at", "signer_title"),
    ("answered_at", "answer"),
    ("answer", "answered_at"),
    ("signer_title", "answered_at"),
    ("removal", "removed_at"),
    ("removal", "removal_reason"),
    ("removed_at", "removal"),
)


def _check_what_goes_together(row):
    for given, needed in TOGETHER:
        if row[given] and not row[needed]:
            raise RowRefused(_("Có %(given)s thì phải có %(needed)s.") % {"given": given, "needed": needed})
    if row["removal"] and row["answered_at"]:
        raise RowRefused(_("Câu hỏi đã loại bỏ thì không có trả lời."))
    if row["forwarded_to"] and row["forwarded_to"] == row["portal"]:
        raise RowRefused(_("forwarded_to là chính cổng nhận câu hỏi."))
    day = _day(row, "extended_to")
    if day is not None and day < timezone.localdate(_moment(row, "asked_at")):
        raise RowRefused(_("Thứ tự thời gian sai: %(later)s trước %(earlier)s.") % {
            "later": "extended_to", "earlier": "asked_at",
        })  # fmt: skip


def import_rows(rows, *, now, progress=lambda done, total: None) -> ImportOutcome:
    """Record every row of [(data row, {column: text})], or none if any is refused. One transaction."""
    with platform_scope(), transaction.atomic():
        reader, cases, refused = Reader(now=now), [], []
        for number, row in rows:
            try:
                cases.append((number, reader.read({name: row.get(name, "") for name in COLUMNS})))
            except RowRefused as refusal:
                refused.append((number, str(refusal)))
        new, known = _split(cases, refused)
        if refused:
            return ImportOutcome(refused=sorted(refused))
        _record(new, reader, now=now, progress=progress)
        return ImportOutcome(created=len(new), unchanged=len(known))


def _split(cases, refused):
    """(new cases, known ones); a known code that tells something else is refused."""
    before = {}
    codes = [case.code for _number, case in cases]
    for start in range(0, len(codes), BATCH):
        for question in Question.objects.filter(code__in=codes[start : start + BATCH]).prefetch_related("events"):
            before[question.code] = question
    new, known = [], []
    for number, case in cases:
        question = before.get(case.code)
        if question is None:
            new.append(case)
        elif _told(question) == _telling(case):
            known.append(case)
        else:
            refused.append((number, _("Mã “%(code)s” đã nhập với nội dung khác.") % {"code": case.code}))
    return new, known


def _telling(case):
    """What a row says, comparable to what is recorded."""
    said = [
        (
            event["kind"],
            event["at"],
            event.get("to_unit", ""),
            event.get("reason", ""),
            _facts(event.get("detail", {})),
        )
        for event in _events(case)
    ]
    return case.kind.pk, case.topic, case.region, case.text, case.visibility, said


def _told(question):
    events = sorted(question.events.all(), key=lambda event: event.number)
    said = [(event.kind, event.at, event.to_unit, event.reason, _facts(event.detail)) for event in events]
    return question.kind_id, question.topic, question.region, question.text, question.visibility, said


def _facts(detail):
    """Without the judgement: which titles may sign can have been set otherwise since."""
    return {name: value for name, value in detail.items() if name != "is_right"}


def _events(case):
    """What happened to a case, in order: dicts for the chain."""
    yield {"kind": EventKind.ASKED, "at": case.asked_at, "to_unit": case.portal.slug}
    if case.received_at:
        yield {"kind": EventKind.RECEIVED, "at": case.received_at, "from_unit": case.portal.slug}
    if case.extended_to:  # nobody wrote down when: before the first deadline at the latest, so the day does not matter
        yield {
            "kind": EventKind.EXTENDED,
            "at": case.received_at or case.asked_at,
            "reason": case.extension_reason,
            "detail": {"to": case.extended_to.isoformat()},
        }
    if case.forwarded_at:
        units = {"from_unit": case.portal.slug, "to_unit": case.forwarded_to.slug}
        yield {"kind": EventKind.FORWARDED, "at": case.forwarded_at, **units}
    if case.answered_at:
        detail = {"title": case.signer_title, "is_right": case.is_right, "answer": case.answer}
        yield {"kind": EventKind.ANSWERED, "at": case.answered_at, "from_unit": case.holder.slug, "detail": detail}
    if case.removal:
        told = {"reason": case.removal_reason, "detail": {"removal": case.removal}}
        yield {"kind": EventKind.REMOVED, "at": case.removed_at, **told}


def _record(cases, reader, *, now, progress):
    calendar = working_calendar()
    for start in range(0, len(cases), BATCH):
        batch = cases[start : start + BATCH]
        questions = [_question(case, reader.rules, calendar, now=now) for case in batch]
        Question.objects.bulk_create(questions)
        events = [chain(q, _events(case), recorded_at=now) for q, case in zip(questions, batch, strict=True)]
        CaseEvent.objects.bulk_create([event for of_case in events for event in of_case])
        progress(start + len(batch), len(cases))


def _question(case, rules, calendar, *, now):
    question = Question(
        portal=case.holder,
        imported=True,
        stage=_stage(case),
        held_since=case.forwarded_at or case.asked_at,
        extensions=int(case.extended_to is not None),
        **{
            name: getattr(case, name) for name in ("code", "kind", "topic", "region", "text", "asked_at", "visibility")
        },
        **{name: getattr(case, name) for name in ("removal", "received_at", "answered_at", "answer", "signer_title")},
    )
    rule = rules.on(case.kind.pk, timezone.localdate(case.asked_at))
    events = chain(question, _events(case), recorded_at=now)
    question.version = len(events)
    question.due_on = clock_of(question, events, rule=rule, calendar=calendar).due
    question.receipt_due_on = receipt_due(question, rule=rule, calendar=calendar)
    return question


def _stage(case):
    if case.answered_at:
        return Stage.ANSWERED
    if case.extended_to:
        return Stage.EXTENDED
    if case.forwarded_at:
        return Stage.FORWARDED
    return Stage.RECEIVED if case.received_at else Stage.SENT
