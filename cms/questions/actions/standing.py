"""What makes sense with a case as it stands: screens offer these verbs alone, and verbs refuse the others."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.questions.models import EventKind, Question, Rating, Stage, Visibility
from cms.questions.settings import NoRule, Rules

from .handling import HOPS, NotDone

NEW = (Stage.SENT, Stage.FORWARDED)
IN_WORK = (Stage.SENT, Stage.FORWARDED, Stage.RECEIVED, Stage.EXTENDED)

REMOVED = _("Câu hỏi đã bị loại bỏ: hãy khôi phục trước nếu loại nhầm.")
SPLIT = _("Câu hỏi đã tách thành nhiều phần: hãy xử lý từng phần.")
ANSWERED = _("Câu hỏi đã được trả lời.")
SUBMITTED = _("Trả lời đang chờ ký: lãnh đạo ký hoặc trả lại để sửa trước.")


def next_steps(question: Question, *, today) -> set[str]:
    """Names of the verbs that make sense on a local day; two queries at most. Who may do them is asked elsewhere."""
    if question.is_split:
        return set()
    if question.removal:
        return {"restore"}
    if question.stage == Stage.ANSWERED:
        return _after_answer(question, today)
    if question.stage == Stage.SUBMITTED:
        return {"sign", "send_draft_back", "clarify", "remove"} | _of_standing_answer(question)
    return _in_work(question, today)


def _of_standing_answer(question):
    """It is read while the asker waits for the next one, too. Who did not want it public has nothing to choose."""
    is_settled = question.wants_private and question.visibility == Visibility.PRIVATE
    return {"set_visibility"} if question.stands and not is_settled else set()


def _in_work(question, today):
    steps = {"forward", "split", "remove", "save_draft", "submit", "clarify"} | _of_standing_answer(question)
    steps.add("resume" if question.stands_since else "ask_back")
    if question.stage in NEW:
        steps.add("receive")
    events = list(question.events.all())
    if may_extend(question, events, today=today):
        steps.add("extend")
    if was_forwarded(events) and timezone.localdate(question.held_since) >= today - timedelta(days=1):
        steps.add("send_back_to_sender")
    return steps


def _after_answer(question, today):
    steps = {"sign", "send_draft_back"} if question.submitted_at else {"save_draft", "submit", "correct"}
    steps |= _of_standing_answer(question)
    if may_reopen(question, question.events.all(), today=today):
        steps.add("reopen")
    if not Rating.objects.filter(question=question).exists():
        steps.add("rate")
    return steps


def may_extend(question, events, *, today):
    if question.stands_since or today > question.due_on:
        return False
    rule = _rule(question)
    return rule is not None and times_extended(events) < rule.extensions


def times_extended(events):
    """How often since the asker last asked again."""
    times = 0
    for event in sorted(events, key=lambda event: event.number):
        times = 0 if event.kind == EventKind.REOPENED else times + (event.kind == EventKind.EXTENDED)
    return times


def may_reopen(question, events, *, today):
    """Once, within the days that the rule gives from the first signature of the answer."""
    rule = _rule(question)
    if rule is None or any(event.kind == EventKind.REOPENED for event in events):
        return False
    return today <= timezone.localdate(question.answered_at) + timedelta(days=rule.reopen_days)


def was_forwarded(events):
    """Did the holder get the case by its being forwarded, not by its being returned?"""
    hops = sorted((event for event in events if event.kind in HOPS), key=lambda event: event.number)
    return bool(hops) and hops[-1].kind == EventKind.FORWARDED


def _rule(question):
    try:
        return Rules.read().on(question.kind_id, timezone.localdate(question.asked_at))
    except NoRule:
        return None


def check_open(question, *, stages=IN_WORK):
    """Raises NotDone for a case that is removed, split, answered or, unless `stages` say so, submitted."""
    if question.removal:
        raise NotDone(REMOVED)
    if question.is_split:
        raise NotDone(SPLIT)
    if question.stage not in stages:
        raise NotDone(ANSWERED if question.stage == Stage.ANSWERED else SUBMITTED)
