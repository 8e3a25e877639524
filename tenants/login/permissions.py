"""Who may do what to another person's log-in."""

from tenants.models import Membership, Role
from tenants.permissions import accounts_managed_by, has_province_role


def accounts_reset_by(user):
    """People whose second factor a person may reset: the province everybody's, a chief that of the own people.

    A chief's is reset by the province alone, so that no two chiefs let each other in.
    """
    accounts = accounts_managed_by(user)
    if has_province_role(user, Role.PROVINCE_ADMIN):
        return accounts
    chiefs = Membership.objects.filter(role=Role.CHIEF, invited_as="")
    return accounts.exclude(pk__in=chiefs.values("user"))


def may_set_policy(user):
    return has_province_role(user, Role.PROVINCE_ADMIN)
