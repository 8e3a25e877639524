"""Keeps the entries true to the pages. Every change goes through `refresh`, in the transaction of its cause."""

from itertools import islice

from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.pages.models import PortalPage
from tenants.models import State
from tenants.scoping import platform_scope

from .engines import engine
from .entries import EMPTIED, entry_values, take
from .models import SearchEntry

CHUNK = 200  # pages a transaction
WRITTEN = [field.name for field in SearchEntry._meta.concrete_fields if field.name not in ("id", "uid", "lang")]


@transaction.atomic
def refresh(page_numbers, *, anew=False):
    """Bring the entries of these pages (primary keys) into line with the pages. Returns how many entries changed.

    A page that is gone or not public leaves emptied entries. With `anew` the engine takes in unchanged ones as well.
    """
    numbers = sorted(set(page_numbers))
    with platform_scope():
        _lock(numbers)
        wanted = {values["uid"]: values for page in _public_pages(numbers) for values in entry_values(page)}
        known = {entry.uid: entry for entry in SearchEntry.objects.filter(page_number__in=numbers)}
        changed = [entry for uid, entry in known.items() if take(entry, wanted.get(uid, EMPTIED))]
        born = SearchEntry.objects.bulk_create(
            SearchEntry(**values) for uid, values in wanted.items() if uid not in known
        )
        SearchEntry.objects.bulk_update(changed, WRITTEN, batch_size=50)
    told = [*born, *(known.values() if anew else changed)]
    engine().remove([entry.uid for entry in told if entry.deleted])
    engine().index([entry for entry in told if not entry.deleted])
    return len(born) + len(changed)


def refresh_below(page_number):
    """The page and everything below it; a page that is gone has nothing below."""
    top = PortalPage.objects.filter(pk=page_number).first()
    if top is not None:
        below = PortalPage.objects.descendant_of(top, inclusive=True)
        _refresh_in_chunks(below.values_list("pk", flat=True))


def find_new_portal(portal, *, created, now):
    """A provisioning step: the home page, which bears the portal's name, and what the platform fills by itself."""
    if created:
        born = PortalPage.objects.filter(portal=portal, is_starter=False)
        refresh(born.values_list("pk", flat=True))


def reindex(portal_ids=None, *, report=lambda done, of: None):
    """Make the index of these portals (None: all) again and return the number of pages looked at.

    `report(done, of)` is told the pages after each chunk.
    """
    with platform_scope():
        pages, entries = (
            PortalPage.objects.filter(live=True).with_content(timezone.localdate()),
            SearchEntry.objects.filter(deleted=False),
        )
        if portal_ids is not None:
            pages, entries = pages.filter(portal__in=portal_ids), entries.filter(portal__in=portal_ids)
        numbers = sorted({*pages.values_list("pk", flat=True), *entries.values_list("page_number", flat=True)})
    _refresh_in_chunks(numbers, anew=True, report=lambda done: report(done, len(numbers)))
    if portal_ids is None:
        engine().tidy()
    return len(numbers)


def _refresh_in_chunks(numbers, *, anew=False, report=lambda done: None):
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
