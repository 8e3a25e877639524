"""Background tasks of Wagtail's own see every portal's rows: they keep indexes, and no person asked for them.

Our own tasks open their scope themselves, by name; one that forgets sees nothing.
"""

from django.dispatch import receiver
from django_tasks.signals import task_finished, task_started

from .scoping import close_scope, open_platform_scope

TRUSTED = ("wagtail.", "modelsearch.")

_tokens = {}


@receiver(task_started)
def open_for_wagtail(sender, task_result, **kwargs):
    if task_result.task.module_path.startswith(TRUSTED):
        _tokens[task_result.id] = open_platform_scope()


@receiver(task_finished)
def close_after_wagtail(sender, task_result, **kwargs):
    if task_result.id in _tokens:
        close_scope(_tokens.pop(task_result.id))
