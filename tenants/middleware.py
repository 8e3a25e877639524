"""From the request to its tenant: the host names the portal, the person opens the admin's scope."""

from django.core.exceptions import DisallowedHost
from django.shortcuts import render
from django.utils.translation import override

from .hosts import find_host
from .models import Portal
from .permissions import has_province_role, portals_of
from .scoping import platform_scope, portal_scope

ADMIN_PREFIX = "/admin/"


class PortalMiddleware:
    """`request.portal` is the portal of the host. An unknown host gets a plain 404 before any scope is entered."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        found = self._find(request)
        if found is None or found.portal.site is None:
            with override("vi"):
                return render(None, "tenants/unknown_host.html", status=404)
        request.portal = found.portal
        request._wagtail_site = found.portal.site  # what Site.find_for_request keeps; saves its query
        return self.get_response(request)

    def _find(self, request):
        try:
            return find_host(request.get_host())
        except DisallowedHost:  # malformed, or not in ALLOWED_HOSTS: unknown all the same
            return None


class ScopeMiddleware:
    """Public pages read their own portal's rows; admin screens those of the person's portals."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.acting_portal = None
        if not request.path_info.startswith(ADMIN_PREFIX):
            with portal_scope([request.portal]):
                return self.get_response(request)
        with self._admin_scope(request):
            return self.get_response(request)

    def _admin_scope(self, request):
        """A person acts for the host's portal if they work for it, else for the first of their own."""
        if not request.user.is_authenticated:
            return portal_scope([])
        portals = list(portals_of(request.user).select_related("site").order_by("pk")[:50])
        own = {portal.pk: portal for portal in portals}
        request.acting_portal = own.get(request.portal.pk) or (portals[0] if portals else None)
        if has_province_role(request.user):
            request.acting_portal = request.acting_portal or Portal.objects.provincial()
            return platform_scope()
        return portal_scope(portals)
