"""From a form that is filled in to a case: who may send now, what looks doubtful, and the one call inward."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.questions import limits
from cms.questions.actions import Contact, NotDone, ask
from cms.questions.limits import Limit
from cms.questions.models import Question, QuestionKind
from cms.questions.settings import NoRule, Rules
from tenants.queries import plain
from tenants.scoping import platform_scope

from .scoring import suspicion_of
from .tokens import new_token, read_token
from .units import unit_for_reports

QUESTION, REPORT = "hoi-dap", "bao-sai"
# An office, a village or a whole mobile network may share one address.
BY_ADDRESS = (Limit("asked", 30, timedelta(hours=1)), Limit("asked", 200, timedelta(days=1)))
BY_CONTACT = (Limit("contact", 10, timedelta(days=1)),)
WITH_FILES = (Limit("files", 60, timedelta(hours=1)),)
SAME_TEXT = (Limit("text", 3, timedelta(days=1)),)


class NotYet(Exception):
    """The form comes back with everything typed; `wait` is a timedelta if sending again must wait."""

    def __init__(self, message, *, field=None, wait=None):
        super().__init__(message)
        self.message, self.field, self.wait = message, field, wait


def sent_before(token_text):
    """The case that this form has made already, or None. The case may be held by any portal."""
    token = read_token(token_text)
    return _of_submission(token.submission) if token else None


def _of_submission(submission):
    with platform_scope():
        return Question.objects.select_related("portal").filter(submission=submission).first()


def answer_days(now):
    """In how many working days a question of today is answered, or None if the province has set no rule."""
    day, kind = (
        timezone.localdate(now),
        QuestionKind.objects.filter(code=QUESTION).values_list("pk", flat=True).first(),
    )
    try:
        return Rules.read().on(kind, day).answer_days
    except NoRule:
        return None


def is_same(question, text):
    """Is it the question that was sent before, and not another one typed into the same form?"""
    return plain(question.text) == plain(text)


def send_question(form, *, request, now):
    """The case of a valid AskForm. Raises NotYet."""
    data = form.cleaned_data
    contact = replace(data["contact"], name=data["name"])
    suspicion = _judge(form, request, now, contact=contact)
    return _ask(
        request,
        now,
        suspicion,
        portal=data["unit"],
        text=data["text"],
        kind=QuestionKind.objects.get(code=QUESTION),
        contact=contact,
        topic=data["topic"],
        region=data["region"],
        wants_private=data["wants_private"],
        files=data["files"],
        consented_at=now,
        submission=read_token(data["token"]).submission,
    )


def send_report(form, *, request, now):
    """The case of a valid ReportForm: it goes to the unit whose page it is. Raises NotYet."""
    data, portal = form.cleaned_data, unit_for_reports(request.portal)
    if portal is None:
        raise NotYet(_("Cổng này hiện chưa nhận tin báo. Hãy gọi số điện thoại ở cuối trang."))
    suspicion = _judge(form, request, now)
    return _ask(
        request,
        now,
        suspicion,
        portal=portal,
        text=data["text"],
        kind=QuestionKind.objects.get(code=REPORT),
        contact=Contact(),
        page_path=data["page"],
        submission=read_token(data["token"]).submission,
    )


def check_token(text, *, now):
    """Raises NotYet for a form filled faster than anybody reads, too old, or not ours."""
    token = read_token(text)
    if token is None or token.is_old(now):
        raise NotYet(_("Trang này mở đã lâu nên cần xác nhận lại. Nội dung vẫn còn: hãy bấm gửi lần nữa."))
    if token.is_young(now):
        raise NotYet(_("Biểu mẫu được gửi quá nhanh. Nội dung vẫn còn: hãy đọc lại rồi bấm gửi lần nữa."))


def lasting_token(text, *, now):
    """The token that a form coming back carries: its own, or a new one where its own is of no more use."""
    token = read_token(text)
    return new_token(now=now) if token is None or token.is_old(now) else text


def _judge(form, request, now, *, contact=None):
    """The Suspicion that goes with the case. Raises NotYet for what is asked too often, or doubted and not confirmed.

    What comes too often waits, and says how long; it is never dropped.
    """
    reached = (contact.email or contact.phone or contact.address).casefold() if contact else ""
    waits = [
        limits.count(limits.address_of(request), *BY_ADDRESS, now=now),
        limits.count(plain(reached), *BY_CONTACT, now=now),
    ]
    if wait := max(filter(None, waits), default=None):
        raise NotYet(too_often(wait), wait=wait)
    typed = form.data.get("text", "")
    is_repeated = limits.count(plain(form.cleaned_data["text"]), *SAME_TEXT, now=now) is not None
    suspicion = suspicion_of(typed, is_repeated=is_repeated)
    if suspicion.is_doubted and not form.cleaned_data["confirmed"]:
        words = _("Nội dung này giống thư quảng cáo. Nếu đúng là điều ông/bà muốn gửi, hãy đánh dấu vào ô này.")
        raise NotYet(words, field="confirmed")
    return suspicion


def too_often(wait):
    """How long to wait, as a sentence."""
    minutes = -(-wait.total_seconds() // 60)
    words = _("Vừa có quá nhiều lần gửi từ mạng hoặc địa chỉ liên hệ này. Nội dung vẫn còn: hãy gửi lại sau %(span)s.")
    span = _("%(n)d phút") % {"n": minutes} if minutes < 120 else _("%(n)d giờ") % {"n": -(-minutes // 60)}
    return words % {"span": span}


def _ask(request, now, suspicion, **values):
    try:
        return ask(**values, suspicion=suspicion.code, language=request.LANGUAGE_CODE, now=now)
    except NotDone as refusal:
        raise NotYet(str(refusal)) from refusal
    except OSError as error:  # the storage of files is full or away; nothing was written
        words = _("Chưa lưu được tệp gửi kèm. Hãy gửi lại sau ít phút, hoặc gửi không kèm tệp.")
        raise NotYet(words) from error
