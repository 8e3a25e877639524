"""What is asked about each setting."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from cms.questions.models import CalendarDay, ClockRule, OfficialTitle, QuestionKind, Topic
from cms.questions.settings import folded
from cms.questions.working_time import WorkingCalendar
from tenants.models import Group

MOST_DAYS = 250  # working days of a year


class KindForm(forms.ModelForm):
    class Meta:
        model = QuestionKind
        fields = ["code", "name", "name_en", "is_offered", "needs_contact", "counts", "order"]
        error_messages = {"code": {"unique": gettext_lazy("Đã có loại câu hỏi mang mã này: hãy dùng mã khác.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:  # imports and links name it
            self.fields["code"].disabled = True


class TopicForm(forms.ModelForm):
    class Meta:
        model = Topic
        fields = ["name", "name_en", "order"]
        error_messages = {"name": {"unique": gettext_lazy("Chủ đề này đã có trong danh sách.")}}


class TitleForm(forms.ModelForm):
    signs_for = forms.MultipleChoiceField(
        label=gettext_lazy("Được ký trả lời ở"),
        choices=Group.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Không chọn khối nào nếu chức danh này không ký. Ví dụ: Xã, phường, thị trấn."),
    )

    class Meta:
        model = OfficialTitle
        fields = ["name", "name_en", "signs_for"]

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        others = OfficialTitle.objects.exclude(pk=self.instance.pk).values_list("name", flat=True)
        if folded(name) in {folded(other) for other in others}:
            raise forms.ValidationError(_("Chức danh này đã có trong danh mục, có thể viết hoa hoặc viết tắt khác."))
        return name


class RuleForm(forms.ModelForm):
    """When it ends follows from when the next one begins (actions.py)."""

    class Meta:
        model = ClockRule
        fields = [
            "kind", "valid_from", "receipt_days", "answer_days", "extensions", "extension_days", "reopen_days",
            "cut_off", "legal_basis", "confidence",
        ]  # fmt: skip
        widgets = {"valid_from": AdminDateInput, "cut_off": AdminTimeInput}
        help_texts = {
            "valid_from": gettext_lazy(
                "Câu hỏi gửi từ ngày này tính theo thời hạn này; thời hạn trước tự hết vào ngày liền trước. "
                "Ví dụ: 01/07/2026."
            )
        }
        error_messages = {
            NON_FIELD_ERRORS: {
                "unique_together": gettext_lazy(
                    "Loại câu hỏi này đã có thời hạn áp dụng từ đúng ngày này: hãy sửa thời hạn đó hoặc đổi ngày."
                )
            }
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["kind"].disabled = True
        for name in ("receipt_days", "answer_days", "extension_days", "reopen_days"):
            self.fields[name].max_value = self.fields[name].widget.attrs["max"] = MOST_DAYS

    def clean(self):
        given = super().clean()
        for name in ("receipt_days", "answer_days", "extension_days", "extensions", "reopen_days"):
            least = 1 if name.startswith(("receipt", "answer")) else 0
            if given.get(name) is not None and not least <= given[name] <= MOST_DAYS:
                limits = {"least": least, "most": MOST_DAYS}
                self.add_error(name, _("Hãy điền một số từ %(least)d đến %(most)d.") % limits)
        if given.get("receipt_days") and given.get("answer_days") and given["receipt_days"] > given["answer_days"]:
            self.add_error("receipt_days", _("Hạn tiếp nhận không thể dài hơn hạn trả lời."))
        return given


class DayForm(forms.ModelForm):
    is_worked = forms.TypedChoiceField(
        label=gettext_lazy("Ngày này"),
        choices=[("0", gettext_lazy("Nghỉ")), ("1", gettext_lazy("Làm việc (làm bù)"))],
        coerce=lambda value: value == "1",
        initial="0",
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Ngày nghỉ không tính vào hạn trả lời. Ví dụ: thứ Bảy đi làm bù thì chọn Làm việc."),
    )
    instead = forms.DateField(
        label=gettext_lazy("Làm bù vào ngày (không bắt buộc)"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Ngày nghỉ được đi làm thay; ghi cùng lúc. Ví dụ: 22/08/2026."),
    )

    class Meta:
        model = CalendarDay
        fields = ["day", "is_worked", "name"]
        widgets = {"day": AdminDateInput}
        error_messages = {"day": {"unique": gettext_lazy("Ngày này đã có trong lịch: hãy sửa ngày đó.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].help_text = gettext_lazy(
            "Đổi một ngày đã qua làm thay đổi số liệu đúng hạn, trễ hạn của kỳ đó. Ví dụ: 22/08/2026."
        )
        if self.instance.pk:
            self.initial["is_worked"] = str(int(self.instance.is_worked))
            del self.fields["instead"]

    def clean(self):
        given = super().clean()
        day, is_worked, instead = (given.get(name) for name in ("day", "is_worked", "instead"))
        if day and is_worked is not None and WorkingCalendar().is_working(day) == is_worked:
            usual = _("Ngày này vốn đã làm việc.") if is_worked else _("Ngày này vốn đã nghỉ.")
            self.add_error("day", usual)
        if instead and is_worked:
            self.add_error("instead", _("Chỉ điền khi ngày ở trên là ngày nghỉ."))
        elif instead:
            self._check_instead(instead)
        return given

    def _check_instead(self, day):
        if WorkingCalendar().is_working(day):
            self.add_error("instead", _("Ngày này vốn đã làm việc."))
        elif CalendarDay.objects.filter(day=day).exists():
            self.add_error("instead", _("Ngày này đã có trong lịch."))

    @property
    def beside(self):
        """The day that is worked instead, unsaved, if there is one; of a valid form."""
        instead = self.cleaned_data.get("instead")
        if not instead:
            return []
        name = _("Làm bù cho ngày %(day)s") % {"day": f"{self.cleaned_data['day']:%d/%m/%Y}"}
        return [CalendarDay(day=instead, is_worked=True, name=name)]
