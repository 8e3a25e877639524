"""Who keeps templates and delegations in Wagtail's own lists; every change of them is logged."""

from cms.questions.models import AnswerTemplate, Delegation
from tenants.audit import watch
from tenants.models import Role
from tenants.roles import allow

KEPT = (AnswerTemplate, Delegation)


def register():
    """Called from ready()."""
    for model in KEPT:
        name = model._meta.model_name
        allow([Role.CHIEF], *(f"questions.{action}_{name}" for action in ("add", "change", "delete", "view")))
    watch(*KEPT)
