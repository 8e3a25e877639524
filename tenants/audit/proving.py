"""What an entry about a page proves in a dispute: at which address it stands, and what it said then.

The province reads it for every portal without acting there; whoever may read an entry may read this of it.
"""

from datetime import timedelta

import swapper
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail.models import Revision

from tenants.hosts import base_url
from tenants.scoping import portal_scope

from .permissions import entries_readable, may_read_entries
from .queries import model_of
from .watching import CREATED

SAVED_WITHIN = timedelta(seconds=10)  # between a page's creation and the saving of its first version


def tell_addresses(entries, *, request):
    """Give each entry `public_path` (below the host), `public_url` and `version_url`, "" where there is none.

    Constant queries. The entries are some of `entries_readable`, with their portals.
    """
    with portal_scope({entry.portal_id for entry in entries if entry.portal_id}):
        places = _places({entry.target_pk for entry in entries if _is_of_a_page(entry)})
    for entry in entries:
        path, is_public = (_is_of_a_page(entry) and places.get((entry.target_pk, entry.portal_id))) or ("", False)
        has_version = path and ("revision" in entry.detail or entry.action == CREATED)
        entry.public_path = path
        entry.public_url = base_url(entry.portal_id, request) + path if is_public and entry.portal.is_public else ""
        entry.version_url = reverse("audit:version", args=[entry.pk]) if has_version else ""


def _is_of_a_page(entry):
    return bool(entry.portal_id and entry.target_pk) and model_of(entry) is _page_model()


def _page_model():
    return swapper.load_model("wagtailcore", "Page")


def _places(keys):
    """{(key, portal): (path, may everybody read it?)} of these pages in the open scope; the key is a string."""
    pages = _page_model().objects.filter(pk__in=keys)
    public = set(pages.live().public().values_list("pk", flat=True))
    rows = pages.exclude(portal=None).values_list("pk", "portal", "url_path")
    return {(str(key), portal): (f"/{url_path.split('/', 2)[2]}", key in public) for key, portal, url_path in rows}


@require_safe
def show_version(request, entry):
    """The page as it stood then, rendered as a preview is: nothing on it can be changed."""
    if not may_read_entries(request):
        raise PermissionDenied
    entry = get_object_or_404(entries_readable(request), pk=entry)
    with portal_scope([entry.portal_id] if entry.portal_id else []):
        revision = _revision_of(entry)
        if revision is None:
            messages.warning(request, _("Phiên bản này không còn."))
            return redirect("audit:index")
        page = revision.as_object()
        return page.make_preview_request(request, page.default_preview_mode)


def _revision_of(entry):
    """The version an entry names; of a creation the first one; None for what is gone or another portal's."""
    if not _is_of_a_page(entry):
        return None
    page = _page_model().objects.filter(pk=entry.target_pk, portal=entry.portal_id).first()
    if page is None:
        return None
    versions = Revision.page_revisions.filter(object_id=str(page.pk)).order_by("created_at", "pk")
    if number := entry.detail.get("revision"):
        return versions.filter(pk=number).first()
    made = entry.action == CREATED
    return versions.filter(created_at__lte=entry.happened_at + SAVED_WITHIN).first() if made else None
