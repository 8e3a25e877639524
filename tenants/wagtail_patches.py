"""The one thing of Django's that is replaced, because no seam exists; checks.py fails the start if it changed.

Every form, filter and chooser block of Wagtail asks a ModelChoiceField for its rows. Wagtail's own models (people,
collections, sites) keep their managers, so the field itself offers and accepts the rows of the open scope only. It
is asked anew each time: Wagtail keeps the form classes for the life of the process.
"""

import inspect

from django.forms.models import ModelChoiceField

from .rules import rows_in_scope

_stock = ModelChoiceField.queryset
STOCK_GETTER = "def _get_queryset(self): return self._queryset"


def scoped_rows(queryset):
    """What the field may offer of these rows."""
    return queryset if queryset is None else rows_in_scope(queryset)


def install():
    ModelChoiceField.queryset = property(lambda field: scoped_rows(_stock.fget(field)), _stock.fset)


def is_what_it_was():
    """Is Django's property still the plain pair of getter and setter that this replaces, and is it replaced?"""
    getter = " ".join(inspect.getsource(_stock.fget).split())
    return getter == STOCK_GETTER and ModelChoiceField.queryset is not _stock
