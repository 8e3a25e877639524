"""Documents that act upon one another."""

from cms.pages.models import DocumentRelation, LegalDocumentPage

from .pages import make_document, publish


def make_acting(portal, kind, *targets, partial=False, live=True, title="Văn bản sau", **values):
    """A document of this portal that repeals, replaces, amends or guides others; a target may be a number alone."""
    values = {"number": ""} | values
    page = make_document(portal, title, live=False, **values)
    return act(page, kind, *targets, partial=partial, live=live)


def act(page, kind, *targets, partial=False, live=True):
    for target in targets:
        named = {"target_number": target} if isinstance(target, str) else {"target": target}
        page.relations.add(DocumentRelation(kind=kind, is_partial=partial, **named))
    page.save()
    return publish(page) if live else page


def force_of(page):
    """The force of a document as the database has it now."""
    return LegalDocumentPage._base_manager.get(pk=page.pk).force
