"""Which files the public may have."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex

from cms.pages.models import PortalPage


def is_shown(document):
    """Does a public page of its portal show this file (attachment, block or link, in either language)?

    The index of references is made from the pages as they stand published, never from a draft; what is published
    is noted at once (signals.py). A private collection keeps its files even then.
    """
    if document.collection.get_view_restrictions().exists():
        return False
    page_type = ContentType.objects.get_for_model(PortalPage)
    references = ReferenceIndex.get_references_to(document).filter(base_content_type=page_type)
    numbers = list(references.values_list("object_id", flat=True).distinct())
    shown_on = PortalPage.objects.live().public().filter(pk__in=numbers, portal=document.portal_id)
    return bool(numbers) and shown_on.exists()
