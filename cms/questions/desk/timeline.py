"""What happened to a case as lines that a person reads: who, when, from and to which unit, why, and what was said."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.questions.models import Channel, EventKind, Removal, SigningForm, Visibility
from tenants.models import Portal

BY_THE_ASKER = (EventKind.ASKED, EventKind.CLARIFIED, EventKind.REOPENED)


@dataclass(frozen=True)
class Said:
    """A fact of an event. `is_long` texts fold away."""

    label: str
    text: str
    is_long: bool = False


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


def time_line(question, events):
    """TimeLines of a case's events (with `by`), the newest first; one query for the names of units."""
    names = unit_names(events)
    return [_line(question, event, names) for event in reversed(events)]


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
        said=list(_said(event)),
    )


def _actor(question, event):
    if event.by_id:
        return str(event.by.get_full_name() or event.by)
    if event.kind in BY_THE_ASKER:
        return _("Người hỏi")
    return _("Nhập từ tệp") if question.imported else _("Hệ thống")


def _said(event):
    """What the event's detail tells (models.CaseEvent), in words; what is empty is not named."""
    detail = event.detail or {}
    for name, tell in TOLD.items():
        if detail.get(name):
            yield from tell(detail)


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
    "parent": lambda detail: [Said(_("Tách từ câu hỏi"), detail["parent"])],
    "to": lambda detail: [Said(_("Hạn mới"), f"{date.fromisoformat(detail['to']):%d/%m/%Y}")],
    "text": lambda detail: [Said(_("Nội dung"), detail["text"])],
    "title": _signature,
    "answer": lambda detail: [Said(_("Câu trả lời"), detail["answer"], is_long=True)],
    "removal": lambda detail: [Said(_("Lý do loại"), Removal(detail["removal"]).label)],
    "parts": lambda detail: [Said(_("Các phần"), ", ".join(detail["parts"]))],
    "visibility": lambda detail: [Said(_("Hiển thị"), Visibility(detail["visibility"]).label)],
}
