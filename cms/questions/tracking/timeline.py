"""What happened to a case, as far as who asked is told: no drafts, no notes between officers, no officials' names."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from cms.questions.models import EventKind
from cms.questions.standing import is_correction
from cms.theme.partial_days import whole_day
from tenants.models import Portal

SENTENCES = {
    EventKind.ASKED: _("Ông/bà gửi câu hỏi đến %(to)s"),
    EventKind.RECEIVED: _("%(unit)s tiếp nhận"),
    EventKind.FORWARDED: _("%(unit)s chuyển đến %(to)s"),
    EventKind.RETURNED: _("%(unit)s trả lại %(to)s"),
    EventKind.EXTENDED: _("%(unit)s gia hạn đến %(day)s"),
    EventKind.ASKED_BACK: _("%(unit)s đề nghị ông/bà làm rõ"),
    EventKind.CLARIFIED: _("Ông/bà làm rõ"),
    EventKind.ANSWERED: _("%(unit)s trả lời"),
    EventKind.REOPENED: _("Ông/bà hỏi lại"),
    EventKind.SPLIT: _("%(unit)s tách câu hỏi thành nhiều phần"),
    EventKind.REMOVED: _("%(unit)s không xử lý tiếp"),
    EventKind.RESTORED: _("%(unit)s xử lý lại"),
}
TAKEN_BACK = _("%(unit)s không xử lý tiếp (đã rút lại)")
CORRECTED, AGAIN = _("%(unit)s sửa câu trả lời"), _("%(unit)s trả lời lần nữa")
PART = _("Tách ra từ câu hỏi ông/bà đã gửi")


@dataclass(frozen=True)
class Told:
    """`said` are the asker's own words or the unit's words to the asker."""

    at: datetime
    text: str
    said: str = ""


def told_of(events):
    """Told, the newest first; one query for the names of the units."""
    units = _units_in(events)
    told = [Told(event.at, text, _said(event)) for event in events if (text := _text(event, units, events))]
    return told[::-1]


def _units_in(events):
    """{slug: Portal}; a unit that is no more keeps its slug."""
    slugs = {slug for event in events for slug in (event.from_unit, event.to_unit) if slug}
    return {portal.slug: portal for portal in Portal.objects.filter(slug__in=slugs)}


def _text(event, units, events):
    """Empty for what is a matter of the office: submitted, sent back to be mended, shown otherwise."""
    if event.kind not in SENTENCES:
        return ""
    words = {"unit": _named(event.from_unit, units), "to": _named(event.to_unit, units)}
    if event.kind == EventKind.EXTENDED:
        words["day"] = whole_day(date.fromisoformat(event.detail["to"]))
    return _sentence(event, events) % words


def _sentence(event, events):
    """What came before or after an event may change how it is told."""
    if event.kind == EventKind.ASKED and event.detail.get("parent"):
        return PART
    if event.kind == EventKind.REMOVED and _is_taken_back(event, events):
        return TAKEN_BACK
    if is_correction(event, events):
        return CORRECTED
    if event.kind == EventKind.ANSWERED and event.from_unit in _answerers(events, before=event.number):
        return AGAIN
    return SENTENCES[event.kind]


def _is_taken_back(removed, events):
    return any(event.kind == EventKind.RESTORED and event.number > removed.number for event in events)


def _answerers(events, *, before):
    """Slugs of the units that have answered."""
    return {event.from_unit for event in events if event.number < before and event.kind == EventKind.ANSWERED}


def _said(event):
    """Only what was said by the asker or to the asker."""
    if event.kind in (EventKind.ASKED_BACK, EventKind.CLARIFIED, EventKind.REOPENED):
        return event.detail.get("text", "")
    return event.reason if event.kind in (EventKind.EXTENDED, EventKind.REMOVED, EventKind.RESTORED) else ""


def _named(slug, units):
    return units[slug].display_name if slug in units else slug
