"""What who asked fills in: the code; a clarification; how content they are; why they ask again."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.questions.asking.fields import FilesField, TidyField
from cms.questions.codes import CODE, tidy
from cms.questions.files import PAPERS, allowed_words
from cms.questions.files.checks import ENDINGS

LONGEST_TEXT, LONGEST_REMARK, LONGEST_CODE = 5_000, 1_000, 80
SHORTEST_TEXT = 10
NOBODYS = _("Không có câu hỏi nào mang mã này. Hãy xem lại từng chữ trên phiếu nhận.")
NO_CODE = _("Mã tra cứu có 12 chữ và số, không có số 0, số 1, chữ I và chữ O. Ví dụ: K7QX-2MRD-9TWF.")
STARS = [
    (5, _("5 - Rất hài lòng")),
    (4, _("4 - Hài lòng")),
    (3, _("3 - Bình thường")),
    (2, _("2 - Chưa hài lòng")),
    (1, _("1 - Rất không hài lòng")),
]


class Plain(forms.Form):
    """What is missing is said by the page, in one list and in its language."""

    use_required_attribute = False


class CodeForm(Plain):
    code = forms.CharField(
        label=_("Mã tra cứu"),
        help_text=_(
            "12 chữ và số trên phiếu nhận; không cần gạch ngang, không phân biệt chữ hoa. Ví dụ: K7QX-2MRD-9TWF."
        ),
        max_length=LONGEST_CODE,
        error_messages={"required": _("Hãy nhập mã tra cứu.")},
        widget=forms.TextInput(
            {"class": "form-control", "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_code(self):
        return tidy(self.cleaned_data["code"])

    def refuse(self):
        """Nobody has this code; of words that cannot be one the message says how a code looks."""
        looks_right = CODE.fullmatch(self.cleaned_data["code"].replace("-", ""))
        self.add_error("code", NOBODYS if looks_right else NO_CODE)


class Said(Plain):
    """A text of some length."""

    def clean_text(self):
        text = self.cleaned_data["text"]
        if len(text) < SHORTEST_TEXT:
            words = _("Viết rõ hơn một chút, ít nhất %(least)s ký tự.")
            raise ValidationError(words, params={"least": SHORTEST_TEXT})
        return text


class ClarifyForm(Said):
    text = TidyField(
        label=_("Nội dung làm rõ"),
        help_text=_("Chỉ ghi điều còn thiếu; không ghi số căn cước. Ví dụ: Việc xảy ra ở thôn Sả Séng, ngày 12/3."),
        max_length=LONGEST_TEXT,
        error_messages={"required": _("Hãy viết nội dung làm rõ.")},
        widget=forms.Textarea({"class": "form-control", "rows": 5}),
    )
    files = FilesField(label=_("Tệp gửi kèm"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].help_text = allowed_words(PAPERS)
        self.fields["files"].widget.attrs.update({"class": "form-control", "accept": ENDINGS[PAPERS]})


class RateForm(Plain):
    stars = forms.TypedChoiceField(
        label=_("Ông/bà hài lòng với câu trả lời ở mức nào?"),
        choices=STARS,
        coerce=int,
        error_messages={"required": _("Hãy chọn một mức."), "invalid_choice": _("Hãy chọn một mức.")},
        widget=forms.RadioSelect({"class": "form-check-input"}),
    )
    remark = TidyField(
        label=_("Ý kiến thêm"),
        help_text=_("Ví dụ: Trả lời rõ, nhưng chưa nêu nơi nộp hồ sơ."),
        max_length=LONGEST_REMARK,
        required=False,
        widget=forms.Textarea({"class": "form-control", "rows": 3}),
    )


class ReopenForm(Said):
    text = TidyField(
        label=_("Điều chưa rõ"),
        help_text=_("Ví dụ: Câu trả lời chưa nói hộ nghèo có được giảm lệ phí không."),
        max_length=LONGEST_TEXT,
        error_messages={"required": _("Hãy viết điều chưa rõ.")},
        widget=forms.Textarea({"class": "form-control", "rows": 5}),
    )
