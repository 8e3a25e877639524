"""Where a case stands and what comes next, in words for whoever asked."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cms.questions.models import Removal, Stage
from cms.theme.partial_days import whole_day


@dataclass(frozen=True)
class State:
    """`tone` is good, wait, bad or empty; `then` is the next step and by when, empty if nothing comes next."""

    text: str
    tone: str
    then: str = ""


def state_of(question, *, today, reopen_until=None):
    """The State of a case on a local day. `reopen_until`: the last day to ask again, None where nobody may."""
    if question.removal:
        return _removed(question)
    if question.is_split:
        text = _("Đã tách thành nhiều phần, mỗi phần do một đơn vị trả lời")
        return State(text, "wait", _("Xem từng phần ở dưới."))
    if question.stage == Stage.ANSWERED:
        return _answered(reopen_until)
    if question.stands_since:
        then = _("Ông/bà làm rõ ở dưới. Thời hạn tạm dừng cho đến khi đó.")
        return State(_("Đơn vị đang chờ ông/bà làm rõ"), "wait", then)
    return _in_work(question, today)


def _removed(question):
    if question.removal == Removal.REFERRED:
        text, then = _("Đã chuyển cơ quan chuyên trách"), _("Cơ quan nêu ở phần lý do sẽ trả lời ông/bà.")
    else:
        text, then = _("Không được xử lý tiếp"), _("Ông/bà có thể gửi câu hỏi khác.")
    return State(text, "bad", then)


def _answered(reopen_until):
    if reopen_until is None:
        return State(_("Đã trả lời"), "good")
    then = _("Nếu chưa rõ, ông/bà có thể hỏi lại đến hết ngày %(day)s.") % {"day": whole_day(reopen_until)}
    return State(_("Đã trả lời"), "good", then)


def _in_work(question, today):
    texts = {
        Stage.SENT: _("Đã gửi, chờ đơn vị tiếp nhận"),
        Stage.RECEIVED: _("Đơn vị đã tiếp nhận và đang xử lý"),
        Stage.FORWARDED: _("Đã chuyển đến đơn vị có thẩm quyền"),
        Stage.EXTENDED: _("Đang xử lý, đã gia hạn"),
        Stage.SUBMITTED: _("Đã có dự thảo trả lời, chờ lãnh đạo ký"),
    }
    late = question.due_on < today
    return State(texts[question.stage], "bad" if late else "wait", _next(question, late))


def _next(question, late):
    if late:
        return _("Đã quá hạn trả lời. Ông/bà có thể gọi đơn vị để hỏi.")
    if question.stage == Stage.SENT and question.receipt_due_on:
        day = {"day": whole_day(question.receipt_due_on)}
        return _("Đơn vị tiếp nhận hoặc chuyển đúng nơi, chậm nhất ngày %(day)s.") % day
    day = {"day": whole_day(question.due_on)}
    if question.stage == Stage.SUBMITTED:
        return _("Lãnh đạo đơn vị xem và ký, chậm nhất ngày %(day)s.") % day
    return _("Đơn vị soạn trả lời và trình lãnh đạo ký, chậm nhất ngày %(day)s.") % day
