"""Where a page stands, in plain words, and the one thing to do next; it depends on who asks."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from cms.pages.models import PortalPage

from .missing import missing_fields, required_fields

MOST = 5


@dataclass(frozen=True)
class NextStep:
    """`tone` is new, draft, waiting, returned, changed, live or empty; `url` opens the page as citizens see it."""

    tone: str
    state: str
    todo: str
    url: str = ""
    missing: tuple[str, ...] = ()
    required: tuple[str, ...] = ()  # empty, and without them nothing is sent or published
    more: int = 0
    doubts: tuple[str, ...] = ()


def first_step(*, may_publish):
    """For a page that nobody has saved yet."""
    button = _("“Đăng”") if may_publish else _("“Gửi duyệt”")
    todo = _("Điền các ô bên dưới rồi bấm %(button)s ở cuối trang. Chữ đã gõ tự lưu thành bản nháp.")
    return NextStep("new", _("Trang mới, chưa lưu."), todo % {"button": button})


def next_step(page, user):
    """The NextStep of a page, given as its newest revision, for this person."""
    tone, state, todo = _standing(page, user)
    required = [] if page.alias_of_id else required_fields(page)
    missing = [] if page.alias_of_id else [label for label in missing_fields(page) if label not in required]
    url = page.get_url() or "" if page.live else ""
    more = max(len(missing) - MOST, 0)
    return NextStep(tone, state, todo, url, tuple(missing[:MOST]), tuple(required), more, tuple(page.doubts()))


def _standing(page, user):
    workflow = page.current_workflow_state
    if workflow and workflow.status == workflow.STATUS_IN_PROGRESS:
        return _waiting(page, user)
    if workflow and workflow.status == workflow.STATUS_NEEDS_CHANGES:
        return _returned(workflow)
    if page.approved_schedule and (when := page.scheduled_revision):
        moment = date_format(timezone.localtime(when.approved_go_live_at), "H:i d/m/Y")
        text = _("Đã duyệt, hẹn đăng lúc %(moment)s.") % {"moment": moment}
        return "waiting", text, _("Bạn không phải làm gì thêm: đến giờ, trang tự đăng.")
    may_publish = page.permissions_for_user(user).can_publish()
    return _of_nobody_waiting(page, _send(may_publish))


def _send(may_publish):
    if may_publish:
        return _("Xem lại rồi bấm “Đăng” ở cuối trang.")
    return _("Khi xong, bấm “Gửi duyệt” ở cuối trang; trưởng ban biên tập sẽ duyệt.")


def _waiting(page, user):
    task = page.current_workflow_task
    if task and task.get_actions(page, user):
        return (
            "waiting",
            _("Đang chờ bạn duyệt."),
            _("Đọc lại rồi bấm “Duyệt và đăng” hoặc “Trả lại để sửa” ở cuối trang."),
        )
    todo = _("Bạn không phải làm gì thêm. Kết quả duyệt sẽ hiện ở đây.")
    return "waiting", _("Đang chờ trưởng ban biên tập duyệt."), todo


def _returned(workflow):
    state = workflow.current_task_state
    reason = state.comment.strip() if state and state.status == TaskState.STATUS_REJECTED else ""
    text = _("Bị trả lại: %(reason)s") % {"reason": reason} if reason else _("Bị trả lại để sửa.")
    return "returned", text, _("Sửa theo góp ý rồi bấm “Gửi lại” ở cuối trang.")


def _of_nobody_waiting(page, send):
    if page.live and page.starts_section and page.is_starter and not page.has_content:
        return "empty", _("Chưa có nội dung: người dân thấy “đang cập nhật”."), _fill(page, send)
    if page.live and page.has_unpublished_changes:
        return "changed", _("Đã đăng, có sửa đổi chưa đăng."), send
    if page.live:
        return "live", _("Đã đăng."), _("Người dân đang xem được trang này.")
    if page.first_published_at:
        return "draft", _("Bản nháp, đã gỡ khỏi cổng."), send
    return "draft", _("Bản nháp, chưa gửi."), send


def _fill(page, send):
    """What fills a section: its own fields, pages below it, or the register of people."""
    if len(page.content_panels) > len(PortalPage.content_panels):
        return send
    if page.allowed_subpage_models():
        return _("Mục này có nội dung khi trang đầu tiên bên trong được đăng.")
    return _("Mục này lấy từ “Cán bộ, danh bạ”: thêm người ở đó là có nội dung.")
