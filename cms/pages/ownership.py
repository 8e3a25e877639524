"""Whose the rows of this room are (tenants.rules); what carries TenantOwned needs no word here."""

from django.db.models import Q

from tenants.rules import own, own_by

from .media.models import InCollection, PortalRendition, PortalTag, TaggedDocument, TaggedImage
from .models import (
    ArticleAttachment,
    DocumentFile,
    DocumentRelation,
    GazetteEntry,
    Milestone,
    PortalPage,
    ScheduleEntry,
)


def register():
    own_by(PortalPage, lambda scope: Q(portal__in=scope.portal_ids) | Q(depth=1))
    own_by(InCollection, lambda scope: Q(portal__in=scope.portal_ids))
    own(PortalTag)
    own(TaggedImage, "tag__portal")
    own(TaggedDocument, "tag__portal")
    own(PortalRendition, "image__portal")
    own(ArticleAttachment, "page__portal")
    own(DocumentFile, "page__portal")
    own(DocumentRelation, "source__portal")
    for model in (GazetteEntry, Milestone, ScheduleEntry):
        own(model, "page__portal")
