"""Who may propose, sign and withdraw a declaration of the portal acted for."""

from cms.pages.permissions import holds
from tenants.models import Role


def may_propose(request):
    """See the screen and propose: whoever writes, and the head."""
    return holds(request, Role.EDITOR, Role.CHIEF, Role.HEAD)


def may_sign(request):
    """The head alone, in person: neither the province acting for the portal nor the operator signs for a head."""
    return holds(request, Role.HEAD) and not request.user.is_superuser


def may_withdraw(request):
    return holds(request, Role.CHIEF, Role.HEAD)
