"""One scoring of many portals, and the sheet each of them got."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .append_only import AppendOnly
from .period import Period


class ScoringRun(models.Model):
    """What was asked: a period as of a moment, counted from `first_day` to `counted_until`; `by` None: the clock."""

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="runs")
    as_of = models.DateTimeField(_("Tính đến"))
    first_day = models.DateField()
    counted_until = models.DateTimeField()
    recorded_at = models.DateTimeField(_("Chấm lúc"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("lần chấm điểm")
        verbose_name_plural = _("lần chấm điểm")
        indexes = [models.Index(fields=["period", "-as_of"], name="run_of_a_period")]

    def __str__(self):
        return f"{self.period} - {self.recorded_at:%d/%m/%Y %H:%M}"


class ScoreSheet(AppendOnly):
    """A portal's part of a run. `entries` and `head_hash` say how its ledger ended then: a cut tail shows."""

    run = models.ForeignKey(ScoringRun, on_delete=models.PROTECT, related_name="sheets")
    last_sequence = models.PositiveBigIntegerField()
    entries = models.PositiveIntegerField()
    head_hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("phiếu điểm")
        verbose_name_plural = _("phiếu điểm")
        constraints = [models.UniqueConstraint(fields=["run", "portal"], name="one_sheet_a_portal_a_run")]
        indexes = [models.Index(fields=["portal", "run"], name="sheet_of_a_portal")]

    def __str__(self):
        return f"{self.portal} - {self.run}"
