"""Writes on relations between documents."""

from django.db import transaction

from cms.pages.models import DocumentRelation, LegalDocumentPage


@transaction.atomic
def add_relations(page, additions, *, kind, is_partial, by, publish=False):
    """Add relations to the page's newest draft, and publish that if asked; returns the revision.

    `additions` are targets: primary keys of documents, or numbers as text. Whoever calls has asked for the rights.
    Raises DuplicateDocument where the draft may not be published.
    """
    LegalDocumentPage.objects.select_for_update(of=("self",)).get(pk=page.pk)  # two lists, one after the other
    draft = page.get_latest_revision_as_object()
    for place, target in enumerate(additions, draft.relations.count()):
        named = {"target_number": target} if isinstance(target, str) else {"target_id": target}
        draft.relations.add(DocumentRelation(kind=kind, is_partial=is_partial, sort_order=place, **named))
    revision = draft.save_revision(user=by, log_action=True)
    if publish:
        revision.publish(user=by)
    return revision
