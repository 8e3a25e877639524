"""Keep and drop what holds for all; each one transaction, an entry of the log, and deadlines counted anew after it."""

from datetime import timedelta

from django.db.models import Min, ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.questions.models import CalendarDay, ClockRule, Question, QuestionKind
from tenants.audit import record
from tenants.audit.labels import Group, register
from tenants.provisioning import Refused
from tenants.verbs import verb

from .dropping import NEEDED, why_kept
from .recomputing import RECOMPUTED, recompute

SAVED, DROPPED = "question_setting.saved", "question_setting.dropped"
register(
    Group.PORTAL,
    {
        SAVED: gettext_lazy("Đổi thiết lập Hỏi - Đáp"),
        DROPPED: gettext_lazy("Xóa thiết lập Hỏi - Đáp"),
        RECOMPUTED: gettext_lazy("Tính lại hạn trả lời"),
    },
)


class NotSet(Refused):
    """A setting would leave questions without a deadline, or something else without what it needs."""


@verb
def keep(row, *, by, now, beside=()):
    """Save a kind, rule, day, topic or title, and rows that belong to it; returns how many deadlines moved.

    Raises NotSet.
    """
    row.save()
    for other in beside:
        other.save()
    if isinstance(row, ClockRule):
        _join(row.kind)
    if isinstance(row, QuestionKind):
        _give_a_rule(row, today=timezone.localdate(now))
    record(SAVED, portal=None, by=by, now=now, target=row)
    return _follow(row, by=by, now=now)


@verb
def drop(row, *, by, now):
    """Delete it, if nothing needs it; returns how many deadlines moved. Raises NotSet."""
    target = (row._meta.label_lower, row.pk, str(row))
    if why := why_kept(row, today=timezone.localdate(now)):
        raise NotSet(why)
    if isinstance(row, QuestionKind):
        ClockRule.objects.filter(kind=row).delete()
    try:
        row.delete()
    except ProtectedError as error:
        raise NotSet(_("“%(name)s” đang được dùng nên không xóa được.") % {"name": row}) from error
    if isinstance(row, ClockRule):
        _join(row.kind)
    record(DROPPED, portal=None, by=by, now=now, target=target)
    return _follow(row, by=by, now=now)


def _follow(row, *, by, now):
    return recompute(by=by, now=now) if isinstance(row, (ClockRule, CalendarDay)) else 0


def _give_a_rule(kind, *, today):
    """A new kind takes over the deadlines of questions, until others are set for it."""
    if ClockRule.objects.filter(kind=kind).exists():
        return
    usual = ClockRule.objects.filter(kind__code=NEEDED[0], valid_to=None).first() or ClockRule()
    spans = {name: getattr(usual, name) for name in ("receipt_days", "answer_days", "extension_days", "extensions")}
    ClockRule.objects.create(kind=kind, valid_from=today, cut_off=usual.cut_off, **spans)


def _join(kind):
    """Each rule of a kind ends the day before the next begins, the last one never: no gap, and no day with two."""
    rules = list(ClockRule.objects.select_for_update().filter(kind=kind).order_by("valid_from"))
    _check_begins_in_time(kind, rules)
    for rule, following in zip(rules, [*rules[1:], None], strict=True):
        ends = following.valid_from - timedelta(days=1) if following else None
        if rule.valid_to != ends:
            ClockRule.objects.filter(pk=rule.pk).update(valid_to=ends)


def _check_begins_in_time(kind, rules):
    """The first rule holds on the day of the first question. Raises NotSet."""
    first_asked = Question.objects.filter(kind=kind).aggregate(first=Min("asked_at"))["first"]
    first_day = timezone.localdate(first_asked) if first_asked else None
    if first_day and rules[0].valid_from > first_day:
        words = {"name": kind, "day": f"{first_day:%d/%m/%Y}"}
        raise NotSet(_("Loại “%(name)s” đã có câu hỏi từ ngày %(day)s: thời hạn đầu tiên phải áp dụng từ đó.") % words)
