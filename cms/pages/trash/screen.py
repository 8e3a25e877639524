"""Where the trash stands in Wagtail's admin: addresses, menu, what is said after a deletion, names in the log."""

from django.urls import include, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from cms.pages.models import PortalPage
from cms.pages.permissions import may_write

from .deleting import PortalBulkDelete
from .models import KEPT_DAYS, RESTORED
from .views import TITLE, TrashView, restore_page

ADDRESSES = [
    path("", TrashView.as_view(), name="index"),
    path("<int:deleted_page_id>/restore/", restore_page, name="restore"),
]


class TrashMenuItem(MenuItem):
    def is_shown(self, request):
        return may_write(request)


def connect():
    """Called by wagtail_hooks.py."""
    hooks.register("register_admin_urls", lambda: [path("trash/", include((ADDRESSES, "trash")))])
    item = TrashMenuItem(TITLE, reverse_lazy("trash:index"), name="trash", icon_name="bin", order=270)
    hooks.register("register_admin_menu_item", lambda: item)
    hooks.register("register_log_actions", name_in_history)
    hooks.register("after_delete_page", say_where)
    hooks.register("after_bulk_action", say_where_in_bulk)
    hooks.register("register_bulk_action", PortalBulkDelete, order=1000)  # after Wagtail's own, whose place it takes


def name_in_history(actions):
    words = gettext_lazy("Khôi phục từ thùng rác")
    actions.register_action(RESTORED, words, words)


def say_where(request, page):
    """Beside Wagtail's own "deleted": nothing is lost yet."""
    if may_write(request):
        text = _("Có thể khôi phục trong %(days)d ngày.") % {"days": KEPT_DAYS}
        button = messages.button(reverse("trash:index"), _("Mở thùng rác"))
        messages.success(request, text, buttons=[button])


def say_where_in_bulk(request, action_type, objects, action):
    if action_type == "delete" and any(isinstance(record, PortalPage) for record in objects):
        say_where(request, None)
