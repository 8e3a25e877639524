"""What follows from a publication, or from files put into another collection."""

from django.db import transaction
from django.dispatch import receiver
from wagtail import hooks
from wagtail.models import ReferenceIndex
from wagtail.signals import page_published

from .media.models import InCollection
from .models import PortalPage


@receiver(page_published)
def fill_published_page(sender, instance, **kwargs):
    """Who publishes a page makes what stands on it content; one published with nothing in it stays what it was.

    Wagtail sends the signal also when a first publication is only scheduled.
    """
    if not instance.live:
        return
    instance.is_starter = instance.is_blank
    PortalPage._base_manager.filter(pk=instance.pk).update(is_starter=instance.is_starter)


@receiver(page_published)
def note_references(sender, instance, **kwargs):
    """Which files a page shows decides who may have them: known with the page, not when a worker gets to it."""
    published = type(instance)._base_manager.get(pk=instance.pk)  # the row, whatever the instance has in mind
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(published)


@hooks.register("after_bulk_action")
def follow_collection(request, action_type, objects, action):
    """Wagtail moves many files to a collection by one update, past `save()`."""
    if action_type == "add_to_collection":
        for record in objects:
            if isinstance(record, InCollection):
                type(record).objects.get(pk=record.pk).save()
