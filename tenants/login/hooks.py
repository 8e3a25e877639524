"""Where logging in meets Wagtail's admin."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from .permissions import may_set_policy
from .policy_screen import PolicyView


class FactorPanel(Component):
    """On the first screen, as long as a second factor is missing that will be compulsory."""

    name = "factor"
    order = 5
    template_name = "tenants/admin/factor_panel.html"

    def get_context_data(self, parent_context):
        return {"due": parent_context["request"].factor_due}


class PolicyMenuItem(MenuItem):
    def is_shown(self, request):
        return may_set_policy(request.user)


@hooks.register("construct_homepage_panels")
def remind_of_factor(request, panels):
    if request.factor_due:
        panels.insert(0, FactorPanel())


@hooks.register("register_admin_urls")
def policy_urls():
    return [path("login-policy/", PolicyView.as_view(), name="login_policy")]


@hooks.register("register_admin_menu_item")
def security_item():
    return MenuItem(_("Bảo mật tài khoản"), reverse("mfa_index"), name="security", icon_name="key", order=9000)


@hooks.register("register_admin_menu_item")
def policy_item():
    return PolicyMenuItem(
        _("Quy định đăng nhập"), reverse("login_policy"), name="login-policy", icon_name="lock", order=330
    )


@hooks.register("register_account_menu_item")
def security_from_account(request):
    return {
        "url": reverse("mfa_index"),
        "label": _("Bảo mật tài khoản"),
        "help_text": _("Mật khẩu, xác thực hai lớp, khóa truy cập, mã dự phòng và các phiên đăng nhập"),
    }


@hooks.register("insert_global_admin_css")
def styles():
    return format_html('<link rel="stylesheet" href="{}">', static("tenants/login.css"))
