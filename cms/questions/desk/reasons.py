"""Reasons that are given often, one list a verb: chosen with one tap, kept in Vietnamese as citizens read them."""

from django.utils.translation import gettext_lazy as _

from cms.questions.models import Removal

OTHER = "other"

REASONS = {
    "forward": {
        "not-ours": _("Nội dung không thuộc thẩm quyền của đơn vị"),
        "place": _("Sự việc xảy ra ở địa bàn của đơn vị nhận"),
        "field": _("Thuộc lĩnh vực do đơn vị nhận quản lý"),
        "handled": _("Đơn vị nhận đang giải quyết việc này"),
    },
    "send_back_to_sender": {
        "not-ours": _("Nội dung không thuộc thẩm quyền của đơn vị"),
        "wrong-place": _("Sự việc không xảy ra ở địa bàn của đơn vị"),
        "no-papers": _("Thiếu hồ sơ mà đơn vị chuyển đang giữ"),
    },
    "extend": {
        "check": _("Cần kiểm tra, xác minh thực tế"),
        "with-others": _("Cần ý kiến của cơ quan khác"),
        "complex": _("Nội dung phức tạp, liên quan nhiều lĩnh vực"),
    },
    "resume": {
        "told": _("Người hỏi đã làm rõ qua điện thoại hoặc trực tiếp"),
        "silent": _("Người hỏi không làm rõ trong thời gian đề nghị"),
        "enough": _("Đã đủ thông tin để trả lời"),
    },
    "remove": {
        "rude": _("Nội dung xúc phạm, không đúng mực"),
        "advertising": _("Nội dung quảng cáo, không phải câu hỏi"),
        "no-question": _("Không có nội dung hỏi cụ thể"),
        "same": _("Trùng với câu hỏi đã gửi trước đó"),
        "complaint": _("Đơn khiếu nại, tố cáo: đã chuyển cơ quan có thẩm quyền giải quyết theo luật"),
    },
    "restore": {
        "mistake": _("Loại nhầm"),
        "not-the-same": _("Không trùng với câu hỏi nào"),
    },
    "set_visibility": {
        "useful": _("Có ích cho nhiều người"),
        "personal": _("Có thông tin riêng của người hỏi"),
        "asked": _("Người hỏi đề nghị"),
        "outdated": _("Quy định đã thay đổi, trả lời không còn đúng"),
    },
    "split": {
        "two-fields": _("Câu hỏi có nội dung thuộc thẩm quyền của nhiều đơn vị"),
        "two-matters": _("Câu hỏi gồm nhiều việc khác nhau"),
    },
}

READ_BY_THE_ASKER = ("extend", "remove", "restore")

# The cause of a removal that each of its reasons belongs to: the figures count the one, the asker reads the other.
CAUSES = {
    "rude": Removal.VIOLATION,
    "advertising": Removal.VIOLATION,
    "no-question": Removal.VIOLATION,
    "same": Removal.DUPLICATE,
    "complaint": Removal.REFERRED,
}


def choices_of(verb):
    """Choices for a form: under their causes where the reasons have any."""
    offered = REASONS[verb]
    groups = dict.fromkeys(CAUSES[code] for code in offered if code in CAUSES)
    if not groups:
        return list(offered.items())
    return [(cause.label, [(code, offered[code]) for code in offered if CAUSES[code] == cause]) for cause in groups]
