"""Whatever way a page is deleted, it and all below it are kept first: the query set is the one door.

The delete screen, bulk actions and the admin API each reach treebeard's `delete()` by a way of their own, past
`PortalPage.delete()`; treebeard itself deletes through the query set of the page type.
"""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from wagtail.models import COMMENTS_RELATION_NAME, PageViewRestriction
from wagtail.query import PageQuerySet

from tenants.audit.circumstances import current_circumstances
from tenants.rules import limited

from .models import DeletedPage
from .ties import ties_upon


class KeptWhenDeleted(PageQuerySet):
    """Deleting pages keeps them in their portal's trash, in one transaction with the deletion."""

    @transaction.atomic
    def delete(self, *args, **kwargs):
        if _somebody_works():
            keep(self)
        return super().delete(*args, **kwargs)

    delete.alters_data = True
    delete.queryset_only = True


def _somebody_works():
    """Commands and migrations that clear away pages fill nobody's trash."""
    return limited() is not None or current_circumstances() is not None


def keep(pages):
    """Put these pages with all that is below them into the trash of their portals; returns the DeletedPages."""
    tree, current = pages.model.tree_model().objects, current_circumstances()
    user = current.user if current else None
    return [_keep_tree(list(_tree_of(tree, top)), by=user) for top in _tops(pages) if top.portal_id and top.depth > 2]


def _tops(pages):
    """The pages without those that are below another of them."""
    tops = []
    for page in pages.order_by("path"):
        if not tops or not page.path.startswith(tops[-1].path):
            tops.append(page)
    return tops


def _tree_of(tree, top):
    return tree.filter(path__startswith=top.path).order_by("path").specific()


def _keep_tree(pages, *, by):
    top, keys = pages[0], {page.path: page.pk for page in pages}
    parent = top.get_parent()
    keys[parent.path] = parent.pk
    content = [_content(page, keys[page.path[: -page.steplen]]) for page in pages]
    return DeletedPage.objects.create(
        portal_id=top.portal_id,
        title=top.draft_title or top.title,
        page_type=content[0]["page_type"],
        section=top.section,
        page_key=top.pk,
        parent_key=parent.pk,
        pages=len(pages),
        content=content,
        deleted_at=timezone.now(),
        deleted_by=by,
    )


def _content(page, parent_key):
    """The newest revision with what only the page's row knows, as dates of publication. Comments go with the page."""
    data = page.get_latest_revision_as_object().serializable_data()
    data.pop(COMMENTS_RELATION_NAME, None)
    return {
        "page_type": page._meta.label,
        "pk": page.pk,
        "parent_pk": parent_key,
        "was_live": page.live,
        "is_private": PageViewRestriction.objects.filter(page=page.pk).exists(),
        "ties": ties_upon(page),
        "content": json.loads(json.dumps(data, cls=DjangoJSONEncoder)),
    }
