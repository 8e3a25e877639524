"""What a host serves: its own portal's pages and files, and nothing before the portal is open."""

from django.http import Http404
from django.shortcuts import render


def portal_is_open(page, request, serve_args, serve_kwargs):
    """A portal that is being built (or suspended, or closed) shows one plain page; previews are not stopped."""
    return None if request.portal.is_public else closed_notice(request)


def closed_notice(request):
    response = render(request, "pages/building.html", {"state": request.portal.state})
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def file_of_this_portal(document, request):
    """A host serves files of its own portal only; of another's it does not even say that they exist."""
    if document.portal_id != request.portal.pk:
        raise Http404
