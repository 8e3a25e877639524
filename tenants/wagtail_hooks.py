"""Where portals and people meet Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from .admin.acting.menu import ChoiceMenuItem, urlpatterns
from .admin.acting.notice import tell_of_acting
from .admin.home_buttons import province_buttons
from .admin.people.viewset import MembershipViewSet
from .admin.portals.viewset import PortalViewSet
from .audit import screen as audit
from .closed import hide_entries
from .login import hooks as login_hooks  # noqa: F401 - registers itself
from .models import Membership, Portal
from .policies import MembershipPolicy, PortalPolicy

LAST = 1000  # above what the other panels put first

register_permission_policy(Portal, PortalPolicy(Portal))
register_permission_policy(Membership, MembershipPolicy(Membership))


hooks.register("register_home_buttons", province_buttons)
hooks.register("construct_homepage_panels", tell_of_acting, order=LAST)
hooks.register("construct_reports_menu", hide_entries)
hooks.register("register_admin_urls", audit.addresses)
hooks.register("register_reports_menu_item", audit.menu_item)


@hooks.register("register_admin_viewset")
def viewsets():
    return [PortalViewSet(), MembershipViewSet()]


@hooks.register("register_admin_urls")
def acting_urls():
    return urlpatterns


hooks.register("register_admin_menu_item", ChoiceMenuItem)


@hooks.register("insert_global_admin_css")
def styles():
    return format_html('<link rel="stylesheet" href="{}">', static("tenants/admin.css"))
