"""Plants many pages at once: what a portal is born with, and what imports bring.

Wagtail saves a page in some 25 queries; a portal is born with 30 pages and a province with 200 portals. The base
rows of siblings go in by one bulk insert, each subclass row by one insert, and the search index in one call.
"""

import uuid

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, ReferenceIndex, Revision, Site, Workflow, WorkflowPage, WorkflowTask
from wagtail.search.backends import get_search_backends_with_name

from cms.pages.bilingual.language import SOURCE, content_language
from cms.pages.sections import sections_for
from tenants.hosts import default_hosts

from .models import ChiefApprovalTask, HomePage, PortalPage

WORKFLOW_NAME = "trưởng ban biên tập"


def plant_portal(portal, *, created, now):
    """A provisioning step: home, site and every section of the portal's column; later calls only follow the name."""
    if created:
        _plant_home(portal, now=now)
    elif portal.site:
        _follow_name(portal)


@transaction.atomic
def _plant_home(portal, *, now):
    root = PortalPage.get_first_root_node()  # by path: the depth has no index
    _assign_workflow(root)
    home = HomePage(
        title=portal.name, title_en=portal.name_en or None, slug=portal.slug, live=True, first_published_at=now
    )
    insert_children(root, [home], now=now)
    portal.site = Site.objects.create(
        hostname=default_hosts(portal)[0],
        port=80,
        site_name=portal.name,
        root_page_id=home.pk,
        is_default_site=portal.level == "province" and not Site.objects.filter(is_default_site=True).exists(),
    )
    portal.save(update_fields=["site"])
    PortalPage._base_manager.filter(pk=home.pk).update(portal=portal)
    home.portal = portal
    plant_sections(home, sections_for(portal), now=now)


def plant_sections(home, sections, *, now):
    """Insert pages for these sections below a home, and what is born with each; returns the sections."""
    pages = insert_children(home, [_section_page(section) for section in sections], now=now)
    for page in pages:
        insert_children(page, page.born_children(), now=now)
    return pages


def _section_page(section):
    model = apps.get_model("pages", section.page_type)
    return model(
        title=section.title_vi,
        title_en=section.title_en,
        slug=section.slug,
        starts_section=section.code,
        is_starter=not section.built_in,
        live=True,
        show_in_menus=True,
    )


def _follow_name(portal):
    """The home page bears the portal's name in both languages, and so does what an editor has not published yet."""
    home = HomePage.objects.get(pk=portal.site.root_page_id)
    if (home.title_vi, home.title_en or "") != (portal.name, portal.name_en):
        draft = home.get_latest_revision_as_object() if home.has_unpublished_changes else None
        for page in filter(None, [home, draft]):
            page.title, page.title_en = portal.name, portal.name_en or None
        home.save_revision().publish()
        if draft:
            draft.save_revision()
    Site.objects.filter(pk=portal.site_id).update(site_name=portal.name)


def _assign_workflow(root):
    """One workflow for the whole tree: who approves is decided by the page's own portal."""
    if WorkflowPage.objects.filter(page=root).exists():
        return
    task = ChiefApprovalTask.objects.create(name=str(ChiefApprovalTask._meta.verbose_name), active=True)
    workflow = Workflow.objects.create(name=WORKFLOW_NAME, active=True)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=root)


@transaction.atomic
def insert_children(parent, pages, *, now, with_revisions=False):
    """Insert unsaved pages below a parent, in order, and return them saved.

    The caller sets live and the times of publication (imports may set the past). Slugs must be free; inline children
    come along. With `with_revisions` each live page gets a revision dated as its publication, as evidence needs.
    """
    if not pages:
        return pages
    parent = PortalPage._base_manager.select_for_update().get(pk=parent.pk)
    with content_language(SOURCE):
        _place(parent, pages, now=now)
        bases = PortalPage._base_manager.bulk_create([_base_row(page) for page in pages])
        for page, base in zip(pages, bases, strict=True):
            _insert_subclass(page, base.pk)
        if with_revisions:
            _insert_revisions(pages, now=now)
    _count_children(parent, pages)
    _note_references(pages)
    _index(pages)
    return pages


