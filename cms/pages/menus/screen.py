"""Where the screen of menus stands in Wagtail's admin, and what its change is called in the log."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.pages.permissions import may_lead
from tenants.audit.labels import Group, register

from .models import CHANGED
from .views import TITLE, MenuView

ADDRESSES = [path("", MenuView.as_view(), name="index")]


class MenusMenuItem(MenuItem):
    def is_shown(self, request):
        return may_lead(request)


def connect():
    """Called by wagtail_hooks.py."""
    hooks.register("register_admin_urls", lambda: [path("menus/", include((ADDRESSES, "menus")))])
    item = MenusMenuItem(TITLE, reverse_lazy("menus:index"), name="menus", icon_name="list-ul", order=260)
    hooks.register("register_admin_menu_item", lambda: item)
    register(Group.PORTAL, {CHANGED: _("Sửa menu và liên kết")})
