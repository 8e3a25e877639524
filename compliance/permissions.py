"""Who may see which scores. Rights follow from memberships alone (tenants.permissions)."""

from django.db.models import QuerySet

from tenants.models import Portal, User
from tenants.permissions import portals_readable_by


def portals_scored_for(user: User) -> QuerySet[Portal]:
    """The province sees all portals, a district's assessor the communes of the district, others their own."""
    return portals_readable_by(user)


def may_see_score(user: User, portal: Portal) -> bool:
    return portals_scored_for(user).filter(pk=portal.pk).exists()
