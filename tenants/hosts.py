"""From a host name to its portal, and from a portal to its host name."""

from django.conf import settings
from django.core.cache import cache
from django.db.models import OuterRef, Subquery

from .models import Level, PortalHost

CACHE_SECONDS = 60  # other processes follow a changed host within this time


def default_hosts(portal):
    """Hosts a portal is born with, the primary one first: `<slug>.BASE_DOMAIN`, and the bare domain for the province."""
    own = f"{portal.slug}.{settings.BASE_DOMAIN}"
    return [settings.BASE_DOMAIN, own] if portal.level == Level.PROVINCE else [own]


def find_host(host):
    """The PortalHost of a host name (port and case do not matter) with portal, site and home page, or None."""
    name = host.rsplit(":", 1)[0].rstrip(".").lower() if not host.endswith("]") else host
    primary = PortalHost.objects.filter(portal=OuterRef("portal"), is_primary=True).values("host")
    hosts = PortalHost.objects.select_related("portal__site__root_page", "portal__parent")
    found = hosts.annotate(primary=Subquery(primary[:1])).filter(host=name).first()
    if found:
        cache.set(_key(found.portal_id), found.primary or "", CACHE_SECONDS)
    return found


def primary_host(portal_id):
    """Host name for absolute links to a portal; "" if it has none. Kept in the cache for CACHE_SECONDS."""
    return cache.get_or_set(_key(portal_id), lambda: _read_primary_host(portal_id), CACHE_SECONDS)


def forget_host(portal_id):
    cache.delete_many([_key(portal_id), _key("province")])


def province_host():
    """Primary host name of the provincial portal; "" before it is provisioned."""
    return cache.get_or_set(_key("province"), _read_province_host, CACHE_SECONDS)


def base_url(portal_id, request=None):
    """Scheme, primary host and port of a portal; scheme and port are the request's or the settings'."""
    return with_scheme(primary_host(portal_id), request)


def with_scheme(name, request=None):
    if request is not None:
        scheme, host = request.scheme, request.get_host()
    else:
        scheme, _, host = settings.WAGTAILADMIN_BASE_URL.rstrip("/").partition("://")
    _, colon, port = host.partition(":")
    return f"{scheme}://{name}{colon}{port}"


def _key(portal_id):
    return f"primary-host:{portal_id}"


def _read_primary_host(portal_id):
    return PortalHost.objects.filter(portal=portal_id, is_primary=True).values_list("host", flat=True).first() or ""


def _read_province_host():
    hosts = PortalHost.objects.filter(portal__level=Level.PROVINCE, is_primary=True).order_by("portal")
    return hosts.values_list("host", flat=True).first() or ""
