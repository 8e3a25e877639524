"""How near a deadline is, in working days: the columns of the heat map."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Band:
    """Working days left from `first` to `last`, both included (None: no end). `is_standing`: the clock stands."""

    code: str
    label: str
    short: str
    first: int | None = None
    last: int | None = None
    is_standing: bool = False

    @property
    def is_late(self):
        return self.last is not None and self.last < 0

    def holds(self, days, *, is_standing):
        if is_standing or self.is_standing:
            return is_standing and self.is_standing
        return (self.first is None or days >= self.first) and (self.last is None or days <= self.last)


BANDS = (
    Band("late-3", _("Quá hạn hơn 10 ngày"), _("Quá > 10"), last=-11),
    Band("late-2", _("Quá hạn 4 đến 10 ngày"), _("Quá 4 - 10"), first=-10, last=-4),
    Band("late-1", _("Quá hạn 1 đến 3 ngày"), _("Quá 1 - 3"), first=-3, last=-1),
    Band("today", _("Hạn hôm nay"), _("Hôm nay"), first=0, last=0),
    Band("soon-1", _("Còn 1 đến 2 ngày"), _("Còn 1 - 2"), first=1, last=2),
    Band("soon-2", _("Còn 3 đến 5 ngày"), _("Còn 3 - 5"), first=3, last=5),
    Band("later-1", _("Còn 6 đến 10 ngày"), _("Còn 6 - 10"), first=6, last=10),
    Band("later-2", _("Còn hơn 10 ngày"), _("Còn > 10"), first=11),
    Band("standing", _("Tạm dừng, chờ người hỏi làm rõ"), _("Tạm dừng"), is_standing=True),
)
LATE = "late"  # all bands past the deadline together
CHOICES = [(LATE, _("Tất cả câu hỏi quá hạn")), *((band.code, band.label) for band in BANDS)]


def band_of(days, *, is_standing):
    return next(band for band in BANDS if band.holds(days, is_standing=is_standing))


def is_in(code, band):
    """Is a band the one of this code, or one of several that the code stands for?"""
    return band.is_late if code == LATE else band.code == code
