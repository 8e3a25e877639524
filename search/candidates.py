"""Which entries a query finds and in which order, page by page; what an entry says is read elsewhere."""

from django.utils.functional import cached_property

from .engines import engine
from .models import SearchEntry
from .ranking import RERANKED, rerank

PAGE_SIZE = 10
ENOUGH = 10  # with fewer entries that hold every word, those that hold some of them follow
COUNTED = 1_000  # where counting stops; nobody reads on, and every engine ranks that many


class Candidates:
    """Needs an open tenant scope. `strict` of the `total` entries hold every word, and they come first."""

    def __init__(self, query, *, scope, lang):
        self.query, self.asked = query, {"scope": scope, "lang": lang}

    @cached_property
    def strict(self):
        return engine().count(self.query, most=COUNTED, **self.asked)

    @cached_property
    def is_loose(self):
        return self.strict < ENOUGH and bool(self.query.pairs)

    @cached_property
    def total(self):
        return engine().count(self.query, most=COUNTED, loose=True, **self.asked) if self.is_loose else self.strict

    def page(self, number):
        """Entry ids of a page, numbered from 1. The first RERANKED candidates are looked at twice, the rest once."""
        start = (number - 1) * PAGE_SIZE
        if start >= RERANKED:
            return [pk for pk, _score in self._engine_hits(PAGE_SIZE, start)]
        return self._best()[start : start + PAGE_SIZE]

    def _best(self):
        hits = self._engine_hits(RERANKED, 0)
        if not self.is_loose:
            return rerank(hits, self._titles(hits), self.query)
        whole = engine().find(self.query, limit=ENOUGH, **self.asked)
        kept = dict(whole)
        part = [hit for hit in hits if hit[0] not in kept][: RERANKED - len(whole)]
        titles = self._titles([*whole, *part])
        return rerank(whole, titles, self.query) + rerank(part, titles, self.query)

    @staticmethod
    def _titles(hits):
        rows = SearchEntry.objects.filter(pk__in=[pk for pk, _score in hits], deleted=False)
        return {pk: row for pk, *row in rows.values_list("pk", "title", "doc_number", "published")}

    def _engine_hits(self, limit, offset):
        return engine().find(self.query, limit=limit, offset=offset, loose=self.is_loose, **self.asked)
