"""On the admin's first screen: is the directory still right? Asked after 90 days, answered by one tap."""

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
        return {"vouching": self.vouching, "next": reverse("wagtailadmin_home"), "request": parent_context["request"]}


def ask_to_confirm(request, panels):
    """A hook `construct_homepage_panels`: for those who keep the register."""
    portal = request.acting_portal
    if portal is None or not request.user.has_perm("pages.change_post"):
        return
    vouching = vouching_on(portal, timezone.localdate())
    if vouching.is_asked:
        panels.append(ConfirmPanel(vouching))
