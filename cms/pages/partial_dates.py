"""Dates that may be known to the day, to the month, to the year, or not at all, and say so."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.theme.partial_days import partial_words


class Precision(models.TextChoices):
    DAY = "day", gettext_lazy("Biết rõ ngày")
    MONTH = "month", gettext_lazy("Chỉ biết tháng")
    YEAR = "year", gettext_lazy("Chỉ biết năm")
    UNKNOWN = "unknown", gettext_lazy("Không rõ")


def show(day, precision):
    """The date as a reader may rely on it: 11/07/2022, tháng 6 năm 2022, năm 2023 or "không rõ"."""
    return partial_words(day, precision) or _("không rõ")


def dated(field):
    """The constraint that a date is there exactly when its precision says that something is known."""
    known = ~Q(**{f"{field}_precision": Precision.UNKNOWN}) & Q(**{f"{field}_date__isnull": False})
    unknown = Q(**{f"{field}_precision": Precision.UNKNOWN, f"{field}_date__isnull": True})
    return models.CheckConstraint(condition=known | unknown, name=f"document_{field}_date_says_how_well_known")


def check(page, field):
    """Bring date and precision into step for the constraint above; raises ValidationError on what cannot be right.

    Who gives a date and says no more knows the day.
    """
    day, precision = getattr(page, f"{field}_date"), getattr(page, f"{field}_precision")
    if day is None and precision not in ("", Precision.UNKNOWN):
        raise ValidationError({f"{field}_date": _("Hãy nhập ngày, hoặc chọn “Không rõ”.")})
    if day is not None and precision in ("", Precision.UNKNOWN):
        setattr(page, f"{field}_precision", Precision.DAY)


def begun(day, precision, today):
    """Has the day, month or year begun? Not for dates of which nothing is known."""
    return first_of(day, precision) <= today


def first_of(day, precision):
    """The first day of what is known."""
    first = {Precision.MONTH: day.replace(day=1), Precision.YEAR: day.replace(month=1, day=1)}
    return first.get(Precision(precision), day)


def last_of(day, precision):
    """The last day of what is known."""
    next_month = day.replace(day=1) + timedelta(days=32)
    last = {
        Precision.MONTH: next_month.replace(day=1) - timedelta(days=1),
        Precision.YEAR: day.replace(month=12, day=31),
    }
    return last.get(Precision(precision), day)
