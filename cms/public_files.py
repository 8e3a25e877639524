"""Small public files of a portal: robots.txt, security.txt, and media in the embedded default."""

import re

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.static import serve

from tenants.hosts import base_url
from tenants.permissions import portals_of


def robots(request):
    """Search engines may read an active portal and nothing of one that is not open."""
    if not request.portal.is_public:
        return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain; charset=utf-8")
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /tim-kiem/", "Disallow: /en/tim-kiem/", ""]
    lines.append(f"Sitemap: {base_url(request.portal.pk, request)}/sitemap.xml")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def security(request):
    """RFC 9116, as far as the operator has said whom to write to."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    text = f"Contact: {settings.SECURITY_CONTACT}\nPreferred-Languages: vi, en\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _may_see_files_of(portal_id, request):
    return portal_id == request.portal.pk or portals_of(request.user).filter(pk=portal_id).exists()


def media(request, path):
    """A portal's host serves the portal's own pictures; a reverse proxy or object storage does it in production.

    Who works for a portal sees its pictures also on the provincial host, where people may log in as well.
    """
    owner = re.match(r"portal-(\d+)/", path)
    if owner is None or not _may_see_files_of(int(owner[1]), request):
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response
