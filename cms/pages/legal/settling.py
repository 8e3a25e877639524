"""What follows for documents that came past `save()`: imports, planting, and moves from portal to portal."""

from cms.pages.models import LegalDocumentPage
from tenants.models import Portal

from .force import derive, targets_of
from .identity import refuse, unique_key
from .issuers import issuer_slug, official_names

DERIVED = ["issuer_slug", "unique_key"]


def settle(portal_id, *, today):
    """Know the issuers, keys and force of a portal's documents. Of two of one key the first is the document.

    Returns the number of those that bear no key because another live one has it.
    """
    names, own, taken, doubles = official_names(), Portal.objects.get(pk=portal_id).slug, set(), 0
    rows = list(LegalDocumentPage._base_manager.filter(portal=portal_id).order_by("pk"))
    for page in rows:
        page.issuer_slug = issuer_slug(page.issuer, own=own, names=names)
        key = unique_key(page, portal_id) if page.live and not page.alias_of_id else None
        doubles += key in taken
        page.unique_key = None if key in taken else key
        taken |= {key} - {None}
    LegalDocumentPage._base_manager.bulk_update(rows, DERIVED, batch_size=200)
    derive([page.pk for page in rows], today=today)
    return doubles


def follow_move(numbers, *, today):
    """Documents among these pages (primary keys) have changed portal. Raises DuplicateDocument."""
    rows = list(LegalDocumentPage._base_manager.filter(pk__in=numbers).order_by("pk"))
    for page in rows:
        if page.unique_key:
            key = unique_key(page, page.portal_id)
            if LegalDocumentPage._base_manager.filter(unique_key=key).exclude(pk=page.pk).exists():
                refuse(page)
            LegalDocumentPage._base_manager.filter(pk=page.pk).update(unique_key=key)
    moved = [page.pk for page in rows]
    derive({*moved, *targets_of(moved)}, today=today)
