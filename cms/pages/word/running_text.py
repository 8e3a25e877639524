"""A report as running text, for a page whose text is one field: headings become bold lines, all else stays behind."""

from django.utils.html import escape
from django.utils.translation import gettext as _

from .mapping import sanitised
from .report import Unreadable


def running_text(report):
    """(rich text, the blocks it is made of). Counts in `report.left_out` what such a field cannot hold.

    Raises Unreadable where no words are left.
    """
    kept = [(kind, value) for kind, value in [*report.blocks, *report.notes] if kind in ("heading", "paragraph")]
    if not any(kind == "paragraph" for kind, _value in kept):
        raise Unreadable(_("Trang này chỉ nhận chữ, mà trong tệp không có đoạn chữ nào. Hãy chọn tệp khác."))
    lost = [kind for kind, _value in report.blocks]
    report.left_out[_("bảng (trang này chỉ nhận chữ)")] += lost.count("table")
    report.left_out[_("ảnh (trang này chỉ nhận chữ)")] += lost.count("picture")
    report.left_out = +report.left_out  # drops what was counted none
    return "".join(_bold(value) if kind == "heading" else value for kind, value in kept), kept


def _bold(words):
    return sanitised(f"<p><b>{escape(words)}</b></p>")
