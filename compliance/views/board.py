import csv

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from tenants.spreadsheets import BYTE_ORDER_MARK

from ..permissions import portals_scored_for
from ..queries import PortalScore, scoreboard
from ..table import csv_rows
from .asking import ScoreScreen
from .columns import POINTS, BoardFilter, headings, ordered


class BoardView(ScoreScreen, TemplateView):
    """Every portal the reader may see with its points, last activity and state; `?xuat=csv` is the same as a file."""

    template_name = "compliance/board.html"
    page_title = _("Chấm điểm")

    def get(self, request, *args, **kwargs):
        if request.GET.get("xuat") == "csv":
            return self._file(self._scores())
        return super().get(request, *args, **kwargs)

    def _scores(self) -> list[PortalScore]:
        self.filter = BoardFilter(self.request.GET, period=self.period)
        portals = self.filter.chosen(portals_scored_for(self.request.user).placed().order_by("name"))
        return ordered(scoreboard(portals, period=self.period), self.request.GET.get("xep", ""))

    def get_context_data(self, **kwargs):
        scores = self._scores()
        export = self.request.GET.copy()
        export["xuat"] = "csv"
        return super().get_context_data(
            rows=[self._row(score) for score in scores],
            filter=self.filter,
            headings=headings(self.request.GET),
            export_url=f"?{export.urlencode()}",
            **kwargs,
        )

    def _row(self, score: PortalScore) -> dict:
        components = [
            {"key": column.key, "label": column.label, "packs": score.of_component(column.key)} for column in POINTS
        ]
        return {"score": score, "url": self.address("sheet", score.portal.slug), "components": components}

    def _file(self, scores: list[PortalScore]) -> HttpResponse:
        response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="diem-{self.period.code}.csv"'
        csv.writer(response).writerows(csv_rows(scores, period=self.period))
        return response
