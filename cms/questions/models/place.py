"""Rows below a case: whose they are follows from the case."""

from django.db import models


class InCaseManager(models.Manager):
    """Rows of the cases that the open scope reaches; none without a scope."""

    def get_queryset(self):
        return super().get_queryset().filter(question__portal__in_scope=True)


class InCase(models.Model):
    """A row with a `question`; tenants.rules follows `question__portal`."""

    objects = InCaseManager()

    class Meta:
        abstract = True
