"""What changes which documents are in force, in the transaction of its cause."""

from django.contrib import messages
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.signals import page_published, page_unpublished, workflow_submitted

from cms.pages.answering import answered_request
from cms.pages.models import DocumentRelation, LegalDocumentPage
from cms.pages.models.place import pages_replanted

from .force import derive, targets_of
from .order import acted_upon, order_doubts
from .settling import follow_move


@receiver([page_published, page_unpublished])
def follow_document(sender, instance, **kwargs):
    """Its own force, and that of what it acts upon."""
    if isinstance(instance, LegalDocumentPage):
        derive({instance.pk, *targets_of([instance.pk])}, today=timezone.localdate())
        rows = LegalDocumentPage._base_manager.filter(pk=instance.pk)
        instance.force = rows.values_list("force", flat=True).get()  # whoever saves the instance again keeps it


@receiver([page_published, workflow_submitted])
def warn_of_order(sender, instance, **kwargs):
    """Tell whoever sends or publishes a document what its days contradict; nothing is refused."""
    page, request = getattr(instance, "content_object", instance).specific, answered_request()
    if isinstance(page, LegalDocumentPage) and not page.alias_of_id and hasattr(request, "_messages"):
        draft = page.get_latest_revision_as_object()
        for doubt in order_doubts(draft, acted_upon([draft])):
            messages.warning(request, _("“%(title)s”: %(doubt)s") % {"title": draft.title, "doubt": doubt})


@receiver(post_delete, sender=DocumentRelation)
def free_target(sender, instance, **kwargs):
    """An editor took the relation out, or its document is gone: what it ended is back."""
    if instance.target_id is not None:
        derive([instance.target_id], today=timezone.localdate())


@receiver(pages_replanted)
def follow_replanted(sender, numbers, **kwargs):
    follow_move(numbers, today=timezone.localdate())
