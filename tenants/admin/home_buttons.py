"""Big buttons of the admin's first screen, offered by the hook `register_home_buttons`(request) -> [HomeButton]."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from tenants.acting import standing
from tenants.permissions import may_manage_people, may_manage_portals


@dataclass(frozen=True)
class HomeButton:
    """A big button; `order` says which come first where more are offered than shown."""

    label: str
    help: str
    url: str
    icon: str
    order: int


def province_buttons(request):
    """What the provincial office and administrators keep; who is a chief or acts as one writes and has better ones."""
    user = request.user
    if standing(request).acting or not may_manage_portals(user):
        return []
    index, upload, members = reverse("portals:index"), reverse("portals:upload"), reverse("members:index")
    buttons = [
        HomeButton(_("Cổng thành phần"), _("Thông tin, tên miền và trạng thái từng cổng"), index, "globe", 10),
        HomeButton(_("Tải danh sách lên"), _("Tạo hoặc cập nhật nhiều cổng từ một tệp CSV"), upload, "upload", 30),
    ]
    if may_manage_people(user):
        people = HomeButton(_("Người và vai trò"), _("Thêm người, giao và thu hồi vai trò"), members, "user", 20)
        buttons.append(people)
    return buttons
