"""Where the list of things to do stands on the admin's first screen."""

from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component

from cms.pages.permissions import may_write

from .todo import todos

LAST = 1000  # after the apps above have put their panels there


class TodoPanel(Component):
    """`is_folded` where another list of things to do stands above it: one list is read, not two."""

    name = "writing_todo"
    order = 30
    template_name = "pages/admin/todo_panel.html"

    def __init__(self, *, is_folded):
        self.is_folded = is_folded

    def get_context_data(self, parent_context):
        portal = parent_context["request"].acting_portal
        return {"todos": todos(portal, day=timezone.localdate()), "is_folded": self.is_folded}


def add_todo_panel(request, panels):
    if may_write(request):
        panels.append(TodoPanel(is_folded=any(panel.name.endswith("_todo") for panel in panels)))


def connect():
    """Called by wagtail_hooks.py."""
    hooks.register("construct_homepage_panels", add_todo_panel, order=LAST)
