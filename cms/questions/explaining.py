""" "Vì sao hạn là ngày này": each step of the clock as a sentence; and how many working days are left."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from .settings import Rules, working_calendar
from .standing import clock_of
from .working_time import Why


@dataclass(frozen=True)
class Line:
    """One step: the sentence, its local day, and where the deadline stood then (None: not known yet)."""

    text: str
    day: date
    due: date | None


SENTENCES = {
    Why.ASKED: gettext_lazy("Câu hỏi được gửi lúc %(time)s ngày %(day)s."),
    Why.AFTER_HOURS: gettext_lazy("Gửi sau giờ chốt %(cut_off)s nên coi như gửi ngày %(day)s."),
    Why.AFTER_HOURS_ON_A_DAY_OFF: gettext_lazy(
        "Gửi vào ngày nghỉ, sau %(cut_off)s: giờ chốt áp dụng cả ngày nghỉ, nên coi như gửi ngày làm việc tiếp theo, "
        "%(day)s."
    ),
    Why.STARTS: gettext_lazy("Bắt đầu tính từ ngày làm việc tiếp theo: %(day)s."),
    Why.COUNTED: ngettext_lazy(
        "Cộng %(days)s ngày làm việc (không tính thứ bảy, chủ nhật, ngày lễ): hạn là %(due)s.",
        "Cộng %(days)s ngày làm việc (không tính thứ bảy, chủ nhật, ngày lễ): hạn là %(due)s.",
        "days",
    ),
    Why.STANDS_STILL: gettext_lazy("Ngày %(day)s đơn vị đề nghị người hỏi làm rõ: tạm dừng tính hạn."),
    Why.STOOD_STILL: ngettext_lazy(
        "Ngày %(day)s tiếp tục tính hạn; đã dừng %(days)s ngày làm việc nên hạn lùi đến %(due)s.",
        "Ngày %(day)s tiếp tục tính hạn; đã dừng %(days)s ngày làm việc nên hạn lùi đến %(due)s.",
        "days",
    ),
    Why.TOO_LATE_TO_STOP: gettext_lazy("Ngày %(day)s đơn vị đề nghị làm rõ khi đã quá hạn: hạn không đổi."),
    Why.EXTENDED: gettext_lazy("Ngày %(day)s đơn vị gia hạn: hạn mới là %(due)s."),
    Why.FORWARDED: gettext_lazy("Ngày %(day)s chuyển đơn vị khác: hạn không đổi."),
    Why.REOPENED: ngettext_lazy(
        "Ngày %(day)s người hỏi hỏi lại: tính lại %(days)s ngày làm việc, hạn là %(due)s.",
        "Ngày %(day)s người hỏi hỏi lại: tính lại %(days)s ngày làm việc, hạn là %(due)s.",
        "days",
    ),
    Why.REOPENED_AND_KEPT: ngettext_lazy(
        "Ngày %(day)s người hỏi hỏi lại: tính lại %(days)s ngày làm việc thì đến %(counted)s, sớm hơn hạn đã có; "
        "hạn vẫn là %(due)s.",
        "Ngày %(day)s người hỏi hỏi lại: tính lại %(days)s ngày làm việc thì đến %(counted)s, sớm hơn hạn đã có; "
        "hạn vẫn là %(due)s.",
        "days",
    ),
}
TODAY = gettext_lazy("Đến nay vẫn tạm dừng: mỗi ngày làm việc dừng thì hạn lùi một ngày, hiện là %(due)s.")
BASIS = gettext_lazy("Căn cứ: %(basis)s.")


def _shown(day):
    return date_format(day, "d/m/Y")


def explain(question, events, *, today, written=_shown):
    """Lines that lead from the moment of asking to the deadline as it is known on a local day; `events` in order.

    `written(day)`: a day in the words of the page; else as officers read it.
    """
    rule = Rules.read().on(question.kind_id, timezone.localdate(question.asked_at))
    clock = clock_of(question, events, rule=rule, calendar=working_calendar(), as_of=today)
    lines = [_line(step, question, rule, written) for step in clock.steps]
    if clock.stands_since:
        lines.append(Line(TODAY % {"due": written(clock.due)}, today, clock.due))
    if rule.legal_basis and rule.confidence == "H":
        lines.append(Line(BASIS % {"basis": rule.legal_basis}, clock.starts, None))
    return lines


def _line(step, question, rule, written):
    words = {
        "day": written(step.day),
        "due": step.due and written(step.due),
        "counted": step.counted and written(step.counted),
        "days": step.days,
        "time": date_format(timezone.localtime(question.asked_at), "H:i"),
        "cut_off": rule.cut_off and date_format(rule.cut_off, "H:i"),
    }
    return Line(SENTENCES[step.why] % words, step.day, step.due)


def days_left(question, today, *, calendar=None):
    """Working days from a local day to the deadline, negative when it is past. A clock that stands loses none.

    `calendar`: the one to use for many cases, else it is read.
    """
    calendar = calendar or working_calendar()
    since = question.stands_since or today
    if since <= question.due_on:
        return calendar.between(since, question.due_on)
    return -max(1, calendar.between(question.due_on, since))  # past on a day off, too


def days_left_in_words(days):
    """ "còn 3 ngày làm việc", "hôm nay là hạn", "quá hạn 2 ngày làm việc"."""
    if days == 0:
        return _("hôm nay là hạn")
    return (_("còn %(days)s ngày làm việc") if days > 0 else _("quá hạn %(days)s ngày làm việc")) % {"days": abs(days)}
