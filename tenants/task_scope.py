"""Every background task has a scope. Wagtail's own see the whole platform: they keep indexes, and no person asked.

Our own open theirs by name; one that forgets sees nothing.
"""

from django.dispatch import receiver
from django_tasks.signals import task_finished, task_started

from .scoping import Scope, close_scope, open_scope

TRUSTED = ("wagtail.", "modelsearch.")
NOTHING, EVERYTHING = Scope(frozenset()), Scope(None)

_tokens = {}


@receiver(task_started)
def open_for_task(sender, task_result, **kwargs):
    trusted = task_result.task.module_path.startswith(TRUSTED)
    _tokens[task_result.id] = open_scope(EVERYTHING if trusted else NOTHING)


@receiver(task_finished)
def close_after_task(sender, task_result, **kwargs):
    if task_result.id in _tokens:
        close_scope(_tokens.pop(task_result.id))
