"""What other documents say of a deleted one: kept with it while it is away, and back in them when it returns."""

from django.apps import apps

from cms.pages.legal.panels import acts_upon

SAID = ("source_id", "kind", "is_partial")


def ties_upon(page):
    """[{"source_id", "kind", "is_partial"}] of what other documents of the portal, drafts too, do to this page."""
    if not isinstance(page, apps.get_model("pages.LegalDocumentPage")):
        return []
    return [{name: getattr(row, name) for name in SAID} for row in acts_upon(page)]


def bring_back(ties, page, *, by):
    """Every tie whose document is still there is in it again, in what is published and in its draft."""
    documents = apps.get_model("pages.LegalDocumentPage").objects.filter(portal=page.portal_id)
    sources = documents.in_bulk([tie["source_id"] for tie in ties])
    for tie in ties:
        if tie["source_id"] in sources:
            _bring_back(tie, sources[tie["source_id"]], page, by)


def _bring_back(tie, source, page, by):
    relation = apps.get_model("pages.DocumentRelation")
    said = {"kind": tie["kind"], "is_partial": tie["is_partial"], "target_id": page.pk}
    if not relation.objects.filter(source=source, **said).exists():
        relation.objects.create(source=source, sort_order=source.relations.count(), **said)
    draft = source.get_latest_revision_as_object()
    if any(row.target_id == page.pk and row.kind == tie["kind"] for row in draft.relations.all()):
        return
    draft.relations.add(relation(sort_order=draft.relations.count(), **said))
    is_changed = source.has_unpublished_changes
    revision = draft.save_revision(user=by, clean=False)
    if source.live and not is_changed:  # its draft is what is published, as it was before
        news = {"live_revision": revision, "has_unpublished_changes": False}
        type(source)._base_manager.filter(pk=source.pk).update(**news)
