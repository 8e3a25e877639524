"""Who may see what the public does not. Asked only then: the answer reads the session, and pages vary by cookie."""

from tenants.acting import acting_portal
from tenants.permissions import portals_of


def may_see_unpublished(request, portal_id):
    """Does this person work for the portal, or act for it at this moment? Nobody does for None."""
    if not request.user.is_authenticated or portal_id is None:
        return False
    if portals_of(request.user).filter(pk=portal_id).exists():
        return True
    acting_for = acting_portal(request)
    return acting_for is not None and acting_for.pk == portal_id
