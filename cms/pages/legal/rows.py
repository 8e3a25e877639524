"""Rows of relations that cannot be right: to the document itself, to a later one, two against each other."""

from django.utils.translation import gettext as _

from cms.pages.partial_dates import Precision, show

from .numbers import identity_key, number_key, with_number
from .order import is_backward


def refuse_rows(page, forms):
    """Say at its row what is wrong; True if anything was. `forms` are of rows that stay, their targets known."""
    found, seen = False, {}
    for form in forms:
        before = seen.setdefault(target_key(form.instance), [])
        if text := _wrong(page, form.instance, before):
            form.add_error("target" if form.cleaned_data.get("target") else "target_number", text)
            found = True
        before.append(form.instance)
    return found


def target_key(row):
    """What two rows share that mean one document: an alias is its document, a number however it is typed."""
    if row.target_id is not None:
        return row.target.alias_of_id or row.target_id
    key = number_key(row.target_number)
    return key if any(letter.isalpha() for letter in key) else identity_key(row.target_number)


def contradict(one, other):
    """Of one target: the same said twice, or anything beside its end."""
    return one.kind == other.kind or one.ends_target or other.ends_target


def _wrong(page, row, before):
    return _to_itself(page, row) or _to_later(page, row) or _against(row, before)


def _to_itself(page, row):
    if row.target_id is not None:
        itself = page.pk and row.target.alias_of_id == page.pk
        return _("Một văn bản không thể có quan hệ với chính nó.") if itself else ""
    if not number_key(page.number) or number_key(row.target_number) != number_key(page.number):
        return ""
    return _(
        "Đây là số, ký hiệu của chính văn bản này. Nếu là văn bản khác cùng số, "
        "hãy ghi thêm cơ quan và ngày ban hành của văn bản đó."
    )


def _to_later(page, row):
    if row.target_id is None or not is_backward(row, page, row.target):
        return ""
    text = _(
        "Văn bản này ban hành ngày %(own)s, trước “%(title)s” (ngày %(day)s), nên không thể thay thế, bãi bỏ "
        "hay sửa đổi văn bản đó. Hãy xem lại ngày ban hành, hoặc chọn văn bản khác."
    )
    days = {"own": show(page.issue_date, Precision.DAY), "day": show(row.target.issue_date, Precision.DAY)}
    return text % {"title": with_number(row.target.title, row.target.number), **days}


def _against(row, before):
    first = next((other for other in before if contradict(row, other)), None)
    if first is None:
        return ""
    if first.kind == row.kind:
        return _("Quan hệ này với cùng văn bản đó đã ghi ở dòng trên. Hãy xóa một dòng.")
    text = _("Dòng trên đã ghi quan hệ khác với cùng văn bản đó (%(kind)s). Hai quan hệ này trái nhau: hãy giữ một.")
    return text % {"kind": first.get_kind_display()}
