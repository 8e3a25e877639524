"""Keeps cached host names and derived rights true, and tells those above when a portal's state changes."""

from django.apps import apps
from django.db.models.signals import post_delete, post_migrate, post_save
from django.dispatch import Signal, receiver
from django.utils import timezone

from .hosts import forget_host
from .models import Membership, Portal, PortalHost
from .rights import derive_all

portal_state_changed = Signal()  # sender=Portal, portal=..., before=..., after=...


@receiver([post_save, post_delete], sender=PortalHost)
def forget_changed_host(sender, instance, **kwargs):
    forget_host(instance.portal_id)


@receiver(post_migrate)
def follow_the_table_of_rights(sender, apps=apps, **kwargs):
    """A new version may carry another table of rights; when the last app has its permissions, groups follow it."""
    if sender is _last_app() and _is_current(apps):
        derive_all(now=timezone.now())


def _last_app():
    return [config for config in apps.get_app_configs() if config.models_module is not None][-1]


def _is_current(state):
    """Was everything migrated, or is the database at some earlier point, without the columns of today?"""
    try:
        return all(_columns(state.get_model(model._meta.label)) == _columns(model) for model in (Portal, Membership))
    except LookupError:
        return False


def _columns(model):
    return {field.column for field in model._meta.local_concrete_fields}
