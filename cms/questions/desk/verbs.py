"""The verbs of an officer: what each is called, what it asks for, and what it says when it is done.

`name` is the function of cms.questions.actions, the name among its `next_steps`, and the word of the address.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cms.questions import actions

from . import forms


@dataclass(frozen=True)
class Verb:
    """`is_plain`: one tap, nothing to fill in. `leaves`: the case is another unit's afterwards."""

    name: str
    label: str
    button: str
    done: str
    form: type
    icon: str
    help: str = ""
    leaves: bool = False
    is_plain: bool = False
    is_grave: bool = False

    def do(self, question_id, **arguments):
        """Raises actions.NotDone, actions.Stale, Question.DoesNotExist."""
        return getattr(actions, self.name)(question_id, **arguments)


_VERBS = [
    Verb(
        name="receive",
        label=_("Tiếp nhận câu hỏi"),
        button=_("Tiếp nhận"),
        done=_("Đã tiếp nhận câu hỏi số %(number)s. Hạn trả lời: %(due)s."),
        form=forms.VerbForm,
        icon="check",
        help=_("Đơn vị xác nhận câu hỏi thuộc thẩm quyền của mình. Hạn trả lời không đổi."),
        is_plain=True,
    ),
    Verb(
        name="forward",
        label=_("Chuyển đơn vị khác"),
        button=_("Chuyển đơn vị"),
        done=_("Đã chuyển câu hỏi số %(number)s đến %(unit)s. Hạn trả lời không đổi: %(due)s."),
        form=forms.ForwardForm,
        icon="arrow-right",
        help=_("Chuyển không làm dài thêm hạn trả lời. Người hỏi được báo đơn vị mới."),
        leaves=True,
    ),
    Verb(
        name="send_back_to_sender",
        label=_("Trả lại đơn vị chuyển"),
        button=_("Trả lại đơn vị chuyển"),
        done=_("Đã trả lại câu hỏi số %(number)s cho %(unit)s. Hạn trả lời không đổi: %(due)s."),
        form=forms.ReturnForm,
        icon="rotate",
        help=_("Chỉ trong một ngày kể từ khi nhận. Sau đó xin chuyển tiếp đến đúng đơn vị."),
        leaves=True,
    ),
    Verb(
        name="ask_back",
        label=_("Đề nghị người hỏi làm rõ"),
        button=_("Đề nghị làm rõ"),
        done=_("Đã đề nghị người hỏi làm rõ câu hỏi số %(number)s. Hạn trả lời tạm dừng tính."),
        form=forms.AskBackForm,
        icon="help",
        help=_("Hạn trả lời tạm dừng tính cho đến khi người hỏi trả lời. Việc này được công khai và thống kê."),
    ),
    Verb(
        name="resume",
        label=_("Tiếp tục tính hạn"),
        button=_("Tiếp tục tính hạn"),
        done=_("Đã tiếp tục tính hạn câu hỏi số %(number)s. Hạn trả lời: %(due)s."),
        form=forms.ResumeForm,
        icon="resubmit",
        help=_("Khi người hỏi đã làm rõ bằng cách khác, hoặc không làm rõ."),
    ),
    Verb(
        name="extend",
        label=_("Gia hạn trả lời"),
        button=_("Gia hạn"),
        done=_("Đã gia hạn câu hỏi số %(number)s. Hạn trả lời mới: %(due)s."),
        form=forms.ExtendForm,
        icon="calendar-alt",
        help=_("Số lần và số ngày có giới hạn; người hỏi được báo lý do. Gia hạn được công khai và thống kê."),
    ),
    Verb(
        name="split",
        label=_("Tách câu hỏi"),
        button=_("Tách câu hỏi"),
        done=_("Đã tách câu hỏi số %(number)s. Mỗi phần có hạn trả lời riêng, tính từ ngày hỏi ban đầu."),
        form=forms.SplitForm,
        icon="cut",
        help=_("Khi câu hỏi gồm nhiều việc của nhiều đơn vị. Mỗi phần giữ ngày hỏi ban đầu và có hạn riêng từ đó."),
    ),
    Verb(
        name="remove",
        label=_("Loại câu hỏi"),
        button=_("Loại câu hỏi"),
        done=_("Đã loại câu hỏi số %(number)s. Khôi phục được bất cứ lúc nào."),
        form=forms.RemoveForm,
        icon="bin",
        help=_("Câu hỏi không bị xóa: vẫn lưu trong hồ sơ, khôi phục được. Người hỏi đọc được lý do."),
        is_grave=True,
    ),
    Verb(
        name="restore",
        label=_("Khôi phục câu hỏi"),
        button=_("Khôi phục"),
        done=_("Đã khôi phục câu hỏi số %(number)s. Hạn trả lời: %(due)s."),
        form=forms.RestoreForm,
        icon="history",
        help=_("Câu hỏi trở lại giai đoạn trước khi loại. Hạn trả lời vẫn như trước."),
    ),
    Verb(
        name="set_visibility",
        label=_("Đổi ai được xem"),
        button=_("Đổi hiển thị"),
        done=_("Đã đổi ai được xem câu hỏi số %(number)s."),
        form=forms.VisibilityForm,
        icon="view",
        help=_("Công khai thì mọi người đọc bản đã che thông tin cá nhân mà lãnh đạo đã ký."),
    ),
]
VERBS = {verb.name: verb for verb in _VERBS}
IN_BULK = ("receive", "forward")


def offered(steps):
    """Verbs among the names of `actions.next_steps`, in the order of the screen."""
    return [verb for verb in _VERBS if verb.name in steps]


def words_of(question):
    """What `done` may name of a case after the verb."""
    return {"number": question.pk, "unit": question.portal.display_name, "due": f"{question.due_on:%d/%m/%Y}"}
