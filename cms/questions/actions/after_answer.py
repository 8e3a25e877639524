"""What the asker does with an answer: ask again once, and say once how content they are."""

from django.utils.translation import gettext as _

from cms.questions.models import EventKind, Rating, Stage
from tenants.verbs import verb

from .handling import Handling, NotDone, locked_for_asker, log, needed
from .standing import REMOVED, SPLIT, may_reopen

MOST_STARS = 5


@verb
def reopen(question, *, text, now):
    """The asker is not content and asks again, once and in time: the clock is counted anew. Raises NotDone.

    What was signed is read until the next answer is signed.
    """
    question = _answered(question)
    handling = Handling(question, by=None, now=now)
    if EventKind.REOPENED in handling.kinds:
        raise NotDone(_("Mỗi câu hỏi chỉ hỏi lại được một lần: hãy gửi câu hỏi mới."))
    if not may_reopen(question, handling.before, today=handling.today):
        days = {"days": handling.rule.reopen_days}
        raise NotDone(_("Đã quá %(days)s ngày kể từ khi trả lời: hãy gửi câu hỏi mới.") % days)
    text = needed(text, _("Hãy viết điều chưa được trả lời rõ."))
    handling.happens(EventKind.REOPENED, by_unit=False, detail={"text": text})
    return handling.done(
        "question.reopened",
        stage=Stage.RECEIVED,
        answered_at=None,
        submitted_at=None,
        draft="",
        correction={},
    )


@verb
def rate(question, *, stars, remark="", now):
    """The asker's mark for the answer, from 1 to 5 stars; only who answers reads it. Raises NotDone."""
    question = _answered(question)
    if stars not in range(1, MOST_STARS + 1):
        raise NotDone(_("Hãy chọn từ 1 đến 5 sao."))
    if Rating.objects.filter(question=question).exists():
        raise NotDone(_("Câu trả lời này đã được đánh giá."))
    rating = Rating.objects.create(question=question, stars=stars, remark=remark.strip(), rated_at=now)
    log("question.rated", question, by=None, now=now)
    return rating


def _answered(question):
    question = locked_for_asker(question)
    if question.removal:
        raise NotDone(REMOVED)
    if question.is_split:
        raise NotDone(SPLIT)
    if question.stage != Stage.ANSWERED:
        raise NotDone(_("Câu hỏi chưa được trả lời."))
    return question
