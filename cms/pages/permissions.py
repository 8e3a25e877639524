"""Who may see what the public does not. Asked only then: the answer reads the session, and pages vary by cookie."""

from tenants.acting import acting_portal, standing
from tenants.models import Role
from tenants.permissions import live_memberships, portals_of


def may_see_unpublished(request, portal_id):
    """Does this person work for the portal, or act for it at this moment? Nobody does for None."""
    if not request.user.is_authenticated or portal_id is None:
        return False
    if portals_of(request.user).filter(pk=portal_id).exists():
        return True
    acting_for = acting_portal(request)
    return acting_for is not None and acting_for.pk == portal_id


def working_for(portal_id, people):
    """Of these people those who work for the portal now, the province while it acts for it, and the operator."""
    held = live_memberships().filter(portal=portal_id, user__in=[user.pk for user in people if user])
    keys = set(held.values_list("user", flat=True))
    return [user for user in people if user and (user.is_superuser or user.pk in keys)]


def may_write(request):
    """Does this person write for the portal acted for (editor, chief)? Costs no query: the admin has read it."""
    return holds(request, Role.EDITOR, Role.CHIEF)


def may_lead(request):
    """Does this person lead the editing of the portal acted for (chief)?"""
    return holds(request, Role.CHIEF)


def holds(request, *roles):
    """Does this person hold one of these roles in the portal acted for? The operator of the platform holds all."""
    portal = request.acting_portal
    if portal is None:
        return False
    held = {row.role for row in standing(request).memberships if row.portal_id == portal.pk}
    return request.user.is_superuser or not held.isdisjoint(roles)
