"""Who may read the log: the province all of it, the chief and the head of a unit what is their portal's."""

from tenants.acting import standing
from tenants.models import AuditEntry, Role
from tenants.models.memberships import PROVINCE_ROLES
from tenants.permissions import live_memberships

READERS = frozenset({Role.CHIEF, Role.HEAD})


def may_read_all_entries(request):
    """The provincial office, the provincial administrators and the operator."""
    if request.user.is_superuser:
        return request.user.is_active
    return any(row.role in PROVINCE_ROLES for row in standing(request).memberships)


def may_read_entries(request):
    """Open the log at all. Asked on every screen of the admin for its menu: no query of its own."""
    return may_read_all_entries(request) or _leads_the_portal(request)


def entries_readable(request):
    """Entries this person may read now; restricted by itself, whatever scope is open when the rows are fetched."""
    entries = AuditEntry._base_manager.all()
    if may_read_all_entries(request):
        return entries
    return entries.filter(portal=standing(request).portal) if _leads_the_portal(request) else entries.none()


def people_known(request):
    """Primary keys of the people whose e-mail addresses the reader is shown elsewhere; None for everybody's."""
    if may_read_all_entries(request):
        return None
    own = live_memberships().filter(portal=standing(request).portal, reason="")
    return set(own.values_list("user", flat=True))


def may_open(request, entry):
    """Go from an entry to its object: within the portal one works for now; the operator everywhere."""
    return request.user.is_superuser or entry.portal_id == getattr(standing(request).portal, "pk", None)


def _leads_the_portal(request):
    now = standing(request)
    return any(row.portal == now.portal and row.role in READERS for row in now.memberships)
