"""What a host serves and to whom: its own portal's public pages and files; what is not public to its people alone."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers, patch_cache_control
from wagtail.documents.views.serve import serve

from tenants.login.admitted import has_run_out
from tenants.scoping import portal_scope

from .media.queries import is_shown
from .models import PortalDocument
from .permissions import may_see_unpublished, works_for

# What a portal that is not open answers all the same: its editors' screens and files, and what tells machines to stay
# away.
ALWAYS_SERVED = ("/admin/", "/static/", "/media/", "/documents/", "/robots.txt", "/.well-known/")
FILE_SECONDS = 60  # a file taken down is gone from every cache by then


class OpenPortalMiddleware:
    """A portal that is being built, suspended or closed shows one plain page at every public address.

    An editor's preview never comes here: Wagtail renders it without looking for a view.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.portal.is_public or request.path_info.startswith(ALWAYS_SERVED):
            return None
        if request.path_info == "/sitemap.xml":
            raise Http404
        response = render(request, "pages/building.html", {"state": request.portal.state})
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


def for_its_people(page, request, args, kwargs):
    """A private page is served to the people of its portal; who has not logged in may do so, others find nothing.

    One of its people whom the admin would not let in is sent there, to be told why.
    """
    if not page.get_view_restrictions() or may_see_unpublished(request, page.portal_id):
        return None
    if request.user.is_authenticated and not works_for(request, page.portal_id):
        raise Http404
    if request.user.is_authenticated and not has_run_out(request, now=timezone.now()):
        response = redirect("wagtailadmin_home")
    else:
        response = redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
    add_never_cache_headers(response)
    return response


def serve_file(request, document_id, filename):
    """To the public what a public page of this host's portal shows; anything else to the people of its portal.

    The number can be counted up and the name guessed: what one may not have answers like what does not exist.
    """
    document = _find(document_id, filename)
    is_public = document is not None and _is_public_here(document, request.portal)
    if not is_public and not may_see_unpublished(request, document and document.portal_id):
        raise Http404
    with portal_scope([document.portal_id]):
        response = serve(request, document.pk, filename)
    if is_public:
        patch_cache_control(response, public=True, max_age=FILE_SECONDS)
    else:
        add_never_cache_headers(response)
    return response


def _find(document_id, filename):
    document = PortalDocument._base_manager.select_related("collection").filter(pk=document_id).first()
    return document if document is not None and document.filename == filename else None


def _is_public_here(document, portal):
    return portal.is_public and document.portal_id == portal.pk and is_shown(document)


def nothing(request, *args, **kwargs):
    """For addresses of Wagtail's that this platform has no use for: shared passwords, a second form to log in."""
    raise Http404
