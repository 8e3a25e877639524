"""The first screen after logging in: who one acts for, five big buttons, and what waits."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from tenants.admin.home_buttons import HomeButton
from tenants.hosts import base_url
from tenants.models import Role, State
from tenants.permissions import roles_of
from tenants.queries import state_note

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
            "unseen": unseen_notice(request.acting_portal),
            "buttons": sorted(offered, key=lambda button: button.order)[:BUTTONS],
        }


def unseen_notice(portal):
    """Why citizens do not see a portal, in a sentence; "" if they do."""
    if portal is None or portal.is_public:
        return ""
    states = {
        State.BUILDING: _("Cổng đang xây dựng"),
        State.SUSPENDED: _("Cổng đang tạm ngừng"),
        State.CLOSED: _("Cổng đã đóng"),
    }
    why = ": ".join(words for words in (states[portal.state], state_note(portal).strip().rstrip(".")) if words)
    effects = {
        State.BUILDING: _("%(why)s. Người dân chưa xem được trang."),
        State.SUSPENDED: _("%(why)s. Người dân chỉ thấy thông báo cổng tạm ngừng; bài đăng lúc này chưa ai đọc được."),
        State.CLOSED: _("%(why)s. Người dân chỉ thấy thông báo cổng không còn hoạt động; bài đăng không ai đọc được."),
    }
    return effects[portal.state] % {"why": why}


def writing_buttons(request):
    """What an editor or chief does every day; for those who do not write only the way to the portal."""
    portal = request.acting_portal
    if portal is None:
        return []
    view = HomeButton(_("Xem cổng"), _("Mở cổng như người dân thấy"), f"{base_url(portal.pk, request)}/", "view", 90)
    if not WRITING_ROLES & roles_of(request.user).get(portal.pk, set()):
        return [view]
    return [*_new_pages(portal), *_standing_pages(portal), view]


def _new_pages(portal):
    starts = PortalPage.objects.filter(portal=portal, starts_section__in=["news", "documents"])
    places = dict(starts.values_list("starts_section", "pk"))
    kinds = [
        ("news", "articlepage", _("Viết tin bài"), _("Tiêu đề, ảnh, nội dung rồi gửi duyệt"), "edit", 10),
        ("documents", "legaldocumentpage", _("Đăng văn bản"), _("Số, ngày, trích yếu và tệp"), "doc-full", 20),
    ]
    for section, model, label, help_text, icon, order in kinds:
        if section in places:
            url = reverse("wagtailadmin_pages:add", args=["pages", model, places[section]])
            yield HomeButton(label, help_text, url, icon, order)


def _standing_pages(portal):
    people = reverse("wagtailsnippets_pages_post:list")
    pages = reverse("wagtailadmin_explore", args=[portal.site.root_page_id])
    yield HomeButton(_("Lãnh đạo, danh bạ"), _("Đổi người, đổi số điện thoại ở một chỗ"), people, "group", 30)
    yield HomeButton(_("Giới thiệu, liên hệ"), _("Sửa các chuyên mục của cổng"), pages, "folder-open-inverse", 40)
