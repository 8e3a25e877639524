"""From the request to its tenant: the host names the portal, the person opens the admin's scope."""

from dataclasses import replace

from django.core.exceptions import DisallowedHost
from django.http import Http404
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import override
from django.views.defaults import page_not_found
from wagtail.models import SiteRootPath

from . import across, closed, guard, tabs
from .acting import choose, standing
from .hosts import base_url, find_host
from .scoping import current_scope, open_scope, platform_scope, portal_scope, same_scope

ADMIN_PREFIX = "/admin/"
WAYS_OUT = ("wagtailadmin_logout", "account_logout")


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
        with self._scope(request):
            response = self.get_response(request)
            scope = current_scope()
        if response.streaming and not response.is_async:
            response.streaming_content = _within(scope, response.streaming_content)
        return response

    def process_view(self, request, view, args, kwargs):
        """Nobody gets as far as a view with a number that is not theirs."""
        if not _is_admin(request):
            return None
        if not request.user.is_authenticated:
            return tabs.signed_out(request)
        if standing(request).is_lost and not _is_way_out(request):
            return tabs.ended(request)
        if refusal := closed.refusal(request):
            return refusal
        try:
            guard.check(request, view, kwargs)
        except guard.Elsewhere as found:
            return render(request, "tenants/admin/elsewhere.html", {"portal": found.portal}, status=404)
        except Http404 as error:
            return page_not_found(request, error, template_name="wagtailadmin/404.html")
        if across.is_across(request):
            open_scope(replace(current_scope(), portal_ids=None))  # ends with the scope around it
        return None

    def _scope(self, request):
        if not _is_admin(request):
            return portal_scope([request.portal])
        if not request.user.is_authenticated:
            return portal_scope([])
        held = standing(request)
        request.acting_portal = held.portal
        if held.portal and not held.is_lost and tabs.is_page_sent(request):
            choose(request, held.portal)  # where the form leads to is read for the same portal
        request._wagtail_cached_site_root_paths = SimpleLazyObject(lambda: _root_paths(request))
        if request.user.is_superuser:
            return platform_scope()
        own = [held.portal] if held.portal else []
        return portal_scope(own, user_id=request.user.pk, memberships=tuple(held.memberships))


def _is_admin(request):
    return request.path_info.startswith(ADMIN_PREFIX)


def _is_way_out(request):
    """Choosing a portal, logging out: open to a page whatever it was opened for."""
    return request.resolver_match.namespace == "acting" or request.resolver_match.view_name in WAYS_OUT


def _root_paths(request):
    """What Wagtail recognises as an address of one's own pages: the portal's alone, not those of all sites."""
    portal = request.acting_portal
    if portal is None or portal.site is None:
        return []
    home = portal.site.root_page
    return [SiteRootPath(portal.site_id, home.url_path, base_url(portal.pk, request), home.locale.language_code)]


def _within(scope, chunks):
    """Exports are produced after the view returned: each step reads in the scope of its request."""
    chunks = iter(chunks)
    while True:
        with same_scope(scope):
            chunk = next(chunks, None)
        if chunk is None:
            return
        yield chunk
