"""From a page to the field values of its search entries."""

from django.utils import timezone

from cms.pages.bilingual.language import ENGLISH, SOURCE, site_language
from cms.pages.models import LegalDocumentPage
from cms.pages.partial_dates import Precision

from .models import SearchEntry
from .text import normalise

EMPTIED = {"title": "", "summary": "", "body": "", "doc_number": "", "deleted": True}


def entry_values(page):
    """One dict of SearchEntry fields for each language the (specific) page is really there in."""
    shared = {
        "portal_id": page.portal_id,
        "page_number": page.pk,
        "kind": page._meta.model_name,
        "section": page.section,
        "deleted": False,
        **_dated(page),
    }
    languages = (SOURCE, ENGLISH) if page.has_english else (SOURCE,)
    return [{"uid": f"page:{page.pk}:{lang}", "lang": lang, **shared, **_words(page, lang)} for lang in languages]


def take(entry, values):
    """Give an entry these values. True if that changed it; its version is then one higher."""
    changed = {name: value for name, value in values.items() if getattr(entry, name) != value}
    for name, value in changed.items():
        setattr(entry, name, value)
    entry.version += bool(changed)
    return bool(changed)


def _words(page, lang):
    with site_language(lang):  # names of forms and the like are translated with the interface
        record = page.search_record(lang)
    cleaned = {name: normalise(record[name]) for name in ("title", "summary", "body", "doc_number")}
    for name in ("title", "doc_number"):
        cleaned[name] = cleaned[name][: SearchEntry._meta.get_field(name).max_length]
    return cleaned


def _dated(page):
    """A document's day of issue as well as it is known; of other pages the local day they first appeared."""
    if isinstance(page, LegalDocumentPage):
        day, precision, form = page.issue_date, page.issue_precision, page.form
    else:
        moment = page.first_published_at
        day, precision, form = moment and timezone.localdate(moment), Precision.DAY, ""
    return {"published": day, "precision": precision, "year": day and day.year, "doc_type": form}
