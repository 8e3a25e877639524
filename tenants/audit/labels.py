"""What each action is called, and under which group a reader finds it. Apps above add their own by `register`."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry as wagtail_actions

from tenants.models import PortalEvent

Kind = PortalEvent.Kind


class Group(TextChoices):
    CONTENT = "content", _("Nội dung")
    WORKFLOW = "workflow", _("Duyệt bài và trao đổi")
    PEOPLE = "people", _("Người và vai trò")
    PORTAL = "portal", _("Cổng và thiết lập")
    LOG_IN = "login", _("Đăng nhập")
    REFUSED = "refused", _("Bị từ chối")


@dataclass(frozen=True)
class Label:
    """`text` for any object; `of_page` where a page is spoken of otherwise. "%(kind)s" is the kind of object."""

    group: str
    text: str
    of_page: str = ""


LABELS = {}


def register(group, labels):
    """Name actions: {code: text, or (text, text for pages)}. A code named again gets the new name."""
    for code, text in labels.items():
        LABELS[code] = Label(group, *((text,) if not isinstance(text, tuple) else text))


def label_of(code):
    """The Label of a code; of one that nobody named what Wagtail calls it, or the code itself."""
    if code in LABELS:
        return LABELS[code]
    text = wagtail_actions.get_action_label(code) if wagtail_actions.action_exists(code) else code
    return Label(Group.CONTENT, text)


def codes_of(group):
    return [code for code, label in LABELS.items() if label.group == group]


def event_code(kind, data=None, by=None):
    """The code of a portal's event of this kind with these data; `by` is the key of who did it.

    An offered role comes and goes by other names than one that is held; a link for a first password offers none.
    """
    data = data or {}
    if kind == Kind.INVITED and data.get("again"):
        return "portal.invited_again"
    if kind == Kind.INVITED and "user" in data and "role" not in data:
        return "portal.link_opened" if by == data["user"] else "portal.link"
    if kind == Kind.REVOKED and "name" in data:
        return "portal.withdrawn"
    return f"portal.{kind}"


def code_told(entry):
    """The code by which an entry is put into words: of older ones the same name tells less."""
    if entry.action == event_code(Kind.INVITED) and entry.detail:
        return event_code(Kind.INVITED, entry.detail, entry.actor_id)
    return entry.action


register(
    Group.CONTENT,
    {
        "wagtail.create": (_("Tạo %(kind)s"), _("Tạo trang")),
        "wagtail.edit": (_("Sửa %(kind)s"), _("Lưu bản nháp")),
        "wagtail.delete": (_("Xóa %(kind)s"), _("Xóa trang")),
        "wagtail.publish": (_("Đăng %(kind)s"), _("Đăng trang")),
        "wagtail.publish.schedule": _("Hẹn giờ đăng"),
        "wagtail.publish.scheduled": _("Đăng theo lịch hẹn"),
        "wagtail.schedule.cancel": _("Hủy lịch đăng"),
        "wagtail.unpublish": _("Gỡ xuống"),
        "wagtail.unpublish.scheduled": _("Gỡ xuống theo lịch hẹn"),
        "wagtail.rename": _("Đổi tên"),
        "wagtail.revert": _("Khôi phục phiên bản cũ"),
        "wagtail.copy": _("Sao chép"),
        "wagtail.copy_for_translation": _("Sao chép để dịch"),
        "wagtail.create_alias": _("Tạo bản song hành"),
        "wagtail.convert_alias": _("Tách bản song hành"),
        "wagtail.move": _("Chuyển sang chỗ khác"),
        "wagtail.reorder": _("Đổi thứ tự"),
        "wagtail.lock": _("Khóa, không cho sửa"),
        "wagtail.unlock": _("Mở khóa để sửa"),
        "wagtail.view_restriction.create": _("Giới hạn người xem"),
        "wagtail.view_restriction.edit": _("Đổi giới hạn người xem"),
        "wagtail.view_restriction.delete": _("Bỏ giới hạn người xem"),
    },
)
register(
    Group.WORKFLOW,
    {
        "wagtail.workflow.start": _("Gửi duyệt"),
        "wagtail.workflow.approve": _("Duyệt"),
        "wagtail.workflow.reject": _("Trả lại để sửa"),
        "wagtail.workflow.resume": _("Gửi duyệt lại"),
        "wagtail.workflow.cancel": _("Rút khỏi quy trình duyệt"),
        "wagtail.moderation.approve": _("Duyệt"),
        "wagtail.moderation.reject": _("Trả lại để sửa"),
        "wagtail.comments.create": _("Góp ý"),
        "wagtail.comments.edit": _("Sửa góp ý"),
        "wagtail.comments.delete": _("Xóa góp ý"),
        "wagtail.comments.resolve": _("Đánh dấu góp ý đã xử lý"),
        "wagtail.comments.create_reply": _("Trả lời góp ý"),
        "wagtail.comments.edit_reply": _("Sửa trả lời góp ý"),
        "wagtail.comments.delete_reply": _("Xóa trả lời góp ý"),
    },
)
OF_THE_PORTAL = {Kind.CREATED, Kind.CHANGED, Kind.STATE, Kind.HOSTS}
register(Group.PORTAL, {event_code(kind): kind.label for kind in Kind if kind in OF_THE_PORTAL})
register(Group.PEOPLE, {event_code(kind): kind.label for kind in Kind if kind not in OF_THE_PORTAL})
register(
    Group.PEOPLE,
    {
        event_code(Kind.INVITED): _("Mời tham gia"),
        "portal.invited_again": _("Gửi lại lời mời"),
        "portal.withdrawn": _("Rút lời mời"),
        "portal.link": _("Cấp liên kết đặt mật khẩu"),
        "portal.link_opened": _("Mở liên kết để đặt mật khẩu"),
        "user.renamed": _("Đổi tên của chính mình"),
        "user.delete": _("Xóa tài khoản"),
        "user.set_active_state": _("Khóa hoặc mở khóa tài khoản"),
        "user.assign_role": _("Đổi nhóm quyền"),
        "wagtail.apitoken.create": _("Cấp khóa API"),
        "wagtail.apitoken.revoke": _("Thu hồi khóa API"),
    },
)
register(
    Group.LOG_IN,
    {
        "login.in": _("Đăng nhập"),
        "login.out": _("Đăng xuất"),
        "login.failed": _("Đăng nhập không thành công"),
    },
)
register(
    Group.REFUSED,
    {
        "refused.access": _("Mở nơi không được phép"),
        "refused.reference": _("Mở địa chỉ không thuộc cổng của mình"),
        "refused.write": _("Sửa nội dung không thuộc cổng của mình"),
        "refused.closed": _("Mở màn hình dành cho người vận hành"),
    },
)
