from django.core.paginator import Paginator
from django.http import Http404
from django.utils import formats, timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.views.generic import TemplateView

from tenants.hosts import base_url

from ..packs import pack_named
from ..queries import entry_with_evidence
from ..reasons import in_words
from ..rules import RULES
from .asking import ScoreScreen, readable_portal

PAGE_SIZE = 100


class EvidenceView(ScoreScreen, TemplateView):
    """What a criterion's points rest on: everything that was looked at, and the ledger entry itself."""

    template_name = "compliance/evidence.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.portal = readable_portal(request, kwargs["slug"])
        self.entry = self._entry(kwargs["pack"], kwargs["criterion"])
        self.pack = pack_named(self.entry.pack, self.entry.pack_version)
        self.criterion = self.pack and self.pack.criterion(self.entry.criterion)

    def _entry(self, pack, criterion):
        entry = entry_with_evidence(self.portal, period=self.period, pack=pack, criterion=criterion)
        if entry is None:
            raise Http404(criterion)
        return entry

    def get_page_title(self):
        name = self.criterion.name if self.criterion else ""
        return f"{self.entry.criterion} {name}".strip()

    def crumbs(self):
        sheet = {"url": self.address("sheet", self.portal.slug), "label": self.portal.display_name}
        return [sheet, {"url": "", "label": self.entry.criterion}]

    def get_context_data(self, **kwargs):
        items = sorted(self.entry.evidence.items, key=lambda item: item["at"] or "", reverse=True)
        page = Paginator(items, PAGE_SIZE).get_page(self.request.GET.get("p"))
        rule = RULES.get(self.entry.rule.partition("/")[0])
        counted_until = timezone.localdate(self.entry.sheet.run.counted_until)
        context = {
            "portal": self.portal,
            "entry": self.entry,
            "pack": self.pack,
            "criterion": self.criterion,
            "says": rule.words(self.criterion.params) if rule and self.criterion else [],
            "reasons": [in_words(reason) for reason in self.entry.reasons],
            "citations": self.criterion.citations(counted_until) if self.criterion else [],
            "items": page,
            "rows": [self._row(item) for item in page],
        }
        return super().get_context_data(**kwargs | context)

    def _row(self, item: dict) -> dict:
        url = base_url(self.portal.pk, self.request) + item["path"] if item["path"] else ""
        notes = [in_words(note) for note in item["notes"]]
        return {**item, "url": url, "notes": notes, "when": _when(item["at"])}


def _when(text: str | None) -> str:
    """A moment or a day of the ledger as people write it."""
    if not text:
        return "–"
    if "T" in text:
        return formats.date_format(timezone.localtime(parse_datetime(text)), "H:i d/m/Y")
    return formats.date_format(parse_date(text), "d/m/Y")
