"""Who looks at the questions of many portals, and who sets what holds for all of them."""

from cms.questions.permissions import may_oversee, overseen_portals
from tenants.models import Role
from tenants.permissions import has_province_role

__all__ = ["may_oversee", "may_set", "may_watch", "overseen_portals"]


def may_watch(user):
    """See figures, deadlines and whom to ring: the province of all portals, a district's assessor of its communes."""
    return may_oversee(user) or overseen_portals(user).exists()


def may_set(user):
    """Kinds of questions, their deadlines, the calendar, topics and titles: the provincial administrator."""
    return has_province_role(user, Role.PROVINCE_ADMIN)
