"""Writes many pages that exist already, each with a revision dated as its publication: the bulk door for updates.

`cms.pages.planting` inserts; a page that was born as a starter is updated here, without Wagtail's queries per save.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from modelcluster.models import get_all_child_relations
from wagtail.models import Revision

from cms.pages.bilingual.language import SOURCE, content_language
from cms.pages.models import PortalPage

BASE_FIELDS = [
    "is_starter",
    "first_published_at",
    "last_published_at",
    "latest_revision_created_at",
    "reviewed_on",
    "translation_meta",
    "en_status",
    "latest_revision",
    "live_revision",
]


@transaction.atomic
def fill_pages(pages):
    """Save changed pages that carry the moments of their publication; returns them."""
    with content_language(SOURCE):
        for page in pages:
            page.is_starter = False
            page.latest_revision_created_at = page.last_published_at
            page.sync_translation_meta()
            models.Model.save_base(page, raw=True, force_update=_has_own_columns(page))
            for relation in get_all_child_relations(page):
                getattr(page, relation.get_accessor_name()).commit()
        _revise(pages)
        PortalPage._base_manager.bulk_update([_base_row(page) for page in pages], BASE_FIELDS)
    return pages


def _has_own_columns(page):
    """Django cannot be made to update a row that has nothing but its key."""
    return len(page._meta.local_concrete_fields) > 1


def _revise(pages):
    base_type = ContentType.objects.get_for_model(PortalPage)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=page.content_type,
            base_content_type=base_type,
            object_id=str(page.pk),
            created_at=page.last_published_at,
            object_str=page.title,
            content=page.serializable_data(),
        )
        for page in pages
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision_id = page.live_revision_id = revision.pk


def _base_row(page):
    values = {PortalPage._meta.get_field(name).attname: None for name in BASE_FIELDS}
    return PortalPage(pk=page.pk, **{attname: getattr(page, attname) for attname in values})
