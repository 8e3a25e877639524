"""Which portal a person works for in the admin: one at a time, chosen, shown in the header."""

from .models import Portal
from .permissions import has_province_role, portals_of


def acting_portal(request):
    """The portal this request acts for, or None for somebody who works for none."""
    portals = list(portals_of(request.user).select_related("site").order_by("pk")[:50])
    own = {portal.pk: portal for portal in portals}
    chosen = own.get(request.portal.pk) or (portals[0] if portals else None)
    return chosen or (Portal.objects.provincial() if has_province_role(request.user) else None)
