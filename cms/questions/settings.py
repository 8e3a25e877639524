"""What the province has set, read once for many cases."""

from dataclasses import dataclass
from datetime import date

from tenants.models import Portal

from .models import CalendarDay, ClockRule, OfficialTitle, QuestionKind, SigningTitle
from .working_time import WorkingCalendar


class NoRule(LookupError):
    """No clock rule holds for a kind of question on a day."""


def working_calendar():
    rows = CalendarDay.objects.values_list("day", "is_worked")
    return WorkingCalendar(
        off=frozenset(day for day, worked in rows if not worked),
        worked=frozenset(day for day, worked in rows if worked),
    )


@dataclass(frozen=True)
class Rules:
    """{kind primary key: clock rules by day}."""

    by_kind: dict

    @classmethod
    def read(cls):
        found = {}
        for rule in ClockRule.objects.select_related("kind").order_by("kind", "valid_from"):
            found.setdefault(rule.kind_id, []).append(rule)
        return cls(found)

    def on(self, kind_id, day: date) -> ClockRule:
        """The rule of a kind for what was asked on a local day. Raises NoRule."""
        for rule in reversed(self.by_kind.get(kind_id, ())):
            if rule.holds_on(day):
                return rule
        raise NoRule(f"{kind_id} {day}")


class Titles:
    """Who may sign: portals' own choices, and the list's defaults where a portal has made none."""

    def __init__(self):
        titles = OfficialTitle.objects.all()
        self.by_name = {folded(title.name): title for title in titles}
        self.chosen = {}
        for portal, kind, title in SigningTitle._base_manager.values_list("portal", "kind", "title"):
            self.chosen.setdefault((portal, kind), set()).add(title)

    def find(self, name):
        """The listed title of this name, however spaced or capitalised; None if it is not on the list."""
        return self.by_name.get(folded(name))

    def may_sign(self, title, *, portal: Portal, kind: QuestionKind) -> bool:
        chosen = self.chosen.get((portal.pk, kind.pk))
        return title.pk in chosen if chosen else portal.group in title.signs_for


def folded(name):
    return " ".join(name.casefold().replace("ủy ban nhân dân", "ubnd").replace("uỷ ban nhân dân", "ubnd").split())
