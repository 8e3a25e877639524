"""Every write to portals and their people: one transaction a verb, its event row inside it."""

from .accounts import deactivate, issue_invitation, reactivate
from .acting import act_for, end_acting, expire
from .invitations import accept, invite, invite_again
from .portals import change_state, set_hosts
from .roles import RoleOutOfPlace, grant, revoke

__all__ = [
    "RoleOutOfPlace",
    "accept",
    "act_for",
    "change_state",
    "deactivate",
    "end_acting",
    "expire",
    "grant",
    "invite",
    "invite_again",
    "issue_invitation",
    "reactivate",
    "revoke",
    "set_hosts",
]
