"""On which hosts a person may log in: those of their portals, and the provincial one."""

from django.utils import timezone
from django.utils.html import format_html, format_html_join

from tenants.hosts import base_url
from tenants.models import Level, Membership

from .words import NO_ROLE, WRONG_HOST

SHOWN = 3  # addresses named to somebody who stands at the wrong door


def admits(portal, *, user, memberships):
    """May this person work on the portal's host? `memberships` are their live ones."""
    if user.is_superuser:
        return True
    return any(portal.level == Level.PROVINCE or row.portal_id == portal.pk for row in memberships)


def memberships_of(user, *, now=None):
    """Roles that hold now, with their portals."""
    rows = Membership.objects.live(now or timezone.now()).filter(user=user)
    return list(rows.select_related("portal").order_by("pk"))


def doors(memberships, *, request):
    """Addresses where these roles' holder may log in, at most SHOWN of them."""
    portals = dict.fromkeys(row.portal_id for row in memberships)
    return [f"{base_url(portal_id, request)}/admin/" for portal_id in list(portals)[:SHOWN]]


def turned_away(memberships, *, request):
    """What somebody is told who may not log in here: where they may, as links to hosts that we know."""
    if not memberships:
        return NO_ROLE
    links = format_html_join(", ", '<a href="{0}">{0}</a>', ([door] for door in doors(memberships, request=request)))
    return format_html(WRONG_HOST, addresses=links)
