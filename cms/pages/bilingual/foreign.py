"""Words in another language than the page around them carry it, so that a voice reads them aright."""

from django.utils.html import format_html
from modeltranslation.utils import build_localized_fieldname

from .language import SOURCE, get_content_language, get_site_language


def foreign_lang(record, field):
    """The language a record's field is shown in where it differs from the page's, else "".

    A field without an English column, such as a person's name, is Vietnamese.
    """
    page, shown = get_site_language(), get_content_language()
    if shown != SOURCE and not getattr(record, build_localized_fieldname(field, shown), None):
        shown = SOURCE
    return shown if shown != page else ""


def typed_lang():
    """The language of what is typed once, without an English column, where it differs from the page's, else ""."""
    return SOURCE if get_site_language() != SOURCE else ""


def marked(words):
    """Such words inside a sentence of the page's language: a span on an English page, else as they are."""
    lang = typed_lang()
    return format_html('<span lang="{}">{}</span>', lang, words) if words and lang else words
