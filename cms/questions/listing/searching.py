"""Words typed above the list: this room knows no index. The search room registers who looks in it."""

import logging

from django.db import transaction

log = logging.getLogger(__name__)
finders = []


class NothingSearches(Exception):
    """No index is there, or it failed: the list says so and shows what it would show without words."""


def register(finder):
    """Ask this callable (text, portal_ids or None for all) -> numbers of the public questions that hold every word."""
    if finder not in finders:
        finders.append(finder)
    return finder


def numbers_with(text, *, portal_ids):
    """Raises NothingSearches."""
    if not finders:
        raise NothingSearches
    try:
        with transaction.atomic():  # a statement that fails must not spoil the others of the request
            return {number for finder in finders for number in finder(text, portal_ids)}
    except Exception as error:
        log.warning("public questions cannot be searched", exc_info=True)
        raise NothingSearches from error
