"""Dates that may be known to the day, to the month, to the year, or not at all, and say so."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Precision(models.TextChoices):
    DAY = "day", gettext_lazy("Biết rõ ngày")
    MONTH = "month", gettext_lazy("Chỉ biết tháng")
    YEAR = "year", gettext_lazy("Chỉ biết năm")
    UNKNOWN = "unknown", gettext_lazy("Không rõ")


def show(day, precision):
    """The date as a reader may rely on it: 11/7/2022, 6/2022, 2023 or "không rõ"."""
    if day is None or precision == Precision.UNKNOWN:
        return _("không rõ")
    if precision == Precision.YEAR:
        return f"{day.year}"
    return f"{day.month}/{day.year}" if precision == Precision.MONTH else f"{day.day}/{day.month}/{day.year}"


def dated(field):
    """The constraint that a date is there exactly when its precision says that something is known."""
    known = ~Q(**{f"{field}_precision": Precision.UNKNOWN}) & Q(**{f"{field}_date__isnull": False})
    unknown = Q(**{f"{field}_precision": Precision.UNKNOWN, f"{field}_date__isnull": True})
    return models.CheckConstraint(condition=known | unknown, name=f"document_{field}_date_says_how_well_known")


def check(page, field):
    """Bring date and precision into step for the constraint above; raises ValidationError on what cannot be right."""
    day, precision = getattr(page, f"{field}_date"), getattr(page, f"{field}_precision")
    if day is None and precision not in ("", Precision.UNKNOWN):
        raise ValidationError({f"{field}_date": _("Hãy nhập ngày, hoặc chọn “Không rõ”.")})
    if day is not None and precision == Precision.UNKNOWN:
        raise ValidationError({f"{field}_precision": _("Đã có ngày: hãy chọn mức độ biết rõ.")})
