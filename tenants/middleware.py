"""From the request to its tenant: the host names the portal, the person opens the admin's scope."""

from django.core.exceptions import DisallowedHost
from django.shortcuts import render
from django.utils.translation import override

from .acting import acting_portal
from .hosts import find_host
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
    """Public pages read their own portal's rows; admin screens those of the portal that the person acts for."""

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
        if not request.user.is_authenticated:
            return portal_scope([])
        request.acting_portal = acting_portal(request)
        if request.user.is_superuser:
            return platform_scope()
        return portal_scope([request.acting_portal] if request.acting_portal else [])
