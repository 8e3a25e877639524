"""On the admin's first screen: is the directory still right? Asked after 90 days, answered by one tap."""

from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from .queries import vouching_on


class ConfirmPanel(Component):
    name = "confirm_directory"
    order = 15
    template_name = "pages/admin/people/confirm.html"

    def __init__(self, vouching):
        self.vouching = vouching

    def get_context_data(self, parent_context):
        token = get_token(parent_context["request"])  # a component's template has no request of its own
        return {"vouching": self.vouching, "next": reverse("wagtailadmin_home"), "csrf_token": token}


def ask_to_confirm(request, panels):
    """A hook `construct_homepage_panels`: for those who keep the register."""
    portal = request.acting_portal
    if portal is None or not request.user.has_perm("pages.change_post"):
        return
    vouching = vouching_on(portal, timezone.localdate())
    if vouching.is_asked:
        panels.append(ConfirmPanel(vouching))
