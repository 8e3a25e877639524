"""The first screen after logging in: who one acts for, five big buttons, and what waits."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from tenants.admin.home_buttons import HomeButton
from tenants.hosts import base_url
from tenants.models import Role
from tenants.permissions import roles_of

from .models import PortalPage

WRITING_ROLES = {Role.EDITOR, Role.CHIEF}
BUTTONS = 5


class WelcomePanel(Component):
    """Greeting and buttons. Apps above offer theirs by the hook `register_home_buttons`(request) -> [HomeButton]."""

    name = "welcome"
    order = 10
    template_name = "pages/admin/welcome.html"

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        offered = [button for offer in hooks.get_hooks("register_home_buttons") for button in offer(request)]
        return {
            "user": request.user,
            "portal": request.acting_portal,
            "buttons": sorted(offered, key=lambda button: button.order)[:BUTTONS],
        }


def writing_buttons(request):
    """What an editor or chief does every day; nothing for those who do not write."""
    portal = request.acting_portal
    if portal is None:
        return []
    view = HomeButton(_("Xem cổng"), _("Mở cổng như người dân thấy"), f"{base_url(portal.pk, request)}/", "view", 90)
    if not WRITING_ROLES & roles_of(request.user).get(portal.pk, set()):
        return [view]
    places = dict(
        PortalPage.objects.filter(portal=portal, starts_section__in=["news", "documents"]).values_list(
            "starts_section", "pk"
        )
    )
    buttons = [
        HomeButton(
            _("Lãnh đạo, danh bạ"),
            _("Đổi người, đổi số điện thoại ở một chỗ"),
            reverse("wagtailsnippets_pages_post:list"),
            "group",
            30,
        ),
        HomeButton(
            _("Giới thiệu, liên hệ"),
            _("Sửa các chuyên mục của cổng"),
            reverse("wagtailadmin_explore", args=[portal.site.root_page_id]),
            "folder-open-inverse",
            40,
        ),
        view,
    ]
    if "news" in places:
        url = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", places["news"]])
        buttons.append(HomeButton(_("Viết tin bài"), _("Tiêu đề, ảnh, nội dung rồi gửi duyệt"), url, "edit", 10))
    if "documents" in places:
        url = reverse("wagtailadmin_pages:add", args=["pages", "legaldocumentpage", places["documents"]])
        buttons.append(HomeButton(_("Đăng văn bản"), _("Số, ngày, trích yếu và tệp"), url, "doc-full", 20))
    return buttons
