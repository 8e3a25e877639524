"""What happened to a case, as far as who asked is told: no drafts, no notes between officers, no officials' names."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from cms.questions.models import EventKind
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
PART = _("Tách ra từ câu hỏi ông/bà đã gửi")


@dataclass(frozen=True)
class Told:
    """`said` are the asker's own words or the unit's words to the asker."""

    at: datetime
    text: str
    said: str = ""


def told_of(events):
    """Told, the newest first; one query for the names of the units."""
    units, restored = _units_in(events), [event.number for event in events if event.kind == EventKind.RESTORED]
    last = max(restored, default=0)
    told = [Told(event.at, text, _said(event)) for event in events if (text := _text(event, units, last))]
    return told[::-1]


def _units_in(events):
    """{slug: Portal}; a unit that is no more keeps its slug."""
    slugs = {slug for event in events for slug in (event.from_unit, event.to_unit) if slug}
    return {portal.slug: portal for portal in Portal.objects.filter(slug__in=slugs)}


def _text(event, units, restored=0):
    """Empty for what is a matter of the office: submitted, sent back to be mended, shown otherwise.

    `restored`: number of the event that took the removals before it back.
    """
    if event.kind not in SENTENCES:
        return ""
    is_part = event.kind == EventKind.ASKED and event.detail.get("parent")
    words = {"unit": _named(event.from_unit, units), "to": _named(event.to_unit, units)}
    if event.kind == EventKind.EXTENDED:
        words["day"] = whole_day(date.fromisoformat(event.detail["to"]))
    if event.kind == EventKind.REMOVED and event.number < restored:
        return TAKEN_BACK % words
    return (PART if is_part else SENTENCES[event.kind]) % words


def _said(event):
    """Only what was said by the asker or to the asker."""
    if event.kind in (EventKind.ASKED_BACK, EventKind.CLARIFIED, EventKind.REOPENED):
        return event.detail.get("text", "")
    return event.reason if event.kind in (EventKind.EXTENDED, EventKind.REMOVED, EventKind.RESTORED) else ""


def _named(slug, units):
    return units[slug].display_name if slug in units else slug
