"""What Wagtail's screens ask about portals and their people; the answers come from permissions.py."""

from django.db.models import Exists, OuterRef
from wagtail.permission_policies.base import BasePermissionPolicy

from .models import Role, User
from .models.memberships import PROVINCE_ROLES
from .permissions import live_memberships, may_manage_people, may_manage_portals


class RolePolicy(BasePermissionPolicy):
    """All of `actions` or nothing, as the roles say. Asked once a request: Wagtail keeps the answer on its user."""

    actions = frozenset()
    roles = frozenset()

    def get_all_permissions_for_user(self, user):
        return self.actions if self.may_manage(user) else frozenset()

    def user_has_permission(self, user, action):
        return action in self.get_cached_permissions_for_user(user)

    def users_with_any_permission(self, actions):
        if self.actions.isdisjoint(actions):
            return User.objects.none()
        held = live_memberships().filter(user=OuterRef("pk"), role__in=self.roles, reason="")
        return User.objects.filter(Exists(held), is_active=True)


class PortalPolicy(RolePolicy):
    """Portals are opened, described and closed; nobody deletes one."""

    permission_cache_name = "_may_manage_portals"
    actions = frozenset({"add", "change", "view"})
    roles = PROVINCE_ROLES
    may_manage = staticmethod(may_manage_portals)


class MembershipPolicy(RolePolicy):
    """Roles are given and taken away; which ones, `memberships_managed_by` and `roles_grantable_by` say."""

    permission_cache_name = "_may_manage_people"
    actions = frozenset({"add", "delete", "view"})
    roles = frozenset({Role.CHIEF, Role.PROVINCE_ADMIN})
    may_manage = staticmethod(may_manage_people)
