from django.utils import timezone

from tenants.models import Portal
from tenants.provisioning import PortalSpec, provision

DEFAULTS = {
    "level": "commune",
    "group": "commune",
    "parent": "tinh",
    "scale": "commune",
    "scored_by": "province",
    "state": "active",
}


def make_portal(slug, **values):
    """A portal with home and every section of its column; a commune of the province "tinh" unless told otherwise."""
    spec = PortalSpec(**{"slug": slug, "name": f"Xã {slug}", **DEFAULTS, **values})
    provision(spec, now=timezone.now())
    return Portal.objects.select_related("site__root_page", "collection").get(slug=slug)
