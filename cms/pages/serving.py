"""What a host serves: its own portal's pages and files, and nothing before the portal is open."""

from django.http import Http404
from django.shortcuts import render

# What a portal that is not open answers all the same: its editors' screens, and what tells machines to stay away.
ALWAYS_SERVED = ("/admin/", "/static/", "/media/", "/robots.txt", "/.well-known/")


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


def file_of_this_portal(document, request):
    """A host serves files of its own portal only; of another's it does not even say that they exist."""
    if document.portal_id != request.portal.pk:
        raise Http404
