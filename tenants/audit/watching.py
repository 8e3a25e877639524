"""Models whose every change is logged from Django's own signals, whichever screen, command or task made it.

Wagtail logs what its edit screens do, but not what uploads of many files, choosers and bulk actions do. So for a
watched model these signals speak, and Wagtail's own "create", "edit" and "delete" of it are left out (sources.py).
"""

from django.db.models.signals import m2m_changed, post_delete, post_save
from django.utils import timezone

from .actions import record
from .circumstances import current_circumstances
from .owners import portal_of

CREATED, EDITED, DELETED = "wagtail.create", "wagtail.edit", "wagtail.delete"
WATCHED_ACTIONS = frozenset({CREATED, EDITED, DELETED})
WATCHED = set()


def watch(*models):
    """Log every creation, change and deletion of these models' rows; of many-to-many relations too."""
    for model in models:
        WATCHED.add(model)
        post_save.connect(_saved, sender=model, dispatch_uid=f"audit-save-{model._meta.label}")
        post_delete.connect(_deleted, sender=model, dispatch_uid=f"audit-delete-{model._meta.label}")
        for field in model._meta.many_to_many:
            through = field.remote_field.through
            m2m_changed.connect(_related, sender=through, dispatch_uid=f"audit-m2m-{model._meta.label}-{field.name}")


def _saved(sender, instance, created, raw=False, **kwargs):
    if not raw:
        _note(CREATED if created else EDITED, instance)


def _deleted(sender, instance, **kwargs):
    _note(DELETED, instance)


def _related(sender, instance, action, pk_set=None, **kwargs):
    if action == "post_clear" or (action in ("post_add", "post_remove") and pk_set):
        _note(EDITED, instance)


def _note(action, instance):
    """A form that saves a row twice changes it once: within one request the first entry says it, a creation all."""
    current = current_circumstances()
    if current is not None and not current.says_anew((instance._meta.label, instance.pk), action, within=(CREATED,)):
        return
    by = current.user if current else None
    record(action, portal=portal_of(instance), by=by, now=timezone.now(), target=instance)
