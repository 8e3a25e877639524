"""Asks the running program what it offers a reader, inside the process: no network, no second server.

One portal is asked on behalf of all, for the same program serves every one of them.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.test import Client  # a request through every middleware, without a socket
from django.utils import translation

from cms.pages.models import PortalPage
from tenants.hosts import primary_host
from tenants.models import Portal

from .facts import PlatformFact

STYLESHEET = "theme/build/portal.css"
SEARCH, SITEMAP, HOME = "/tim-kiem/?q=van+ban", "/sitemap.xml", "/"
LINK = re.compile(r'<a\s[^>]*href="(https?://[^"]+)"')


def probe(portals: list[Portal]) -> PlatformFact:
    """What the system offers; nothing is claimed when there is no active portal to ask."""
    portal = next((portal for portal in portals if portal.is_public), None)
    if portal is None:
        return PlatformFact()
    host = primary_host(portal.pk)
    search, sitemap, home = ask(host, SEARCH, SITEMAP, HOME)
    return PlatformFact(
        search=search is not None,
        sitemap=sitemap is not None and lists_all(sitemap, section_paths(portal)),
        links=home is not None and links_elsewhere(home, host),
        print=_has_print_style(),
    )


def section_paths(portal: Portal) -> list[str]:
    """Addresses of the live sections that hold something, below the portal's host."""
    pages = PortalPage.objects.live().public().filter(portal=portal, is_starter=False).exclude(starts_section="")
    return [f"/{url_path.split('/', 2)[2]}" for url_path in pages.values_list("url_path", flat=True)]


def lists_all(sitemap: str, paths: list[str]) -> bool:
    listed = {urlsplit(address).path for address in re.findall(r"<loc>([^<]+)</loc>", sitemap)}
    return listed.issuperset(paths)


def links_elsewhere(page: str, host: str) -> bool:
    return any(urlsplit(address).hostname != host for address in LINK.findall(page))


def ask(host: str, *paths: str) -> list[str | None]:
    """The bodies of these pages of a host, each None unless the answer is 200."""
    client = Client(raise_request_exception=False, headers={"host": host, "user-agent": "compliance-probe"})
    with translation.override(translation.get_language()):  # a request leaves its own language behind
        responses = [client.get(path, secure=True) for path in paths]
    return [response.content.decode() if response.status_code == 200 else None for response in responses]


def _has_print_style() -> bool | None:
    """None where the stylesheet has not been built."""
    found = finders.find(STYLESHEET)
    return "@media print" in Path(found).read_text(encoding="utf-8") if found else None
