"""The editors' search (explorer, choosers): Wagtail's own database back end, made quick and indifferent to marks.

Named in WAGTAILSEARCH_BACKENDS; what the public searches is elsewhere (search.queries). Three things differ from
the stock back end:

- the average length of all titles is not computed again at every save (0.3 s a save with 100,000 pages);
- of a page only its titles are indexed: editors look for pages, not in them;
- values are folded on their way in and queries as well, so "dat dai" finds "Đất đai". Only words are left of a
  query, so no sign in it can break the engine's own query language (a quotation mark does, in the stock one).
"""

import copy
from functools import cache, lru_cache

from django.db import connection
from django.utils.module_loading import import_string
from modelsearch.index import AutocompleteField, RelatedFields, SearchField
from modelsearch.query import PlainText
from wagtail.models import AbstractPage

from .text import words

# Named, not imported: the SQLite one cannot be loaded on PostgreSQL.
STOCK = {
    "postgresql": "modelsearch.backends.database.postgres.postgres.PostgresSearchBackend",
    "sqlite": "modelsearch.backends.database.sqlite.sqlite.SQLiteSearchBackend",
}
PAGE_FIELDS = ("title", "title_en")


@lru_cache(maxsize=256)  # the stock index asks for a title some ten times, and portals share theirs
def folded(text):
    return " ".join(words(text))


class _Value:
    """A field's value, folded. The object may come wrapped."""

    def get_value(self, obj):
        value = super().get_value(getattr(obj, "original", obj))
        return folded(value) if isinstance(value, str) else value


class _Unwrapped:
    def get_value(self, obj):
        return super().get_value(getattr(obj, "original", obj))


class _Wrapped:
    """What an indexer asks of an object: its key and its search fields."""

    def __init__(self, original):
        self.original, self.pk = original, original.pk

    def get_search_fields(self):
        return _fields_of(type(self.original))


@cache
def _fields_of(model):
    """Made once a model, and the same for each of its objects."""
    fields = model.get_search_fields()
    if issubclass(model, AbstractPage):
        fields = [field for field in fields if field.field_name in PAGE_FIELDS]
    return [_folding(field) for field in fields]


def _folding(field):
    """The same search field, of a class of its own whose values are folded."""
    twin = copy.copy(field)
    if isinstance(field, RelatedFields):
        twin.fields = [_folding(inner) for inner in field.fields]
        twin.__class__ = _mixed(_Unwrapped, type(field))
    elif isinstance(field, SearchField | AutocompleteField):
        twin.__class__ = _mixed(_Value, type(field))
    return twin


def _mixed(first, second):
    return type(second.__name__, (first, second), {})


class FoldingIndex:
    """Mixed into an index class of modelsearch."""

    def add_items(self, model, objs):
        super().add_items(model, [_Wrapped(obj) for obj in objs])

    def _refresh_title_norms(self, full=False):
        """Every norm stays 1: titles are ranked without regard to their length."""


class FoldingBackend:
    """Mixed into a back end of modelsearch."""

    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        if isinstance(query, str):
            query = folded(query)
        elif isinstance(query, PlainText):
            text = folded(query.query_string)
            query = text and PlainText(text, operator=query.operator, boost=query.boost)
        return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)


def SearchBackend(params):
    """The back end for the kind of database in use; modelsearch looks for this name."""
    stock = import_string(STOCK[connection.vendor])
    index = _mixed(FoldingIndex, stock.index_class)
    backend = type("SearchBackend", (FoldingBackend, stock), {"index_class": index})
    return backend({"SEARCH_CONFIG": "simple", **params})  # PostgreSQL's default would stem Vietnamese as English
