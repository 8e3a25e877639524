"""The ledger: for every criterion of every scoring what was given, why, and what it rests on. Chained per portal."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .append_only import AppendOnly, half_points_field
from .runs import ScoreSheet


class EvidenceSet(AppendOnly):
    """What was looked at, kept once per content: nightly scorings that saw the same share it.

    `items`: [{"kind", "id", "revision", "path", "title", "at", "counted", "notes": [code]}] (rules.Evidence).
    """

    digest = models.CharField(max_length=64)
    items = models.JSONField()

    class Meta:
        verbose_name = _("minh chứng")
        verbose_name_plural = _("minh chứng")
        constraints = [models.UniqueConstraint(fields=["portal", "digest"], name="evidence_once_a_portal")]

    def __str__(self):
        return self.digest[:12]


class LedgerEntry(AppendOnly):
    """One criterion's verdict. `rule`: name/version of the measure; `sequence` counts a portal's entries from 1."""

    class State(models.TextChoices):
        MEASURED = "measured", _("Đã đo")
        ASSESSOR = "assessor", _("Máy đo, chờ người thẩm định")
        UNMEASURED = "unmeasured", _("Chưa đo")

    sheet = models.ForeignKey(ScoreSheet, on_delete=models.PROTECT, related_name="lines")
    sequence = models.PositiveBigIntegerField()
    pack = models.CharField(max_length=32)
    pack_version = models.CharField(max_length=16)
    criterion = models.CharField(max_length=16)
    rule = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=State)
    half_points = half_points_field(_("Điểm (nửa điểm)"))
    max_half_points = half_points_field(_("Điểm tối đa (nửa điểm)"))
    numerator = models.PositiveIntegerField(null=True)
    denominator = models.PositiveIntegerField(null=True)
    reasons = models.JSONField(default=list)
    evidence = models.ForeignKey(EvidenceSet, on_delete=models.PROTECT, related_name="entries")
    previous_hash = models.CharField(max_length=64)
    entry_hash = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("bút toán điểm")
        verbose_name_plural = _("bút toán điểm")
        constraints = [
            models.UniqueConstraint(fields=["portal", "sequence"], name="ledger_is_one_line_a_portal"),
            models.UniqueConstraint(
                fields=["sheet", "pack", "pack_version", "criterion"], name="criterion_once_a_sheet"
            ),
            models.CheckConstraint(condition=Q(half_points__lte=F("max_half_points")), name="points_within_maximum"),
            models.CheckConstraint(
                condition=~Q(state="unmeasured") | Q(half_points=0), name="what_is_not_measured_scores_nothing"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["measured", "assessor", "unmeasured"]), name="entry_has_a_state"
            ),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="ledger_counts_from_one"),
        ]

    def __str__(self):
        return f"{self.pack} {self.criterion}: {self.score:g}/{self.max:g}"

    @property
    def score(self):
        return self.half_points / 2

    @property
    def max(self):
        return self.max_half_points / 2
