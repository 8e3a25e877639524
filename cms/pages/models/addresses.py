"""Addresses of pages: computed from the page's own portal, never by walking every site of the installation."""

from django.urls import reverse
from django.utils import translation

from cms.pages.answering import answered_request
from cms.pages.bilingual.language import get_site_language, site_language
from tenants.hosts import base_url


class PageAddresses:
    """Stock Wagtail compares a page with the root paths of *all* sites; with a thousand portals that is the cost
    of a page. Here a portal's home stands directly below the tree's root, so the first step of `url_path` is it.
    """

    def get_url_parts(self, request=None):
        """(site id, scheme and host, path), or None for a page outside every portal. The prefix is the site's."""
        if not self.portal_id:
            return None
        request = request or answered_request()
        current = getattr(request, "portal", None)
        here = current is not None and current.pk == self.portal_id
        site_id = current.site_id if here else None
        path = self.url_path.split("/", 2)[2]
        with translation.override(get_site_language()):
            return site_id, base_url(self.portal_id, request), reverse("wagtail_serve", args=(path,))

    def get_url(self, request=None, current_site=None):
        """The path alone on the portal's own host, the full address elsewhere."""
        parts = self.get_url_parts(request)
        if parts is None:
            return None
        site_id, root, path = parts
        current = current_site or getattr(request or answered_request(), "_wagtail_site", None)
        return path if current is not None and site_id == current.pk else root + path

    url = property(get_url)

    def get_full_url(self, request=None):
        parts = self.get_url_parts(request)
        return parts and parts[1] + parts[2]

    full_url = property(get_full_url)

    def get_site(self):
        return self.portal.site if self.portal_id else None

    def url_in(self, language, request=None):
        """The full address of this page in one language."""
        with site_language(language):
            return self.get_full_url(request)

    def get_alternates(self, request=None):
        """hreflang rows: Vietnamese always, English only where the page is really translated."""
        vietnamese = self.url_in("vi", request)
        alternates = [{"lang_code": "vi", "location": vietnamese}]
        if self.has_english:
            alternates.append({"lang_code": "en", "location": self.url_in("en", request)})
        return [*alternates, {"lang_code": "x-default", "location": vietnamese}]

    def get_sitemap_urls(self, request=None):
        """One entry a language; a page without content is not in the site map at all."""
        if not self.is_in_site_map(request):
            return []
        alternates = self.get_alternates(request)
        entry = {"location": None, "lastmod": self.last_published_at or self.latest_revision_created_at}
        return [
            {**entry, "location": row["location"], "alternates": alternates if self.has_english else []}
            for row in alternates
            if row["lang_code"] != "x-default"
        ]

    def get_cache_key_components(self):
        return [*super().get_cache_key_components(), get_site_language()]
