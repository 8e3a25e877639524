"""Where the log stands in Wagtail's admin: its addresses and its place in the menu."""

from django.urls import include, path, reverse
from wagtail.admin.menu import MenuItem

from .listing import TITLE, AuditView
from .opening import open_object
from .permissions import may_read_entries
from .proving import show_version

ADDRESSES = [
    path("", AuditView.as_view(), name="index"),
    path("results/", AuditView.as_view(results_only=True), name="results"),
    path("<int:entry>/object/", open_object, name="object"),
    path("<int:entry>/version/", show_version, name="version"),
]


def addresses():
    """For the hook `register_admin_urls`."""
    return [path("audit/", include((ADDRESSES, "audit")))]


class AuditMenuItem(MenuItem):
    def is_shown(self, request):
        return may_read_entries(request)


def menu_item():
    """For the hook `register_reports_menu_item`."""
    return AuditMenuItem(TITLE, reverse("audit:index"), name="audit", icon_name="history", order=100)
