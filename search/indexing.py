"""Keeps the entries true to the pages. Every change goes through `refresh`, in the transaction of its cause."""

from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice

from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.pages.models import PortalPage
from tenants.models import State
from tenants.scoping import platform_scope

from . import questions
from .engines import engine
from .entries import entry_values
from .models import SearchEntry
from .rows import bring_into_line

CHUNK = 200  # pages or questions a transaction
_postponed = ContextVar("search_postponed", default=False)


@transaction.atomic
def refresh(page_numbers, *, anew=False):
    """Bring the entries of these pages (primary keys) into line with the pages. Returns how many entries changed.

    A page that is gone or not public leaves emptied entries. With `anew` the engine takes in unchanged ones as well.
    """
    numbers = sorted(set(page_numbers))
    with platform_scope():
        _lock(numbers)
        wanted = {values["uid"]: values for page in _public_pages(numbers) for values in entry_values(page)}
        return bring_into_line(SearchEntry.objects.filter(page_number__in=numbers), wanted, anew=anew)


def refresh_below(page_number):
    """The page and everything below it; a page that is gone has nothing below."""
    top = PortalPage.objects.filter(pk=page_number).first()
    if top is not None:
        below = PortalPage.objects.descendant_of(top, inclusive=True)
        _refresh_in_chunks(below.values_list("pk", flat=True))


@contextmanager
def postponed():
    """Within it new portals are not taken in one by one: who loads very many calls `reindex` when all are there."""
    token = _postponed.set(True)
    try:
        yield
    finally:
        _postponed.reset(token)


def find_new_portal(portal, *, created, now):
    """A provisioning step: the home page, which bears the portal's name, and what the platform fills by itself."""
    if created and not _postponed.get():
        born = PortalPage.objects.filter(portal=portal, is_starter=False)
        refresh(born.values_list("pk", flat=True))


def reindex(portal_ids=None, *, report=lambda done, of: None):
    """Make the index of these portals (None: all) again and return the number of pages and questions looked at.

    `report(done, of)` is told both together after each chunk.
    """
    pages, asked = _page_numbers(portal_ids), questions.numbers_of(portal_ids)
    of = len(pages) + len(asked)
    _refresh_in_chunks(pages, anew=True, report=lambda done: report(done, of))
    _refresh_in_chunks(asked, questions.refresh, anew=True, report=lambda done: report(len(pages) + done, of))
    if portal_ids is None:
        engine().tidy()
    return of


def _page_numbers(portal_ids):
    """Pages that may be found, and those that were found before."""
    with platform_scope():
        pages = PortalPage.objects.filter(live=True).with_content(timezone.localdate())
        entries = SearchEntry.objects.filter(deleted=False, page_number__isnull=False)
        if portal_ids is not None:
            pages, entries = pages.filter(portal__in=portal_ids), entries.filter(portal__in=portal_ids)
        return sorted({*pages.values_list("pk", flat=True), *entries.values_list("page_number", flat=True)})


def _refresh_in_chunks(numbers, refresh=refresh, *, anew=False, report=lambda done: None):
    numbers, done = iter(numbers), 0
    while chunk := list(islice(numbers, CHUNK)):
        refresh(chunk, anew=anew)
        done += len(chunk)
        report(done)


def _lock(numbers):
    """Two who refresh one page do it one after the other, so the later one reads the newer page."""
    list(PortalPage.objects.select_for_update().filter(pk__in=numbers).order_by("pk").values_list("pk"))


def _public_pages(numbers):
    """The one rule of what may be found: live, filled by its editors, open to everybody, on an active portal."""
    pages = PortalPage.objects.filter(pk__in=numbers, live=True, portal__state=State.ACTIVE)
    closed = tuple(PageViewRestriction.objects.values_list("page__path", flat=True))
    found = pages.with_content(timezone.localdate()).specific()
    return [page for page in found if not page.path.startswith(closed)]
