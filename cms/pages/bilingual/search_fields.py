"""Search fields that always index Vietnamese under the plain name, and never the word "None"."""

from wagtail.search import index

from .language import SOURCE, content_language


class _SourceLanguage:
    def get_value(self, obj):
        # Indexing may run on commit of a request to /en/; and an untranslated column is NULL.
        with content_language(SOURCE):
            value = super().get_value(obj)
        return "" if value is None else value


class LangSearchField(_SourceLanguage, index.SearchField):
    pass


class LangAutocompleteField(_SourceLanguage, index.AutocompleteField):
    pass
