"""What follows from a publication, a change in the register, or files put into another collection."""

from django.db import transaction
from django.db.models import F
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail import hooks
from wagtail.models import ReferenceIndex
from wagtail.signals import page_published

from .media.models import InCollection
from .models import PortalPage
from .people.models import Post

REGISTER_SECTIONS = ("leaders", "directory")


@receiver(page_published)
def fill_published_page(sender, instance, **kwargs):
    """Who publishes a page makes it content, and the section above it is filled with it.

    A section published with nothing in it stays what it was. Wagtail sends the signal also when a first publication
    is only scheduled.
    """
    if not instance.live:
        return
    instance.is_starter = instance.is_blank and not instance.get_children().live().exists()
    PortalPage._base_manager.filter(pk=instance.pk).update(is_starter=instance.is_starter)
    if instance.depth > 3:
        parent_path = instance.path[: -instance.steplen]
        PortalPage._base_manager.filter(path=parent_path, starts_section=F("section")).update(is_starter=False)


@receiver(page_published)
def note_references(sender, instance, **kwargs):
    """Which files a page shows decides who may have them: known with the page, not when a worker gets to it."""
    published = type(instance)._base_manager.get(pk=instance.pk)  # the row, whatever the instance has in mind
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(published)


@receiver(post_save, sender=Post)
def fill_register_pages(sender, instance, **kwargs):
    """Leader page and directory show the register: the first post fills them."""
    pages = PortalPage._base_manager.filter(portal=instance.portal_id, starts_section__in=REGISTER_SECTIONS)
    pages.update(is_starter=False)


@hooks.register("after_bulk_action")
def follow_collection(request, action_type, objects, action):
    """Wagtail moves many files to a collection by one update, past `save()`."""
    if action_type == "add_to_collection":
        for record in objects:
            if isinstance(record, InCollection):
                type(record).objects.get(pk=record.pk).save()
