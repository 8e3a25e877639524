"""How often strangers did something lately; kept in the database, which every server process shares."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tally(models.Model):
    """`digest` stands for who and what; nobody can read an address out of it (cms.questions.limits)."""

    digest = models.CharField(max_length=64)
    starts_at = models.DateTimeField(db_index=True)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("số lần gần đây")
        verbose_name_plural = _("số lần gần đây")
        constraints = [models.UniqueConstraint(fields=["digest", "starts_at"], name="tally_once_a_window")]

    def __str__(self):
        return f"{self.digest[:8]} {self.number}"
