"""From a host name to its portal, and from a portal to its host name."""

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery
from django.http.request import validate_host
from django.utils.translation import gettext as _

from .models import Level, PortalHost
from .models.portals import DNS_LABEL

HOST_LENGTH = 253  # characters, RFC 1035
CACHE_SECONDS = 60  # other processes follow a changed host within this time


def default_hosts(portal):
    """Hosts a portal is born with, the primary one first: `<slug>.BASE_DOMAIN`; for the province also the bare one."""
    own = f"{portal.slug}.{settings.BASE_DOMAIN}"
    return [settings.BASE_DOMAIN, own] if portal.level == Level.PROVINCE else [own]


def clean_host(text):
    """A host name as it is kept: lower case, ASCII, no port. Raises ValidationError if it is none or not ours."""
    try:
        host = text.strip().rstrip(".").lower().encode("idna").decode()
    except UnicodeError:
        host = ""
    if len(host) > HOST_LENGTH or not all(DNS_LABEL.regex.fullmatch(label) for label in host.split(".")):
        raise ValidationError(_("“%(host)s” không phải tên miền."), params={"host": text.strip()})
    if not validate_host(host, settings.ALLOWED_HOSTS):
        raise ValidationError(
            _("Máy chủ chưa nhận tên miền “%(host)s”: người vận hành cần thêm vào ALLOWED_HOSTS."),
            params={"host": host},
        )
    return host


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
        scheme, _slashes, host = settings.WAGTAILADMIN_BASE_URL.rstrip("/").partition("://")
    _name, colon, port = host.partition(":")
    return f"{scheme}://{name}{colon}{port}"


def _key(portal_id):
    return f"primary-host:{portal_id}"


def _read_primary_host(portal_id):
    return PortalHost.objects.filter(portal=portal_id, is_primary=True).values_list("host", flat=True).first() or ""


def _read_province_host():
    hosts = PortalHost.objects.filter(portal__level=Level.PROVINCE, is_primary=True).order_by("portal")
    return hosts.values_list("host", flat=True).first() or ""
