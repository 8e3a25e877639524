"""Where the province's screens of questions stand in Wagtail's admin."""

from django.templatetags.static import static
from django.urls import include, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy

from tenants.across import SCREENS
from tenants.admin.home_buttons import HomeButton

from .permissions import may_set, may_watch
from .settings.viewsets import VIEWSETS, SettingGroup, SettingPolicy
from .views import CasesView, FiguresView, HeatView
from .views.base import ICON, TITLE

ADDRESSES = [
    path("", HeatView.as_view(), name="index"),
    path("cases/", CasesView.as_view(), name="cases"),
    path("figures/", FiguresView.as_view(), name="figures"),
]
AFTER_SCORES = 8


class WatchMenuItem(MenuItem):
    def is_shown(self, request):
        return may_watch(request.user)


def connect():
    """Called by wagtail_hooks.py."""
    SCREENS["questions_province"] = may_watch
    SCREENS.update({viewset.name: may_set for viewset in VIEWSETS})
    for viewset in VIEWSETS:
        register_permission_policy(viewset.model, SettingPolicy(viewset.model))
    hooks.register("register_admin_viewset", SettingGroup)
    hooks.register("register_admin_urls", addresses)
    url = reverse_lazy("questions_province:index")
    item = WatchMenuItem(TITLE, url, name="questions-province", icon_name=ICON, order=305)
    hooks.register("register_admin_menu_item", lambda: item)
    hooks.register("register_home_buttons", home_buttons)
    hooks.register("insert_global_admin_css", stylesheet)


def addresses():
    return [path("questions/province/", include((ADDRESSES, "questions_province")))]


def stylesheet():
    return format_html('<link rel="stylesheet" href="{}">', static("questions/province.css"))


def home_buttons(request):
    """The call list is two taps away: this one, and the tab."""
    if not may_watch(request.user):
        return []
    says, url = _("Câu hỏi quá hạn của các đơn vị và người cần gọi"), reverse("questions_province:cases")
    return [HomeButton(TITLE, says, url, ICON, AFTER_SCORES)]
