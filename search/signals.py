"""What changes what can be found. The words are written in the same transaction as their cause."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms.pages.models import PortalPage, Post
from cms.pages.signals import REGISTER_SECTIONS
from tenants.signals import portal_state_changed

from .indexing import refresh, refresh_below, reindex


@receiver(page_published)
def find_published_page(sender, instance, **kwargs):
    """Its first page turns the section above from a starter into content."""
    parent = instance.get_parent()
    refresh([instance.pk, parent.pk] if parent else [instance.pk])


@receiver(page_unpublished)
def forget_unpublished_page(sender, instance, **kwargs):
    refresh([instance.pk])


@receiver(post_page_move)
def follow_moved_page(sender, instance, **kwargs):
    refresh_below(instance.pk)


@receiver(post_delete, sender=PortalPage)
def forget_deleted_page(sender, instance, **kwargs):
    refresh([instance.pk])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def follow_restriction(sender, instance, **kwargs):
    refresh_below(instance.page_id)


@receiver(post_save, sender=Post)
def find_register_pages(sender, instance, created, **kwargs):
    """The first post turns the register's pages from starters into content."""
    if created:
        pages = PortalPage.objects.filter(portal=instance.portal_id, starts_section__in=REGISTER_SECTIONS)
        refresh(pages.values_list("pk", flat=True))


@receiver(portal_state_changed)
def follow_portal_state(sender, portal, **kwargs):
    reindex([portal.pk])
