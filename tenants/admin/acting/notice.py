"""Everybody of a portal reads on the first screen that the province works there now, who, why and until when."""

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from tenants.acting import standing
from tenants.audit.permissions import may_read_entries
from tenants.models import Membership


class ActedForPanel(Component):
    """One line for each person of the province who acts for the portal; `log_url` for who may read the log."""

    name = "acted_for"
    order = 1
    template_name = "tenants/admin/acted_for_panel.html"

    def __init__(self, actings):
        self.actings = actings

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        return {"actings": self.actings, "log_url": reverse("audit:index") if may_read_entries(request) else ""}


def tell_of_acting(request, panels):
    """A hook `construct_homepage_panels`: one query where there is something to tell. Who acts has a bar."""
    if not standing(request).is_acted_for:
        return
    live = Membership.objects.live(timezone.now()).filter(portal=request.acting_portal)
    actings = list(live.exclude(reason="").exclude(user=request.user).select_related("user").order_by("expires_at"))
    if actings:
        panels.insert(0, ActedForPanel(actings))
