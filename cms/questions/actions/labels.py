"""What the log calls the verbs on cases."""

from django.utils.translation import gettext_lazy as _

from tenants.audit.labels import Group, register

LABELS = {
    "question.asked": _("Gửi câu hỏi"),
    "question.received": _("Tiếp nhận"),
    "question.forwarded": _("Chuyển đơn vị"),
    "question.returned": _("Trả lại đơn vị chuyển"),
    "question.extended": _("Gia hạn"),
    "question.asked_back": _("Đề nghị người hỏi làm rõ"),
    "question.clarified": _("Người hỏi làm rõ"),
    "question.resumed": _("Tiếp tục tính hạn"),
    "question.drafted": _("Lưu dự thảo trả lời"),
    "question.submitted": _("Trình ký"),
    "question.sent_back": _("Trả lại để sửa"),
    "question.answered": _("Ký trả lời"),
    "question.reopened": _("Hỏi lại"),
    "question.rated": _("Đánh giá trả lời"),
    "question.split": _("Tách câu hỏi"),
    "question.removed": _("Loại bỏ câu hỏi"),
    "question.restored": _("Khôi phục câu hỏi"),
    "question.shown": _("Đổi hiển thị câu hỏi"),
}


def name_actions():
    register(Group.CONTENT, LABELS)
