"""What who asked says in a case: from a form that came in to the verb, or back with the reason why not."""

from django.utils.translation import gettext as _

from cms.pages.permissions import works_for
from cms.questions import actions
from cms.questions.asking.fields import name_left_out, name_lost_files
from cms.questions.models import CaseEvent, EventKind
from tenants.scoping import platform_scope

from .attempts import may_say

VERBS = {"clarify": actions.clarify, "rate": actions.rate, "reopen": actions.reopen}
EVENTS = {"clarify": EventKind.CLARIFIED, "reopen": EventKind.REOPENED}


class NotSaid(Exception):
    """Nothing was written; the form says why."""


def refuse_own(request, question, form):
    """Who works for the unit that holds or answered the case is no asker who rates it. Raises NotSaid."""
    if any(works_for(request, unit) for unit in (question.portal_id, question.answered_by_id)):
        form.add_error(
            None, _("Người của đơn vị không đánh giá câu trả lời của đơn vị mình. Hãy để người hỏi đánh giá.")
        )
        raise NotSaid


def say(name, question, form, sent, *, now):
    """Do the verb of this name with what the form holds; the same words twice are one saying. Raises NotSaid."""
    try:
        _say(name, question, form, sent, now)
    except NotSaid:
        name_lost_files(form, sent)
        raise


def _say(name, question, form, sent, now):
    is_valid = form.is_valid() and _is_whole(form, sent)
    if is_valid and _is_said(name, question, form.cleaned_data):
        return
    if not is_valid:
        raise NotSaid
    if not may_say(question, now=now):
        form.add_error(None, _("Đã gửi quá nhiều lần trong một giờ. Nội dung vẫn còn ở dưới: hãy gửi lại sau."))
        raise NotSaid
    try:
        VERBS[name](question, **form.cleaned_data, now=now)
    except actions.NotDone as refusal:
        form.add_error(None, str(refusal))
        raise NotSaid from refusal


def _is_whole(form, sent):
    """Did everything arrive that was sent?"""
    if sent.fault:
        words = _("Máy chủ không đọc được nội dung vừa gửi. Hãy bấm Quay lại trên trình duyệt rồi gửi lại.")
        form.add_error(None, words)
    name_left_out(form, sent)
    return not form.errors


def _is_said(name, question, said):
    """Is this what was said last? Two presses of one button are one deed."""
    if name not in EVENTS:
        return False
    with platform_scope():
        last = CaseEvent.objects.filter(question=question).order_by("-number").first()
    return last is not None and last.kind == EVENTS[name] and last.detail.get("text") == said["text"]
