"""Scores, their evidence, and a task that was carried out."""

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from compliance.actions import score
from compliance.facts import PlatformFact
from compliance.periods import current_period

from ..canaries import canary


def plant_scores(portal):
    """A sheet for this portal; what it rests on names the portal's pages."""
    now = timezone.now()
    return score([portal], period=current_period(now), as_of=now, by=None, platform=PlatformFact())


def plant_task(word):
    DBTaskResult.objects.create(
        task_path=canary(word, "taskpath"), backend_name="default", queue_name="default",
        args_kwargs={"args": [canary(word, "argument")], "kwargs": {}}, run_after=timezone.now(),
        exception_class_path="", traceback=canary(word, "traceback"), return_value={"said": canary(word, "returned")},
    )  # fmt: skip
