"""The small form of each verb; `arguments` is what it gives to the verb of cms.questions.actions."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from cms.questions.actions import latest_extension
from cms.questions.models import Removal, Visibility
from cms.questions.settings import Rules, working_calendar

from .fields import ReasonMixin, UnitMixin, VersionMixin

OTHER_DAY = "other"
PRIVATE_ALONE = gettext_lazy(
    "Người hỏi không muốn công khai nên chỉ trả lời riêng được. Ví dụ: họ đọc bằng mã tra cứu hoặc qua thư."
)
NO_LONGER_OURS = gettext_lazy("Trả lời đã ký đang công khai sẽ không còn hiện trên cổng khi câu hỏi rời đơn vị.")


class VerbForm(VersionMixin):
    """A verb that asks for nothing. `question`: the case; None where several are chosen.

    `takes_off`: what the verb does to an answer that everybody reads, in a sentence.
    """

    takes_off = ""

    def __init__(self, *args, question=None, portal=None, today=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.question, self.own_portal, self.today = question, portal, today
        self.prepare()

    def prepare(self):
        """What depends on the case."""

    @property
    def arguments(self):
        return {}

    @property
    def warning(self):
        return self.takes_off if self.question is not None and self.question.is_public else ""

    @property
    def asked(self):
        """Fields that the screen draws one after the other; `unit` has a drawing of its own."""
        return [field for field in self.visible_fields() if field.name != "unit"]


class ReasonForm(ReasonMixin, VerbForm):
    @property
    def arguments(self):
        return {"reason": self.cleaned_data["reason"]}


class ReturnForm(ReasonForm):
    reasons, takes_off = "send_back_to_sender", NO_LONGER_OURS


class ResumeForm(ReasonForm):
    reasons = "resume"


class RestoreForm(ReasonForm):
    reasons = "restore"


class ForwardForm(UnitMixin, ReasonForm):
    reasons, takes_off = "forward", NO_LONGER_OURS
    field_order = ["unit", "reason", "words"]

    @property
    def arguments(self):
        return {**super().arguments, "to": self.cleaned_data["to"]}


class RemoveForm(ReasonForm):
    """The kind of removal counts in the figures; the reason is read by the asker."""

    reasons, is_public = "remove", True
    takes_off = gettext_lazy(
        "Trả lời đã ký đang công khai sẽ không còn hiện trên cổng khi câu hỏi bị loại; khôi phục thì hiện lại."
    )
    removal = forms.ChoiceField(
        label=gettext_lazy("Loại vì"),
        widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in Removal if one],
        help_text=gettext_lazy("Tính vào số liệu. Ví dụ: Trùng nội dung."),
        error_messages={"required": gettext_lazy("Hãy chọn loại vì lý do gì.")},
    )
    field_order = ["removal", "reason", "words"]

    @property
    def arguments(self):
        return {**super().arguments, "removal": self.cleaned_data["removal"]}


class VisibilityForm(ReasonForm):
    """Of an answered case; what everybody would read was cleared when it was signed."""

    reasons = "set_visibility"
    visibility = forms.ChoiceField(
        label=gettext_lazy("Ai được xem"),
        widget=forms.RadioSelect,
        choices=Visibility.choices,
        help_text=gettext_lazy("Người hỏi luôn xem được bằng mã tra cứu. Ví dụ: Công khai."),
        error_messages={"required": gettext_lazy("Hãy chọn ai được xem câu hỏi và trả lời.")},
    )
    field_order = ["visibility", "reason", "words"]

    def prepare(self):
        field = self.fields["visibility"]
        if self.question is not None:
            field.initial = self.question.visibility
        if self.question is not None and self.question.wants_private:
            field.choices = [(Visibility.PRIVATE.value, Visibility.PRIVATE.label)]
            field.help_text = PRIVATE_ALONE

    @property
    def arguments(self):
        return {**super().arguments, "visibility": self.cleaned_data["visibility"]}


class AskBackForm(VerbForm):
    text = forms.CharField(
        label=gettext_lazy("Cần người hỏi làm rõ điều gì"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Người hỏi đọc được. Ví dụ: Xin ông/bà cho biết số thửa, số tờ bản đồ."),
        error_messages={"required": gettext_lazy("Hãy viết điều cần người hỏi làm rõ.")},
    )

    @property
    def arguments(self):
        return {"text": self.cleaned_data["text"].strip()}


class ExtendForm(ReasonForm):
    """A new deadline: one of a few, or a day of one's own."""

    reasons, is_public = "extend", True
    STEPS = (3, 5, 10, 15)  # working days
    until = forms.ChoiceField(
        label=gettext_lazy("Gia hạn thêm"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Hãy chọn gia hạn thêm bao lâu.")},
    )
    day = forms.DateField(
        label=gettext_lazy("Ngày khác"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Chỉ điền khi chọn “Ngày khác”. Ví dụ: 31/12/2026."),
    )
    field_order = ["until", "day", "reason", "words"]

    def prepare(self):
        calendar, due = working_calendar(), self.question.due_on
        rule = Rules.read().on(self.question.kind_id, timezone.localdate(self.question.asked_at))
        most = latest_extension(self.question, rule, calendar=calendar)
        steps = {step: calendar.following(due, step) for step in sorted({*self.STEPS, rule.extension_days})}
        choices = [(day.isoformat(), self._label(step, day)) for step, day in steps.items() if due < day <= most]
        self.fields["until"].choices = [*choices, (OTHER_DAY, _("Ngày khác"))]
        days = {"due": f"{due:%d/%m/%Y}", "most": f"{most:%d/%m/%Y}"}
        self.fields["until"].help_text = _("Hạn hiện nay %(due)s, gia hạn chậm nhất đến %(most)s.") % days

    def _label(self, step, day):
        return _("%(number)d ngày làm việc, đến hết %(day)s") % {"number": step, "day": f"{day:%d/%m/%Y}"}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("until") == OTHER_DAY and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", _("Hãy điền ngày này."))
        return cleaned

    @property
    def arguments(self):
        chosen = self.cleaned_data["until"]
        to = self.cleaned_data["day"] if chosen == OTHER_DAY else date.fromisoformat(chosen)
        return {**super().arguments, "to": to}


class SplitForm(ReasonForm):
    """Why; the parts stand in a form of their own each (parts.py)."""

    reasons, takes_off = "split", NO_LONGER_OURS
