"""What a visitor narrows the list by: words, topic, unit, days; of this portal, or of the whole province."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.pages.bilingual.language import ENGLISH
from cms.questions.models import Topic
from tenants.alphabet import in_alphabet

from .queries import public_rows, topics_of, units_of
from .searching import NothingSearches, numbers_with

PROVINCE = "tinh"
NAMES = ("pham-vi", "q", "chu-de", "don-vi", "tu", "den")
LONGEST = {"q": 200, "chu-de": 120, "don-vi": 63, "tu": 10, "den": 10}


class Chosen:
    """Reads a query string; whatever it cannot understand it leaves out. Of the province only if it is asked for.

    The open scope must reach what is asked for.
    """

    def __init__(self, data, portal):
        self.portal = portal
        self.is_province = data.get("pham-vi") == PROVINCE
        self.typed = {name: data.get(name, "").replace("\0", "").strip()[:most] for name, most in LONGEST.items()}
        self.text, self.topic, self.unit = (self.typed[name] for name in ("q", "chu-de", "don-vi"))
        self.since, self.until = _day(self.typed["tu"]), _day(self.typed["den"])
        self.cannot_search = False

    @property
    def has_strange_day(self):
        """A day was typed that is none: the list is not narrowed by it, and must say so."""
        return any(self.typed[name] and _day(self.typed[name]) is None for name in ("tu", "den"))

    @property
    def has_days_reversed(self):
        """Nothing is answered from a day on and until one before it."""
        return bool(self.since and self.until and self.since > self.until)

    @property
    def is_used(self):
        return bool(self.text or self.topic or (self.unit and self.is_province) or self.since or self.until)

    @cached_property
    def rows(self):
        """All there is to choose from."""
        return public_rows() if self.is_province else public_rows().filter(portal=self.portal)

    def found(self):
        wanted = {
            "topic": self.topic,
            "portal__slug": self.unit if self.is_province else "",
            "shown_since__gte": self.since and _midnight(self.since),
            "shown_since__lt": self.until and _midnight(self.until + timedelta(days=1)),
        }
        rows = self.rows.filter(**{name: value for name, value in wanted.items() if value})
        return self._with_words(rows) if self.text else rows

    def _with_words(self, rows):
        try:
            numbers = numbers_with(self.text, portal_ids=None if self.is_province else [self.portal.pk])
        except NothingSearches:
            self.cannot_search = True
            return rows
        return rows.filter(pk__in=numbers)

    @cached_property
    def topics(self):
        """[(name, the same in the language of the site)]; a case keeps the name that its topic had."""
        english = dict(Topic.objects.values_list("name", "name_en")) if get_language() == ENGLISH else {}
        named = [(name, english.get(name) or name) for name in topics_of(self.rows)]
        return sorted(named, key=lambda option: in_alphabet(option[1]))

    @cached_property
    def units(self):
        found = units_of(self.rows) if self.is_province else []
        return sorted(((unit.slug, unit.placed_name) for unit in found), key=lambda option: in_alphabet(option[1]))

    @cached_property
    def chosen(self):
        """[(label, words, query without it)] of every condition, for taking one back."""
        words = {
            "q": (_("Từ cần tìm"), self.text),
            "chu-de": (_("Chủ đề"), self.topic and dict(self.topics).get(self.topic, self.topic)),
            "don-vi": (_("Đơn vị trả lời"), self.is_province and dict(self.units).get(self.unit, self.unit)),
            "tu": (_("Trả lời từ ngày"), self.since and f"{self.since:%d/%m/%Y}"),
            "den": (_("Đến hết ngày"), self.until and f"{self.until:%d/%m/%Y}"),
        }
        return [(label, shown, self.query(without=name)) for name, (label, shown) in words.items() if shown]

    def query(self, *, without):
        """The query string of the same list without one condition."""
        kept = {"pham-vi": PROVINCE if self.is_province else "", **self.typed}
        return f"?{urlencode({name: kept[name] for name in NAMES if name != without and kept[name]})}"

    @property
    def reset_query(self):
        return f"?pham-vi={PROVINCE}" if self.is_province else "?"

    @property
    def since_typed(self):
        """As the field of a browser takes it back."""
        return self.since.isoformat() if self.since else ""

    @property
    def until_typed(self):
        return self.until.isoformat() if self.until else ""

    @property
    def tabs(self):
        """This portal or the province: the words stay, a unit does not."""
        kept = {name: self.typed[name] for name in ("q", "chu-de", "tu", "den") if self.typed[name]}
        wide = urlencode({"pham-vi": PROVINCE, **kept})
        return [
            {"label": _("Trên cổng này"), "url": f"?{urlencode(kept)}", "current": not self.is_province},
            {"label": _("Trên toàn tỉnh"), "url": f"?{wide}", "current": self.is_province},
        ]


def _day(typed):
    """A day as a browser's calendar writes it, or as people do; None if it is none."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(typed, pattern).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def _midnight(day: date):
    return datetime.combine(day, time.min, timezone.get_current_timezone())
