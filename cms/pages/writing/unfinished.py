"""Drafts that somebody began and left. A form saves itself half a second after the first letter; who leaves it and
then opens a new one has a draft already, and would write the same page twice.
"""

from cms.pages.models import PortalPage

OFFERED = 3  # the last saved ones
LOOKED_AT = 20


def unfinished_drafts(model, parent, *, user):
    """The person's own drafts of this type below this page that wait for nobody else; the last saved first."""
    drafts = PortalPage.objects.child_of(parent).exact_type(model)
    own = drafts.filter(owner=user, live=False, first_published_at=None, alias_of=None)
    newest = own.order_by("-latest_revision_created_at", "-pk").prefetch_workflow_states().annotate_approved_schedule()
    pages = newest[:LOOKED_AT]
    return [page for page in pages if not page.workflow_in_progress and not page.approved_schedule][:OFFERED]
