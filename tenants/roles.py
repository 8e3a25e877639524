"""What each role may do in Wagtail's own screens: a table of data, filled by the apps that own the models.

`rights.derive` turns it into groups; nothing else writes a permission.
"""

from collections import defaultdict
from dataclasses import dataclass

from .models import Role


@dataclass(frozen=True)
class RoleRights:
    """`page` and `collection` name Wagtail actions on the portal's subtree and collection; `models` full codenames."""

    page: tuple[str, ...] = ()
    collection: tuple[str, ...] = ()
    models: tuple[str, ...] = ("wagtailadmin.access_admin",)


EDITING = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")

ROLE_RIGHTS = {
    Role.EDITOR: RoleRights(page=("add", "change"), collection=EDITING),
    Role.CHIEF: RoleRights(
        page=("add", "change", "publish", "lock", "unlock"),
        collection=(*EDITING, "delete_image", "delete_document"),
    ),
    Role.HEAD: RoleRights(page=("change",), collection=("choose_image", "choose_document")),
    Role.OFFICER: RoleRights(),
    Role.DISTRICT_ASSESSOR: RoleRights(),
    Role.PROVINCE_OFFICE: RoleRights(),
    Role.PROVINCE_ADMIN: RoleRights(),
}

_extra_permissions = defaultdict(set)


def allow(roles, *codenames):
    """Let an app above say which of its models' permissions ("app.codename") a role carries. Called from ready()."""
    for role in roles:
        _extra_permissions[role].update(codenames)


def model_permissions(role):
    """Every "app.codename" that the role carries."""
    return {*ROLE_RIGHTS[role].models, *_extra_permissions[role]}
