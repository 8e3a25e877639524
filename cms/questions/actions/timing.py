"""Move a deadline: by an extension, or by standing still while the asker is asked to clarify."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.questions.models import CaseFile, EventKind, Stage
from cms.questions.settings import working_calendar
from tenants.verbs import verb

from .asking import add_files
from .handling import Handling, NotDone, locked, locked_for_asker, needed, reason_of
from .standing import IN_WORK, check_open, times_extended


@verb
def extend(pk, *, portal, to, reason, by, now, version=None):
    """The deadline becomes the local day `to`; how often and how far the clock rule says.

    Raises NotDone, Stale, Question.DoesNotExist.
    """
    question = locked(pk, portal=portal, version=version)
    check_open(question)
    reason, handling = reason_of(reason), Handling(question, by=by, now=now)
    handling.take_up()
    _check_extension(handling, to)
    handling.happens(EventKind.EXTENDED, reason=reason, detail={"to": to.isoformat()})
    return handling.done("question.extended", note=reason, stage=Stage.EXTENDED, extensions=question.extensions + 1)


def latest_extension(question, rule, *, calendar=None):
    """The last local day to which the deadline of a case may be moved."""
    return (calendar or working_calendar()).following(question.due_on, rule.extension_days)


def _check_extension(handling, to):
    question, rule = handling.question, handling.rule
    if question.stands_since:
        raise NotDone(_("Đang tạm dừng tính hạn chờ người hỏi làm rõ: chưa cần gia hạn."))
    if handling.today > question.due_on:
        raise NotDone(_("Đã quá hạn ngày %(due)s: không gia hạn được nữa.") % {"due": _shown(question.due_on)})
    if times_extended(handling.before) >= rule.extensions:
        raise NotDone(_("Chỉ được gia hạn %(times)s lần: hãy trả lời đúng hạn.") % {"times": rule.extensions})
    latest = latest_extension(question, rule)
    if not question.due_on < to <= latest:
        words = {"due": _shown(question.due_on), "latest": _shown(latest), "days": rule.extension_days}
        text = _("Hạn mới phải sau %(due)s và chậm nhất %(latest)s (thêm %(days)s ngày làm việc).")
        raise NotDone(text % words)


def _shown(day):
    return date_format(day, "d/m/Y")


@verb
def ask_back(pk, *, portal, text, by, now, version=None):
    """Ask the asker to clarify: the clock stands still until they do. Raises NotDone, Stale, Question.DoesNotExist."""
    question = locked(pk, portal=portal, version=version)
    check_open(question)
    if question.stands_since:
        raise NotDone(_("Đã đề nghị làm rõ và đang chờ người hỏi."))
    text, handling = needed(text, _("Hãy viết điều cần người hỏi làm rõ.")), Handling(question, by=by, now=now)
    handling.take_up()
    handling.happens(EventKind.ASKED_BACK, detail={"text": text})
    return handling.done("question.asked_back")


@verb
def resume(pk, *, portal, reason, by, now, version=None):
    """The clock runs on without the asker's answer. Raises NotDone, Stale, Question.DoesNotExist."""
    question = locked(pk, portal=portal, version=version)
    check_open(question)
    if not question.stands_since:
        raise NotDone(_("Hạn đang được tính bình thường."))
    reason, handling = reason_of(reason), Handling(question, by=by, now=now)
    handling.happens(EventKind.RESUMED, reason=reason)
    return handling.done("question.resumed", note=reason)


@verb
def clarify(question, *, text, files=(), now):
    """The asker adds to the question; a clock that stands still for it runs on. Raises NotDone."""
    question = locked_for_asker(question)
    check_open(question, stages=(*IN_WORK, Stage.SUBMITTED))
    text, handling = needed(text, _("Hãy viết nội dung làm rõ.")), Handling(question, by=None, now=now)
    handling.happens(EventKind.CLARIFIED, by_unit=False, detail={"text": text})
    handling.done("question.clarified")
    add_files(question, files, purpose=CaseFile.Purpose.CLARIFIED, now=now)
    return question
