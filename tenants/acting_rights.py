"""Rights count only where one works now: of a person of two portals, those held in the other sleep meanwhile.

Django and Wagtail add up the rights of all of a person's groups. Here they add up those of the open scope's portals.
"""

from allauth.account.auth_backends import AuthenticationBackend
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

from .models import Role
from .rules import limited


class ActingBackend(AuthenticationBackend):
    """Permissions on models: those of the groups of the portal acted for (`slug:role`, see rights.py)."""

    def _get_group_permissions(self, user):
        permissions, scope = super()._get_group_permissions(user), limited()
        if scope is None:
            return permissions
        names = [f"{slug}:{role}" for slug in scope.slugs for role in Role]
        return permissions.filter(group__in=user.groups.filter(name__in=names))


class _InScope:
    """Mixed into Wagtail's policies; `place` is where a right is granted."""

    place = ""

    def get_all_permissions_for_user(self, user):
        permissions, scope = super().get_all_permissions_for_user(user), limited()
        return permissions if scope is None else permissions.filter(**{f"{self.place}__portal__in": scope.portal_ids})


class ActingPagePolicy(_InScope, PagePermissionPolicy):
    place = "page"


class ActingFilePolicy(_InScope, CollectionOwnershipPermissionPolicy):
    place = "collection"
