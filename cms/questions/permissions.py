"""Who may work on cases, sign answers, read askers and set things up: in the portal acted for, and across portals."""

from cms.pages.permissions import holds
from tenants.acting import standing
from tenants.models import Level, Portal, Role
from tenants.permissions import has_province_role, roles_of


def may_work(request):
    """See and handle the cases of the portal acted for: officers and heads."""
    return holds(request, Role.OFFICER, Role.HEAD)


def may_sign(request):
    """The head alone, in person: neither the province acting for the portal nor the operator signs for a head."""
    return _in_person(request, Role.HEAD)


def may_see_asker(request):
    """Name and contact of who asked: officers and heads in person, nobody else."""
    return _in_person(request, Role.OFFICER, Role.HEAD)


def may_set_up(request):
    """Delegations, signing titles and templates: whoever leads the portal's people, and who acts for the portal."""
    return holds(request, Role.CHIEF)


def may_pair(request):
    """Say whose account signs: like a role, it would outlast the acting, so who acts for the portal only reads it."""
    return request.user.is_superuser or _in_person(request, Role.CHIEF)


def may_oversee(user):
    """Read the cases of all portals without their askers: the provincial office and administrators."""
    return has_province_role(user, Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN)


def overseen_portals(user):
    """Portals whose figures a person may read: the province's all, a district assessor's communes."""
    if may_oversee(user):
        return Portal.objects.all()
    assessed = [pk for pk, roles in roles_of(user).items() if Role.DISTRICT_ASSESSOR in roles]
    return Portal.objects.filter(parent__in=assessed, parent__level=Level.DISTRICT, level=Level.COMMUNE)


def _in_person(request, *roles):
    portal = request.acting_portal
    if portal is None or request.user.is_superuser:
        return False
    rows = [row for row in standing(request).memberships if row.portal_id == portal.pk and not row.is_acting]
    return any(row.role in roles for row in rows)
