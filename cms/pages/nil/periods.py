"""The periods for which nothing is usually declared: this quarter, this half-year, this year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

LONGEST = timedelta(days=366)


class Offer(TextChoices):
    QUARTER = "quy", _("Quý này")
    HALF = "nua-nam", _("6 tháng này")
    YEAR = "nam", _("Cả năm nay")
    OTHER = "khac", _("Thời gian khác")


MONTHS = {Offer.QUARTER: 3, Offer.HALF: 6, Offer.YEAR: 12}


@dataclass(frozen=True)
class Period:
    """Local days, both included."""

    first: date
    last: date


def period_of(offer, *, day):
    """The Period of an offer in which a local day lies; None for OTHER."""
    if offer not in MONTHS:
        return None
    months = MONTHS[offer]
    first_month = (day.month - 1) // months * months + 1
    last_month = first_month + months - 1
    last_day = monthrange(day.year, last_month)[1]
    return Period(date(day.year, first_month, 1), date(day.year, last_month, last_day))
