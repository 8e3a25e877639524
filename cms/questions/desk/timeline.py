"""What happened to a case as lines that a person reads: who, when, from and to which unit, why, and what was said."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.questions.models import Channel, EventKind, Removal, SigningForm, Visibility
from tenants.models import Portal

EXCHANGED = (EventKind.ASKED_BACK, EventKind.CLARIFIED, EventKind.REOPENED)
BY_THE_ASKER = (EventKind.ASKED, EventKind.CLARIFIED, EventKind.REOPENED)


@dataclass(frozen=True)
class Said:
    """A fact of an event. `is_long` texts fold away; `is_words` were written by a person, who may be named in them."""

    label: str
    text: str
    is_long: bool = False
    is_words: bool = False


@dataclass(frozen=True)
class TimeLine:
    """`recorded_at` only where it was told on another day than it happened."""

    number: int
    kind: str
    label: str
    at: datetime
    actor: str
    recorded_at: datetime | None = None
    from_unit: str = ""
    to_unit: str = ""
    reason: str = ""
    said: list = field(default_factory=list)


def time_line(question, events, *, names):
    """TimeLines of a case's events (with `by`), the newest first; `names`: of `unit_names`."""
    return [_line(question, event, names) for event in reversed(events)]


def exchange_of(question, events, *, names=None):
    """TimeLines of what was said with the asker after the question, in order: clarified, asked back, asked again.

    An answer is among them if it was not the last word: who asked again refers to it.
    """
    reopened = [event.number for event in events if event.kind == EventKind.REOPENED]
    last = reopened[-1] if reopened else 0
    told = [
        event
        for event in events
        if event.kind in EXCHANGED or (event.kind == EventKind.ANSWERED and event.number < last)
    ]
    names = unit_names(told) if names is None else names
    return [_line(question, event, names) for event in told]


def unit_names(events):
    """{slug: name}; a unit that is no more keeps its slug."""
    slugs = {slug for event in events for slug in (event.from_unit, event.to_unit) if slug}
    return {portal.slug: portal.display_name for portal in Portal.objects.filter(slug__in=slugs)} if slugs else {}


def _line(question, event, names):
    told_later = timezone.localdate(event.recorded_at) != timezone.localdate(event.at)
    return TimeLine(
        number=event.number,
        kind=event.kind,
        label=EventKind(event.kind).label,
        at=event.at,
        actor=_actor(question, event),
        recorded_at=event.recorded_at if told_later else None,
        from_unit=names.get(event.from_unit, event.from_unit),
        to_unit=names.get(event.to_unit, event.to_unit),
        reason=event.reason,
        said=list(_said(question, event)),
    )


def _actor(question, event):
    if event.by_id:
        return str(event.by.get_full_name() or event.by)
    if event.kind in BY_THE_ASKER:
        return _("Người hỏi")
    return _("Nhập từ tệp") if question.imported else _("Hệ thống")


def _said(question, event):
    """What the event's detail tells (models.CaseEvent), in words; what is empty is not named."""
    detail = event.detail or {}
    for name, tell in TOLD.items():
        if detail.get(name):
            yield from tell(detail)
    if detail.get("parent"):
        yield Said(_("Tách từ câu hỏi"), _("số %(number)s") % {"number": question.parent_id})
    if parts := detail.get("parts"):  # older ones by their codes, which are the asker's; the file names each part
        yield Said(_("Các phần"), str(len(parts)))


def _channel(detail):
    if detail["channel"] in Channel.values and detail["channel"] != Channel.WEB:
        yield Said(_("Cách hỏi"), Channel(detail["channel"]).label)


def _signature(detail):
    form = SigningForm(detail["form"]).label if detail.get("form") else ""
    words = [detail["title"], detail.get("name", ""), form, detail.get("signed_for", "")]
    yield Said(_("Người ký"), ", ".join(word for word in words if word))
    if not detail.get("is_right", True):
        yield Said(_("Chức danh"), _("Không đúng chức danh quy định"))


TOLD = {
    "channel": _channel,
    "to": lambda detail: [Said(_("Hạn mới"), f"{date.fromisoformat(detail['to']):%d/%m/%Y}")],
    "text": lambda detail: [Said(_("Nội dung"), detail["text"], is_words=True)],
    "title": _signature,
    "answer": lambda detail: [Said(_("Câu trả lời"), detail["answer"], is_long=True, is_words=True)],
    "removal": lambda detail: [Said(_("Lý do loại"), Removal(detail["removal"]).label)],
    "visibility": lambda detail: [Said(_("Hiển thị"), Visibility(detail["visibility"]).label)],
}
