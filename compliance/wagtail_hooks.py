"""Where scores meet Wagtail's admin: a menu item, addresses, a panel and a button on the home screen."""

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from cms.pages.admin_home import WRITING_ROLES
from cms.pages.permissions import may_write
from tenants.admin.home_buttons import HomeButton
from tenants.models import Scale
from tenants.permissions import roles_of

from .periods import current_period
from .remedies import todo_list
from .views.asking import ICON

FIRST, LAST = 5, 95  # places among the buttons of the home screen


class ScoreMenuItem(MenuItem):
    def is_shown(self, request):
        return request.acting_portal is not None


@hooks.register("register_admin_menu_item")
def menu_item():
    return ScoreMenuItem(
        gettext_lazy("Chấm điểm"), reverse("compliance:board"), name="compliance", icon_name=ICON, order=300
    )


@hooks.register("register_admin_urls")
def addresses():
    return [path("compliance/", include("compliance.admin_urls"))]


@hooks.register("insert_global_admin_css")
def styles():
    return format_html('<link rel="stylesheet" href="{}">', static("compliance/admin.css"))


@hooks.register("register_home_buttons")
def score_button(request):
    """The first thing for those who oversee; who writes has five better ones."""
    portal = request.acting_portal
    if portal is None:
        return []
    writes = WRITING_ROLES & roles_of(request.user).get(portal.pk, set())
    label, says = _("Chấm điểm"), _("Điểm của từng cổng và minh chứng")
    return [HomeButton(label, says, reverse("compliance:board"), ICON, LAST if writes else FIRST)]


class TodoPanel(Component):
    """What would bring the acting portal more points, the most valuable first."""

    name = "compliance_todo"
    order = 20
    template_name = "compliance/todo_panel.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        portal = request.acting_portal
        period = current_period(timezone.now())
        sheet = reverse("compliance:sheet", args=[portal.slug])
        todos = todo_list(portal, period=period)
        may_work = may_write(request)  # the places to work in open for nobody else
        return {"portal": portal, "period": period, "list": todos, "sheet_url": sheet, "may_work": may_work}


@hooks.register("construct_homepage_panels")
def add_todo_panel(request, panels):
    portal = request.acting_portal
    if portal is not None and portal.is_public and portal.scale != Scale.NONE:
        panels.append(TodoPanel())
