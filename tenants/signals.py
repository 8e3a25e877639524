"""Keeps cached host names true, and tells those above when a portal's state changes."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import Signal, receiver

from .hosts import forget_host
from .models import PortalHost

portal_state_changed = Signal()  # sender=Portal, portal=..., before=..., after=...


@receiver([post_save, post_delete], sender=PortalHost)
def forget_changed_host(sender, instance, **kwargs):
    forget_host(instance.portal_id)
