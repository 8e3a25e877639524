"""What changes which documents are in force, in the transaction of its cause."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from cms.pages.models import DocumentRelation, LegalDocumentPage
from cms.pages.models.place import pages_replanted

from .force import derive, targets_of
from .settling import follow_move


@receiver([page_published, page_unpublished])
def follow_document(sender, instance, **kwargs):
    """Its own force, and that of what it acts upon."""
    if isinstance(instance, LegalDocumentPage):
        derive({instance.pk, *targets_of([instance.pk])}, today=timezone.localdate())
        rows = LegalDocumentPage._base_manager.filter(pk=instance.pk)
        instance.force = rows.values_list("force", flat=True).get()  # whoever saves the instance again keeps it


@receiver(post_delete, sender=DocumentRelation)
def free_target(sender, instance, **kwargs):
    """An editor took the relation out, or its document is gone: what it ended is back."""
    if instance.target_id is not None:
        derive([instance.target_id], today=timezone.localdate())


@receiver(pages_replanted)
def follow_replanted(sender, numbers, **kwargs):
    follow_move(numbers, today=timezone.localdate())
