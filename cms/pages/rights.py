"""Which roles may keep the people's register; the roles themselves are the tenants' business."""

from tenants.models import Role
from tenants.roles import allow

REGISTER_MODELS = ("unit", "person", "post")


def register():
    codenames = [
        f"pages.{action}_{model}" for model in REGISTER_MODELS for action in ("add", "change", "delete", "view")
    ]
    allow([Role.EDITOR, Role.CHIEF], *codenames)
