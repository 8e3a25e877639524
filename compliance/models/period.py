from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Period(models.Model):
    """A stretch that is scored. Days are local and both included; `cutoff` is the last moment whose events count."""

    code = models.CharField(_("Mã kỳ"), max_length=16, unique=True)
    starts = models.DateField(_("Từ ngày"))
    ends = models.DateField(_("Đến ngày"))
    cutoff = models.DateTimeField(_("Thời điểm chốt số liệu"))

    class Meta:
        verbose_name = _("kỳ chấm điểm")
        verbose_name_plural = _("kỳ chấm điểm")
        constraints = [models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="period_ends_after_it_begins")]

    def __str__(self):
        return self.code