def _place(parent, pages, *, now):
    locale = Locale.objects.get(language_code=SOURCE)
    for step, page in enumerate(pages, _next_step(parent)):
        page.path, page.depth, page.numchild = (
            PortalPage._get_path(parent.path, parent.depth + 1, step),
            parent.depth + 1,
            0,
        )
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.portal_id = parent.portal_id
        page.section = page.starts_section or parent.section
        page.locale, page.translation_key = locale, uuid.uuid4()
        page.content_type = ContentType.objects.get_for_model(type(page))
        page.draft_title = page.title
        page.latest_revision_created_at = page.latest_revision_created_at or _shown_since(page, now)
        page.sync_translation_meta()


def _next_step(parent):
    """The number behind the last child's."""
    between = PortalPage._get_children_path_interval(parent.path)  # SQLite finds beginnings by reading every page
    below = PortalPage._base_manager.filter(path__range=between, depth=parent.depth + 1)
    last = below.aggregate(last=models.Max("path"))["last"] if parent.numchild else None
    return PortalPage._str2int(last[-PortalPage.steplen :]) + 1 if last else 1


def _shown_since(page, now):
    return page.last_published_at or page.first_published_at or now


def _base_row(page):
    values = {field.attname: getattr(page, field.attname) for field in PortalPage._meta.concrete_fields}
    if page.pk is None:  # a page that comes back has its old key
        values.pop("id")
    return PortalPage(**values)


def _insert_subclass(page, key):
    page.pk = page.id = page.portalpage_ptr_id = key
    page._state.adding = False
    for model in _between(type(page)):
        row = model(**{field.attname: getattr(page, field.attname) for field in model._meta.concrete_fields})
        row._state.adding = False
        models.Model.save_base(row, raw=True, force_insert=True)
    models.Model.save_base(page, raw=True, force_insert=True)
    for relation in get_all_child_relations(page):
        getattr(page, relation.get_accessor_name()).commit()


def _between(model):
    """Page types with rows of their own between the base and this one (a directive is a legal document), top first."""
    parents = [parent for parent in model._meta.get_parent_list() if parent._meta.concrete_model is parent]
    return [parent for parent in reversed(parents) if issubclass(parent, PortalPage) and parent is not PortalPage]


def _insert_revisions(pages, *, now):
    base_type = ContentType.objects.get_for_model(PortalPage)
    live = [page for page in pages if page.live]
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type=page.content_type,
            base_content_type=base_type,
            object_id=str(page.pk),
            created_at=_shown_since(page, now),
            object_str=page.title,
            content=page.serializable_data(),
        )
        for page in live
    )
    for page, revision in zip(live, revisions, strict=True):
        page.latest_revision_id = page.live_revision_id = revision.pk
    rows = [
        PortalPage(pk=p.pk, latest_revision_id=p.latest_revision_id, live_revision_id=p.live_revision_id) for p in live
    ]
    PortalPage._base_manager.bulk_update(rows, ["latest_revision", "live_revision"], batch_size=200)


def replace_page(page, model):
    """Make another page type of a page without content, in its place: same number, path and address. Returns it."""
    before = page.specific
    models.Model.delete(before, keep_parents=True)
    new = model()
    for base_field in PortalPage._meta.concrete_fields:
        setattr(new, base_field.attname, getattr(page, base_field.attname))
    new.content_type = ContentType.objects.get_for_model(model)
    with content_language(SOURCE):
        _insert_subclass(new, page.pk)
    PortalPage._base_manager.filter(pk=page.pk).update(content_type=new.content_type)
    _index([new])
    return new


def _count_children(parent, pages):
    PortalPage._base_manager.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))


def _note_references(pages):
    """Which pictures, files and pages they use; a page without content uses none."""
    for page in pages:
        if not page.is_starter:
            ReferenceIndex.create_or_update_for_object(page)


def _index(pages):
    """Wagtail's own index (admin search) for all pages of a type at once."""
    by_type = {}
    for page in pages:
        by_type.setdefault(type(page), []).append(page)
    for model, group in by_type.items():
        for _name, backend in get_search_backends_with_name(with_auto_update=True):
            backend.get_index_for_model(model).add_items(model, group)
