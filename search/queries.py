"""The one way to search: text, scope and language in, a page of results out."""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import F
from django.db.models.functions import Left
from django.utils.translation import gettext as _

from cms.pages.answering import answered_request
from cms.pages.bilingual.language import SOURCE, site_language
from cms.pages.models import PortalPage
from cms.pages.models.documents import Force
from cms.pages.partial_dates import show
from tenants.models import Portal, State
from tenants.scoping import platform_scope, portal_scope

from . import questions
from .asking import Query, SearchScope, parse
from .candidates import COUNTED, PAGE_SIZE, Candidates
from .highlight import READ, marked, passage
from .models import SearchEntry
from .numbers import bears


class OutOfScope(Exception):
    """An engine returned an entry that was not asked for: a fault that must never reach a page."""


@dataclass(frozen=True)
class Place:
    """Where a hit leads now, the language of its words, and a document's force."""

    url: str
    words_in: str
    force: str = ""


@dataclass(frozen=True)
class Hit:
    title: str  # safe HTML, words found in <mark>
    snippet: str  # safe HTML
    url: str  # the path on the portal's own host, the full address elsewhere
    portal: Portal
    lang: str  # of title and snippet, where it differs from the language asked for; else ""
    kind: str
    doc_number: str
    date: str  # as well as it is known; "" if not at all
    force: str = ""  # of a document, a value of Force as it is now; else ""
    state: str = ""  # the same in the words of lists of documents


@dataclass(frozen=True)
class Results:
    """`strict` of the `total` results hold every word; the others, which follow, hold some."""

    query: Query
    scope: SearchScope
    hits: tuple[Hit, ...] = ()
    total: int = 0
    strict: int = 0
    page: int = 1

    @property
    def pages(self):
        return max(1, -(-self.total // PAGE_SIZE))

    @property
    def is_capped(self):
        """There may be more than were counted."""
        return self.total >= COUNTED


def find(text, *, scope, lang, page=1, request=None):
    """Results of a search, whatever was typed. `scope` is a SearchScope, `lang` "vi" or "en", `page` counts from 1.

    A page beyond the last is the last. The request gives addresses their scheme and port, and tells the own host.
    """
    return find_for(parse(text), scope=scope, lang=lang, page=page, request=request)


def find_for(query, *, scope, lang, page=1, request=None):
    """The same for a Query that is ready."""
    if not query:
        return Results(query, scope)
    with _opened(scope), site_language(lang):
        candidates = Candidates(query, scope=scope, lang=lang)
        empty = Results(query, scope, (), candidates.total, candidates.strict)
        page = min(max(1, page), empty.pages)
        entries = _entries(candidates.page(page), query, scope=scope, lang=lang)
        addressed = _addressed(entries, request)
        hits = tuple(_hit(entry, place, query, lang) for entry, place in addressed)
    return Results(query, scope, hits, candidates.total, candidates.strict, page)


def _opened(scope):
    return platform_scope() if scope.portal_ids is None else portal_scope(scope.portal_ids)


def _entries(ids, query, *, scope, lang):
    """The living entries of active portals, in the order of the ids. Raises OutOfScope."""
    languages = {lang, SOURCE} if query.numbers else {lang}
    rows = SearchEntry.objects.filter(pk__in=ids, lang__in=languages, deleted=False, portal__state=State.ACTIVE)
    rows = rows.select_related("portal").defer("body").annotate(beginning=Left("body", READ))
    found = rows.in_bulk()
    entries = [found[pk] for pk in ids if pk in found]
    for entry in entries:
        if not scope.covers(entry.portal_id) or not (entry.lang == lang or bears(entry.doc_number, query)):
            raise OutOfScope(f"{entry.uid} of portal {entry.portal_id}")
    return entries


def _addressed(entries, request):
    """(entry, Place) of what still stands there, live, or may still be read; a document's force is today's."""
    request = request or answered_request()
    pages = PortalPage.objects.filter(pk__in=[entry.page_number for entry in entries], live=True)
    pages = pages.annotate(force=F("legaldocumentpage__force")).in_bulk()
    asked = questions.addresses_of(entries, request)
    for entry in entries:
        page = pages.get(entry.page_number)
        if entry.question_number in asked:
            yield entry, Place(*asked[entry.question_number])
        if page is not None and page.portal_id == entry.portal_id:
            yield entry, Place(page.get_url(request), entry.lang, page.force or "")


def _hit(entry, place, query, lang):
    return Hit(
        title=marked(entry.title, query),
        snippet=passage(f"{entry.summary} {entry.beginning}", query),
        url=place.url,
        portal=entry.portal,
        lang="" if place.words_in == lang else place.words_in,
        kind=_kind(entry),
        doc_number=entry.doc_number,
        date=show(entry.published, entry.precision) if entry.published else "",
        force=place.force,
        state=str(Force(place.force).label) if place.force else "",  # now, as the kind
    )


def _kind(entry):
    if entry.kind == questions.KIND:
        return _("Hỏi - Đáp")
    return str(apps.get_model("pages", entry.kind)._meta.verbose_name)  # now, while the language asked for is set
