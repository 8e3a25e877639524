"""Where the pages app meets Wagtail's admin and its public views."""

from django.contrib import messages
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from tenants.acting_rights import ActingFilePolicy, ActingPagePolicy

from .admin_home import WelcomePanel, writing_buttons
from .guide import screen as guide
from .legal import hooks as legal
from .menus import screen as menus
from .models import PortalDocument, PortalImage, PortalPage
from .nil import screen as nil
from .people.keeping import keep_what_is_used
from .people.panels import ask_to_confirm
from .people.viewsets import RegisterViewSetGroup
from .privacy_dialogue import PortalPageViewSet
from .serving import for_its_people
from .trash import screen as trash
from .word import screen as word
from .writing import screen as writing

register_permission_policy(PortalPage, ActingPagePolicy(PortalPage))
for model, stock in ((PortalImage, "wagtailimages.Image"), (PortalDocument, "wagtaildocs.Document")):
    policy = ActingFilePolicy(model, auth_model=stock, owner_field_name="uploaded_by_user")
    register_permission_policy(model, policy, exact_class=True)  # goes before the one that Wagtail registers later

register_snippet(RegisterViewSetGroup)
legal.register()
trash.connect()
menus.connect()
writing.connect()
nil.connect()
word.connect()
guide.connect()

hooks.register("before_serve_page", for_its_people)
hooks.register("register_home_buttons", writing_buttons)
hooks.register("construct_homepage_panels", ask_to_confirm)
hooks.register("before_delete_snippet", keep_what_is_used)


@hooks.register("register_admin_viewset", order=1000)
def page_viewset():
    """After Wagtail's own, whose place it takes."""
    return PortalPageViewSet()


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


@hooks.register("insert_global_admin_js")
def keep_dates_as_typed():
    return format_html('<script src="{}"></script>', static("pages/dates.js"))


@hooks.register("insert_global_admin_css")
def admin_css():
    sheets = [(static(f"pages/{name}.css"),) for name in ("admin", "comfort", "documents")]
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)


def _is_kept(record):
    """Home and sections are what the law asks for: their pages can be emptied, not deleted or taken down."""
    return isinstance(record, PortalPage) and record.is_kept


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_sections(request, page):
    if not _is_kept(page):
        return None
    text = _("Trang chủ và chuyên mục bắt buộc không xóa, không gỡ xuống được. Bạn có thể sửa nội dung bên trong.")
    messages.error(request, text)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def keep_sections_in_bulk(request, action_type, objects, action):
    """Of pages to be deleted those that stay are left out already (`trash.deleting`): perhaps none is left."""
    is_empty = action_type == "delete" and action.model is PortalPage and not objects
    if not is_empty and not (action_type == "unpublish" and any(_is_kept(record) for record in objects)):
        return None
    text = _("Trong các trang đã chọn có trang chủ hoặc chuyên mục bắt buộc: không xóa, không gỡ xuống được.")
    messages.error(request, text)
    return redirect("wagtailadmin_home")


@hooks.register("before_bulk_action")
def publish_sources_alone(request, action_type, objects, action):
    """An alias is published with its source; Wagtail fails on one that is chosen with others."""
    if action_type == "publish":
        objects[:] = [record for record in objects if not getattr(record, "alias_of_id", None)]


@hooks.register("construct_page_action_menu")
def main_button_first(menu_items, request, context):
    """The big button does what comes next: approve, publish or submit. Drafts save themselves."""
    for name in ("approve", "action-publish", "action-submit"):
        item = next((item for item in menu_items if item.name == name), None)
        if item is not None:
            menu_items.remove(item)
            menu_items.insert(0, item)
            return
