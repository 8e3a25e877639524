"""Screens of the province that are about all portals: they read and write across them, for whom permissions.py says.

Everything else in the admin stays within the portal one acts for, also for the province.
"""

from .models import Role
from .permissions import has_province_role, may_manage_portals


def _administers(user):
    return has_province_role(user, Role.PROVINCE_ADMIN)


# name space of the views -> may this person work across portals there?
SCREENS = {"portals": may_manage_portals, "members": _administers}


def is_across(request):
    """Does this request go to such a screen, by somebody who may?"""
    may = SCREENS.get(request.resolver_match.namespace)
    return may is not None and may(request.user)
