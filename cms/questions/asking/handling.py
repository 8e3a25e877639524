"""One sending of a public form, step by step: to a case, or back to the form with everything typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.questions import limits
from cms.questions.models import Question
from cms.theme.partial_days import whole_day

from . import sending, tokens
from .fields import name_left_out, name_lost_files
from .reading import Sent, read_sent
from .receipts import is_open
from .sending import NotYet


@dataclass(frozen=True)
class Door:
    """One of the public forms: `make(**kwargs)` makes the form, `send(form)` the case of a valid one."""

    make: Callable
    send: Callable


@dataclass
class Handled:
    """`question` if there is a case now; else `form` says what is to be done, with this status."""

    form: object
    question: Question | None = None
    before: Question | None = None
    status: int = 200
    wait: timedelta | None = None
    unreadable: str = ""


def handle(request, door, *, now):
    """What a POST to one of the forms comes to (Handled)."""
    sent = read_sent(request)
    if sent.fault:
        form = door.make(initial={"token": tokens.new_token(now=now)})
        return Handled(form, status=sent.fault, unreadable=_unreadable(sent.fault))
    handled = _handle(request, sent, door, now)
    if handled.question is None:
        _make_ready_again(handled.form, sent)
    return handled


def _handle(request, sent, door, now):
    wait = limits.count(limits.address_of(request), *sending.WITH_FILES, now=now) if sent.files else None
    form = door.make(data=_kept(sent, now), files=None if wait else sent.files)
    before = sending.sent_before(sent.data.get("token", ""))
    try:
        if wait:
            raise NotYet(sending.too_often(wait), wait=wait)
        return Handled(form, question=_question(form, sent, before, door, now))
    except NotYet as fault:
        form.add_error(fault.field, fault.message)
        return Handled(form, before=before, status=429 if fault.wait else 200, wait=fault.wait)


def _question(form, sent, before, door, now):
    """The case, None if the form has faults of its own. Raises NotYet."""
    is_valid = form.is_valid()
    if before:
        return _sent_again(form, before, now)
    if sent.left_out:
        name_left_out(form, sent)
    if not is_valid or sent.left_out:
        return None
    if form.cleaned_data["website"]:
        raise NotYet(_("Có ô ẩn đã bị điền, có thể do trình duyệt tự điền. Hãy bấm gửi lần nữa."))
    sending.check_token(sent.data.get("token", ""), now=now)
    return door.send(form)


def _sent_again(form, before, now):
    """The same form once more: the same receipt. With another question in it, it becomes another form."""
    if not sending.is_same(before, form.cleaned_data.get("text", "")):
        form.data["token"] = tokens.new_token(now=now)
        raise NotYet(_("Câu trước trong biểu mẫu này đã được gửi. Đây là nội dung khác? Hãy bấm gửi lần nữa."))
    if not is_open(before, now=now):
        words = _("Nội dung này đã được gửi ngày %(day)s. Hãy dùng mã tra cứu đã cấp.")
        raise NotYet(words % {"day": whole_day(timezone.localdate(before.recorded_at))})
    return before


def _kept(sent: Sent, now):
    """What was typed, and a token that can be used."""
    kept = sent.data.copy()
    kept["token"] = sending.lasting_token(sent.data.get("token", ""), now=now)
    return kept


def _make_ready_again(form, sent):
    """The trap is empty again, and files that the browser does not keep are named."""
    form.data["website"] = ""
    name_lost_files(form, sent)


def _unreadable(status):
    if status == 413:
        return _("Tệp gửi kèm quá nặng, máy chủ không đọc được. Hãy bấm Quay lại trên trình duyệt, bớt tệp rồi gửi.")
    return _("Máy chủ không đọc được nội dung vừa gửi. Hãy bấm Quay lại trên trình duyệt rồi gửi lại.")
