"""What deleting a setting would do, said before it is done; and what is not deleted, with what to do instead."""

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.questions.models import CalendarDay, ClockRule, OfficialTitle, Question, QuestionKind, Topic
from cms.questions.working_time import WorkingCalendar
from tenants.verbs import verb

NEEDED = ("hoi-dap", "bao-sai")  # kinds that the product itself names


@verb
def why_kept(row, *, today):
    """Why a kind or a rule is not deleted on a local day, and what to do instead; "" where it may be."""
    if isinstance(row, QuestionKind):
        return _why_kind_kept(row)
    return _why_rule_kept(row, today) if isinstance(row, ClockRule) else ""


def _why_kind_kept(kind):
    if kind.code not in NEEDED and not Question.objects.filter(kind=kind).exists():
        return ""
    text = _("Loại “%(name)s” đang được dùng nên không xóa được: hãy bỏ chọn “Người dân chọn được”.")
    return text % {"name": kind}


def _why_rule_kept(rule, today):
    """Only a rule to come that no question uses goes: deadlines told to people do not change by a deletion."""
    words = {"name": rule, "kind": rule.kind, "day": f"{rule.valid_from:%d/%m/%Y}"}
    if not ClockRule.objects.filter(kind=rule.kind).exclude(pk=rule.pk).exists():
        return _("Đây là thời hạn duy nhất của loại “%(kind)s”: hãy thêm thời hạn khác trước.") % words
    if rule.valid_from <= today:
        said = _(
            "Thời hạn “%(name)s” đã áp dụng từ ngày %(day)s nên không xóa được: hạn trả lời và số liệu của câu hỏi "
            "gửi từ ngày đó sẽ bị đổi. Muốn đổi, hãy thêm thời hạn mới, áp dụng từ một ngày sắp tới: thời hạn này tự "
            "hết vào ngày liền trước."
        )
        return said % words
    if Question.objects.filter(kind=rule.kind, asked_at__date__gte=rule.valid_from).exists():
        return _("Thời hạn “%(name)s” đã có câu hỏi tính theo nên không xóa được: hãy thêm thời hạn mới.") % words
    return ""


def effect_of(row):
    """What a deletion changes and what it leaves, in a sentence or two."""
    return _EFFECTS[type(row)](row)


def _of_a_rule(rule):
    before = ClockRule.objects.filter(kind=rule.kind, valid_from__lt=rule.valid_from).order_by("-valid_from").first()
    words = {"day": f"{rule.valid_from:%d/%m/%Y}", "before": before}
    said = _("Thời hạn này đến ngày %(day)s mới áp dụng: xóa thì hạn của mọi câu hỏi đã gửi vẫn giữ nguyên.") % words
    if before is None:
        return said
    return f"{said} {_('Câu hỏi gửi từ ngày đó sẽ tính theo thời hạn “%(before)s”.') % words}"


def _of_a_kind(_kind):
    return _("Chưa có câu hỏi nào thuộc loại này. Thời hạn trả lời của loại này cũng bị xóa.")


def _of_a_day(day):
    words = {"day": f"{day.day:%d/%m/%Y}"}
    if WorkingCalendar().is_working(day.day):
        said = _("Xóa thì ngày %(day)s lại là ngày làm việc.") % words
    else:
        said = _("Xóa thì ngày %(day)s lại là ngày nghỉ.") % words
    said = f"{said} {_('Hạn của các câu hỏi đang chờ được tính lại.')}"
    if day.day >= timezone.localdate():
        return said
    return f"{said} {_('Ngày này đã qua: số liệu đúng hạn, trễ hạn của kỳ đó cũng thay đổi.')}"


def _of_a_topic(_topic):
    return _("Người hỏi không chọn được chủ đề này nữa; câu hỏi đã có vẫn giữ chủ đề đang ghi.")


def _of_a_title(_title):
    return _("Chức danh này không còn trong danh mục: người mang chức danh này không ký trả lời được nữa.")


_EFFECTS = {
    ClockRule: _of_a_rule,
    QuestionKind: _of_a_kind,
    CalendarDay: _of_a_day,
    Topic: _of_a_topic,
    OfficialTitle: _of_a_title,
}
