"""One opened form makes one page.

A new page saves itself. When it reached the server and the answer was lost on the way, the form does not know that its
page is there, and what it sends next would make a second one. So each opened form bears a key of its own: the page is
made with it, and what comes with the same key goes into the page that is there. The key is the `translation_key` that
every page has (here nothing else uses it), hence two that come at once cannot both be made: the database refuses one.
"""

import uuid

from modelcluster.models import get_all_child_relations

from cms.pages.models import PortalPage


def key_of(request):
    """The key of the form that was sent, or None."""
    try:
        return uuid.UUID(request.POST.get("opened", ""))
    except ValueError:
        return None


def is_free(key):
    return not PortalPage._base_manager.filter(translation_key=key).exists()


def made_with(key, *, model, parent, user):
    """The person's own draft that this form has made already, without its rows, as the form brings them; or None.

    None too once the draft has gone on: submitted, published, timed or locked.
    """
    drafts = PortalPage.objects.child_of(parent).exact_type(model).filter(translation_key=key, owner=user)
    drafts = drafts.filter(live=False, first_published_at=None, alias_of=None, locked=False)
    page = drafts.prefetch_workflow_states().annotate_approved_schedule().first()
    if page is None or page.workflow_in_progress or page.approved_schedule:
        return None
    page = page.specific
    for relation in get_all_child_relations(page):
        getattr(page, relation.get_accessor_name()).set([])
    return page


def save_in_place(instance):
    """What takes the place of `parent.add_child()` where the page has its place."""
    instance.save()
    return instance
