"""The tasks a citizen comes for, in order of how often; the home shows the first four that a portal has."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

SHOWN = 4


@dataclass(frozen=True)
class Task:
    """`slug` is the last step of the section's address; `picture` names an icon."""

    slug: str
    picture: str
    title: str
    text: str


TASKS = (
    Task("hoi-dap", "question", _("Hỏi - Đáp"), _("Gửi câu hỏi, xem câu trả lời")),
    Task("thu-tuc-hanh-chinh", "form", _("Thủ tục hành chính"), _("Giấy tờ, lệ phí, thời hạn giải quyết")),
    Task("van-ban", "document", _("Văn bản"), _("Tra cứu theo số, năm, cơ quan ban hành")),
    Task("lien-he", "phone", _("Liên hệ"), _("Điện thoại, địa chỉ, giờ làm việc")),
    Task("danh-ba", "people", _("Danh bạ"), _("Tìm số điện thoại của cán bộ")),
    Task("gioi-thieu", "building", _("Giới thiệu"), _("Chức năng, nhiệm vụ, cơ cấu tổ chức")),
)


def tasks_in(menu):
    """[{"url", "title", "text", "picture"}] of the tasks that the groups of a menu lead to."""
    urls = {item.url.rstrip("/").rpartition("/")[2]: item.url for group in menu for item in group.items}
    found = [task for task in TASKS if task.slug in urls][:SHOWN]
    return [
        {"url": urls[task.slug], "title": task.title, "text": task.text, "picture": task.picture} for task in found
    ]
