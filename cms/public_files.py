"""Small public files of a portal: robots.txt, security.txt, and media in the embedded default."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.static import serve

from tenants.hosts import base_url


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


def media(request, path):
    """A portal's host serves the portal's own pictures; a reverse proxy or object storage does it in production."""
    if not path.startswith(f"portal-{request.portal.pk}/"):
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response
