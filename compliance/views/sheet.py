from django.utils import timezone
from django.views.generic import TemplateView

from ..models import LedgerEntry
from ..queries import Line, PackScore, portal_score
from ..reasons import in_words
from .asking import ScoreScreen, readable_portal


class SheetView(ScoreScreen, TemplateView):
    """One portal's points, criterion by criterion, with reasons and the law that was in force."""

    template_name = "compliance/sheet.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.portal = readable_portal(request, kwargs["slug"])

    def get_page_title(self):
        return self.portal.display_name

    def crumbs(self):
        return [{"url": "", "label": self.portal.display_name}]

    def get_context_data(self, **kwargs):
        score = portal_score(self.portal, period=self.period)
        packs = [
            {"score": pack, "rows": [self._row(score, pack, line) for line in pack.lines]} for pack in score.packs
        ]
        return super().get_context_data(portal=self.portal, score=score, packs=packs, **kwargs)

    def _row(self, score, pack: PackScore, line: Line) -> dict:
        return {
            "line": line,
            "measured": line.entry.state != LedgerEntry.State.UNMEASURED,
            "reasons": [in_words(reason) for reason in line.entry.reasons],
            "citations": line.criterion.citations(timezone.localdate(score.run.counted_until)),
            "url": self.address("evidence", self.portal.slug, pack.pack.code, line.criterion.code),
        }
