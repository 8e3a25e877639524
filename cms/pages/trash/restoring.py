"""Brings a deleted page back, with all that was below it."""

from dataclasses import dataclass

from django.apps import apps
from django.db import models, transaction
from modelcluster.models import get_all_child_relations
from wagtail.log_actions import log
from wagtail.models import PageViewRestriction

from cms.pages.models import PortalDocument, PortalImage, PortalPage
from cms.pages.planting import insert_children
from cms.pages.slugs import candidates
from tenants.rules import reached_keys
from tenants.writes import references

from .models import RESTORED, DeletedPage
from .ties import bring_back

NAMED = (PortalImage, PortalDocument, PortalPage)
EMPTY = {"alias_of": None, "latest_revision": None, "live_revision": None, "locked_by": None, "locked_at": None}
DRAFT = {"live": False, "expired": False, "locked": False, "has_unpublished_changes": True}


@dataclass(frozen=True)
class Restored:
    """`lost` says of images, files and pages how many that the page showed are gone: {model: number}."""

    page: PortalPage
    lost: dict
    is_elsewhere: bool


@transaction.atomic
def restore(key, *, portal, by, now):
    """Make drafts of what the trash keeps under this key; raises DeletedPage.DoesNotExist for another portal's.

    Each page gets its old primary key back where that is free: its history and the log are about it again.
    """
    deleted = DeletedPage.objects.select_for_update().get(pk=key, portal=portal)
    place = _place_of(deleted, portal)
    parents, pages, lost = {}, [], {}
    for item in deleted.content:
        parent = parents.get(item["parent_pk"], place)
        page = parents[item["pk"]] = _page_of(item, parent)
        _note_lost(page, lost)
        _empty_lost(page)
        insert_children(parent, [page], now=now)
        pages.append(_finish(page, is_private=item["is_private"], by=by))
        bring_back(item.get("ties", []), pages[-1], by=by)
    for item in deleted.content:
        lost.get(PortalPage, set()).discard(item["pk"])
    deleted.delete()
    counts = {model: len(keys) for model, keys in lost.items() if keys}
    return Restored(pages[0], counts, place.pk != deleted.parent_key)


def _place_of(deleted, portal):
    """The old parent; else the page of its section; else the home."""
    pages = PortalPage.objects.filter(portal=portal)
    section = pages.filter(starts_section=deleted.section).exclude(starts_section="")
    return pages.filter(pk=deleted.parent_key).first() or section.first() or pages.get(depth=2)


def _page_of(item, parent):
    """An unsaved draft of what was kept."""
    page = apps.get_model(item["page_type"]).from_serializable_data(item["content"], check_fks=False)
    for name, value in {**EMPTY, **DRAFT}.items():
        setattr(page, name, value)
    _free_unique(page)
    is_free = not PortalPage._base_manager.filter(pk=item["pk"]).exists()
    page.pk = page.id = item["pk"] if is_free else None
    page.slug = next(slug for slug in candidates(page.slug) if PortalPage._slug_is_available(slug, parent))
    page._state.adding = True
    return page


def _children(page):
    for relation in get_all_child_relations(page):
        manager = getattr(page, relation.get_accessor_name())
        for child in list(manager.all()):
            yield manager, relation, child


def _note_lost(page, lost):
    """Count images, files and pages that the page and its lists show and that are gone, under their kind."""
    for row in [page, *(child for _manager, _relation, child in _children(page))]:
        for model, keys in references(row).items():
            kind = next((kind for kind in NAMED if issubclass(model, kind)), None)
            if kind is not None:
                lost.setdefault(kind, set()).update(keys - _there(model, keys))


def _there(model, keys):
    """Which of these rows exist and are the open scope's."""
    keys = set(model._base_manager.filter(pk__in=keys).values_list("pk", flat=True))
    return reached_keys(model, keys)


def _empty_lost(page):
    """Keys of rows that are gone: emptied in the page, and in a list the row goes that cannot be without."""
    _empty_keys(page)
    for manager, relation, child in _children(page):
        child.pk, child._state.adding = None, True
        if not _empty_keys(child, but=relation.field.name):
            manager.remove(child)


def _empty_keys(row, but=""):
    """False if the row cannot be without a key that is lost."""
    for field in row._meta.concrete_fields:
        if not isinstance(field, models.ForeignKey) or field.name == but or field.remote_field.parent_link:
            continue
        key = getattr(row, field.attname)
        if key is None or field.related_model._base_manager.filter(pk=key).exists():
            continue
        if not field.null:
            return False
        setattr(row, field.attname, None)
    return True


def _free_unique(page):
    """What must be unique and was taken meanwhile stays empty: a page of the old number may have come in its place."""
    for field in page._meta.concrete_fields:
        if field.unique and field.null and not field.is_relation:
            value = getattr(page, field.attname)
            if value is not None and field.model._base_manager.filter(**{field.name: value}).exists():
                setattr(page, field.attname, None)


def _finish(page, *, is_private, by):
    page = PortalPage.objects.get(pk=page.pk).specific
    if is_private:
        PageViewRestriction.objects.create(page_id=page.pk, restriction_type=PageViewRestriction.LOGIN)
    page.save_revision(user=by, clean=False)
    log(instance=page, action=RESTORED, user=by)
    return page
