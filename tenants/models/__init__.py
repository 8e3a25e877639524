"""Who: people, portals and what ties them together."""

from .audit import AuditEntry
from .events import PortalEvent
from .login import LoginPolicy
from .memberships import Membership, Role
from .portals import Group, Level, Portal, PortalHost, Scale, ScoredBy, State
from .users import User

__all__ = [
    "AuditEntry",
    "Group",
    "Level",
    "LoginPolicy",
    "Membership",
    "Portal",
    "PortalEvent",
    "PortalHost",
    "Role",
    "Scale",
    "ScoredBy",
    "State",
    "User",
]
