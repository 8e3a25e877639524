"""Figures as a table: one line a group, unit or month, and the line of all, which is their sum."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cms.pages.accents import without_accents
from cms.questions.queries import QuestionFigures, figures_by_group, figures_by_month, figures_by_portal, sum_of
from tenants.models import Group

# heading, what it gives of QuestionFigures
COLUMNS = (
    (_("Tiếp nhận"), lambda found: found.received),
    (_("Loại bỏ"), lambda found: found.removed.total),
    (_("Vi phạm quy chế"), lambda found: found.removed.violation),
    (_("Trùng nội dung"), lambda found: found.removed.duplicate),
    (_("Chuyển cơ quan chuyên trách"), lambda found: found.removed.referred),
    (_("Hợp lệ"), lambda found: found.eligible),
    (_("Đã trả lời"), lambda found: found.answered),
    (_("Đúng hạn"), lambda found: found.on_time),
    (_("Trễ hạn"), lambda found: found.late),
    (_("Đang chờ"), lambda found: found.waiting),
    (_("Chờ quá hạn"), lambda found: found.waiting_overdue),
    (_("Sai chức danh"), lambda found: found.wrong_title),
    (_("Đã trả lời (%)"), lambda found: percent(found.answered, found.eligible)),
    (_("Nhập từ tệp (%)"), lambda found: percent(found.imported, found.received)),
)


def percent(part, whole):
    """To one place; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


@dataclass(frozen=True)
class Line:
    """`slug` of a unit, else ""."""

    label: str
    found: QuestionFigures
    slug: str = ""

    @property
    def values(self):
        return [value(self.found) for _heading, value in COLUMNS]

    @property
    def cells(self):
        """(heading, value) for a table that becomes cards."""
        return [(heading, value(self.found)) for heading, value in COLUMNS]


@dataclass(frozen=True)
class Table:
    lines: list[Line]
    total: Line

    def rows(self):
        """Heading first, the sum last: for files."""
        yield [_("Tên"), *(heading for heading, _value in COLUMNS)]
        for line in [*self.lines, self.total]:
            yield [line.label, *line.values]


def table_of(portals, *, way, period, as_of) -> Table:
    """`way`: khoi, don-vi or thang."""
    asked = {"portals": portals, "period": period, "as_of": as_of}
    lines = {"khoi": _by_group, "don-vi": _by_unit, "thang": _by_month}[way](asked)
    return Table(lines, Line(_("Tổng cộng"), sum_of(line.found for line in lines)))


def _by_group(asked):
    return [Line(Group(group).label, found) for group, found in figures_by_group(**asked).items()]


def _by_unit(asked):
    """Units that were asked something; the others have nothing to show."""
    names = {portal.slug: portal.placed_name for portal in asked["portals"]}
    lines = [Line(names[slug], found, slug) for slug, found in figures_by_portal(**asked).items() if found.received]
    return sorted(lines, key=lambda line: (-line.found.received, without_accents(line.label)))


def _by_month(asked):
    return [Line(_month(month), found) for month, found in figures_by_month(**asked).items()]


def _month(first: date):
    return date_format(first, "m/Y")
