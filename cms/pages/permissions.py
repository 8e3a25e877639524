"""Who may see what the public does not. Asked only then: the answer reads the session, and pages vary by cookie."""

from tenants.acting import standing
from tenants.login.admitted import is_admitted
from tenants.models import Role
from tenants.permissions import live_memberships


def may_see_unpublished(request, portal_id):
    """Does this person work for the portal, or act for it, and would the admin let them in at this moment?"""
    return works_for(request, portal_id) and is_admitted(request)


def works_for(request, portal_id):
    """Is this person of the portal, however old their session is? Nobody is of None."""
    if not request.user.is_authenticated or portal_id is None:
        return False
    return request.user.is_superuser or any(row.portal_id == portal_id for row in standing(request).memberships)


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
