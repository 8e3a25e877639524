"""Words in another language than the page around them carry it, so that a voice reads them aright."""

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
