"""Where the pages app meets Wagtail's admin and its public views."""

from django.contrib import messages
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .admin_home import WelcomePanel, writing_buttons
from .people.viewsets import RegisterViewSetGroup
from .serving import file_of_this_portal

register_snippet(RegisterViewSetGroup)

hooks.register("before_serve_document", file_of_this_portal)
hooks.register("register_home_buttons", writing_buttons)


@hooks.register("construct_homepage_panels")
def welcome(request, panels):
    panels.insert(0, WelcomePanel())


@hooks.register("construct_homepage_summary_items", order=1000)
def no_counts(request, items):
    items.clear()  # a wall of statistics; and images and files would be counted over every portal


@hooks.register("construct_main_menu")
def without_wagtail_help(request, menu_items):
    """Wagtail's release news helps nobody who writes for a commune."""
    menu_items[:] = [item for item in menu_items if item.name != "help" or request.user.is_superuser]


@hooks.register("insert_global_admin_css")
def admin_css():
    return format_html('<link rel="stylesheet" href="{}">', static("pages/admin.css"))


@hooks.register("before_delete_page")
def keep_sections(request, page):
    """Home and sections are what the law asks for: their pages can be emptied, not deleted."""
    if page.starts_section or page.depth <= 2:
        messages.error(
            request, _("Chuyên mục bắt buộc không xóa được. Bạn có thể sửa hoặc gỡ xuống nội dung bên trong.")
        )
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


@hooks.register("before_bulk_action")
def keep_sections_in_bulk(request, action_type, objects, action):
    if action_type != "delete" or not any(getattr(page, "starts_section", "") or page.depth <= 2 for page in objects):
        return None
    messages.error(request, _("Trong các trang đã chọn có chuyên mục bắt buộc, không xóa được."))
    return redirect(request.META.get("HTTP_REFERER") or "wagtailadmin_home")


@hooks.register("construct_page_action_menu")
def main_button_first(menu_items, request, context):
    """The big button does what comes next: approve, publish or submit. Drafts save themselves."""
    for name in ("approve", "action-publish", "action-submit"):
        item = next((item for item in menu_items if item.name == name), None)
        if item is not None:
            menu_items.remove(item)
            menu_items.insert(0, item)
            return
