"""Small public files of a portal: robots.txt, security.txt, and media in the embedded default."""

import re
from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.static import serve

from cms.pages.permissions import may_see_unpublished
from cms.pages.queries import public_mailbox
from tenants.hosts import base_url
from tenants.models import Portal

SECURITY_LASTS = timedelta(days=90)  # the standard wants a last day; each answer moves it on

# Pictures and nothing else: a path with ".." in it, or a document, is not among them.
PICTURE = re.compile(
    r"portal-(?P<portal>[0-9]{1,18})/(?P<kind>images|original_images)/(?:[\w-]+/)?"
    r"[^/\\\0]+\.(?:jpe?g|png|webp|avif|gif|heic)",
    re.ASCII | re.IGNORECASE,
)


def robots(request):
    """Search engines may read an active portal and nothing of one that is not open."""
    if not request.portal.is_public:
        return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain; charset=utf-8")
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /tim-kiem/", "Disallow: /en/tim-kiem/", ""]
    lines.append(f"Sitemap: {base_url(request.portal.pk, request)}/sitemap.xml")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def security(request):
    """RFC 9116: whom the operator names, else the mailbox on the contact page of the provincial portal."""
    contact = settings.SECURITY_CONTACT or _mailbox()
    if not contact:
        raise Http404
    expires = (timezone.now() + SECURITY_LASTS).strftime("%Y-%m-%dT00:00:00Z")
    text = f"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: vi, en\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _mailbox():
    province = Portal.objects.provincial()
    address = public_mailbox(province) if province is not None and province.is_public else ""
    return f"mailto:{address}" if address else ""


def media(request, path):
    """A portal's host serves the portal's own pictures; a reverse proxy or object storage does it in production.

    The public has them in the sizes that pages show. An original may hold more than was meant to be seen, and one of
    older days the place where it was taken: that one, pictures on another portal's host and those of a portal that is
    not open only who works for the portal gets.
    """
    found = PICTURE.fullmatch(path)
    if found is None:
        raise Http404
    portal_id = int(found["portal"])
    is_open = portal_id == request.portal.pk and request.portal.is_public
    is_public = is_open and found["kind"] == "images"
    if not is_public and not may_see_unpublished(request, portal_id):
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    if is_public:
        response.headers["Cache-Control"] = "public, max-age=86400"
    else:
        add_never_cache_headers(response)
    return response
