"""Where the guide stands in Wagtail's admin: for everybody who logs in."""

from django.urls import include, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from .views import TITLE, GuideView, TaskView

ADDRESSES = [path("", GuideView.as_view(), name="index"), path("<slug:task>/", TaskView.as_view(), name="task")]


class HelpPanel(Component):
    name = "guide"
    order = 900  # help comes after what is to do
    template_name = "pages/admin/guide_home.html"


def connect():
    """Called by wagtail_hooks.py."""
    hooks.register("register_admin_urls", lambda: [path("guide/", include((ADDRESSES, "guide")))])
    item = MenuItem(TITLE, reverse_lazy("guide:index"), name="guide", icon_name="help", order=20_000)
    hooks.register("register_admin_menu_item", lambda: item)
    hooks.register("construct_homepage_panels", lambda request, panels: panels.append(HelpPanel()))
