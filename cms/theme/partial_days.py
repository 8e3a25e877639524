"""Dates in words, as far as they are known: the one way every page, list and search result shows them."""

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

UNKNOWN = "unknown"


def whole_day(day):
    return formats.date_format(day, pgettext("ngày đầy đủ", "d/m/Y"))


def partial_words(day, precision="day"):
    """11/07/2022, tháng 7 năm 2022, năm 2022, or "" where nothing is known."""
    if not day or precision == UNKNOWN:
        return ""
    if precision == "year":
        return _("năm %(year)s") % {"year": day.year}
    if precision == "month":
        return _("tháng %(month)s năm %(year)s") % {"month": day.month, "year": day.year}
    return whole_day(day)
