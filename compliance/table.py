"""The board as a plain table: one row per portal and pack, for spreadsheets."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from .exchange import moment
from .models import Period
from .queries import PackScore, PortalScore

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_rows(scores: Iterable[PortalScore], *, period: Period) -> Iterator[list]:
    """Head first. A portal without packs has one row without points. Points and percent are plain numbers."""
    yield [
        _("Tên miền con"), _("Cổng"), _("Khối"), _("Cấp"), _("Trạng thái"), _("Hoạt động gần nhất"), _("Kỳ"),
        _("Tính đến"), _("Bộ tiêu chí"), _("Phiên bản"), _("Điểm"), _("Điểm tối đa"), _("Tỷ lệ (%)"),
        _("Điểm tối đa chưa đo"),
    ]  # fmt: skip
    for score in scores:
        for pack in score.packs or (None,):
            yield [_harmless(cell) for cell in _row(score, pack, period)]


def _row(score: PortalScore, pack: PackScore | None, period: Period) -> list:
    portal = score.portal
    activity = moment(score.last_activity) if score.last_activity else ""
    as_of = moment(score.run.as_of) if score.run else ""
    facts = [portal.slug, portal.placed_name, portal.get_group_display(), portal.get_level_display()]
    facts += [portal.get_state_display(), activity, period.code, as_of]
    if pack is None:
        return [*facts, "", "", "", "", "", ""]
    points = [pack.score, pack.pack.max, round(pack.percent, 1), pack.unmeasured_max]
    return [*facts, pack.pack.code, pack.pack.version, *points]


def _harmless(cell):
    """A text that a spreadsheet would take for a formula is quoted."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
