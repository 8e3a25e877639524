"""Who handles the cases of a portal, and by which addresses they are reached."""

from collections import defaultdict

from tenants.models import Membership, Role, State

HANDLING = (Role.OFFICER, Role.HEAD)


def staff_memberships(*, now, **wanted):
    """Live roles of officers and heads in active portals, in person: the province acting for a portal gets no mail."""
    rows = Membership.objects.live(now).filter(
        role__in=HANDLING, reason="", user__is_active=True, portal__state=State.ACTIVE, **wanted
    )
    return rows.select_related("user", "portal").order_by("portal__name", "pk")


def addresses(portals, *, now):
    """{portal primary key: {addresses}}"""
    found = defaultdict(set)
    for row in staff_memberships(now=now, portal__in=portals):
        found[row.portal_id].add(row.user.email)
    return found
