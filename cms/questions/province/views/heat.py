"""The heat map: units by working days to the deadline of what they have to answer."""

from django.utils.translation import gettext as _

from cms.questions.province.bands import BANDS
from cms.questions.province.waiting import heat

from .base import ProvinceView


class HeatView(ProvinceView):
    """Units with something to answer; `?tat-ca=1` the others as well."""

    template_name = "questions/province/heat.html"
    tab = "heat"
    file_name = "ban-do-han-tra-loi"

    def get_context_data(self, **kwargs):
        rows, whole = heat(self.portals, today=self.today)
        busy = [row for row in rows if row.total]
        shows_all = self.request.GET.get("tat-ca") == "1"
        return super().get_context_data(
            bands=BANDS,
            rows=rows if shows_all else busy,
            whole=whole,
            idle=len(rows) - len(busy),
            shows_all=shows_all,
            all_url=self._address(**{"tat-ca": "1"}),
            **kwargs,
        )

    def file_rows(self):
        rows, whole = heat(self.portals, today=self.today)
        yield [_("Đơn vị"), _("Khối"), *(band.label for band in BANDS), _("Tổng cộng")]
        for row in rows:
            portal = row.portal
            yield [portal.placed_name, portal.get_group_display(), *_numbers(row)]
        yield [_("Tổng cộng"), "", *_numbers(whole)]


def _numbers(row):
    return [*(cell.number for cell in row.cells), row.total]
