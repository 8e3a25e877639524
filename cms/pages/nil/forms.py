"""What is asked of whoever proposes: which section, for how long, and why if there is something to say."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from .models import NilDeclaration
from .periods import Offer, Period, period_of


class ProposalForm(forms.Form):
    """`sections` are OpenSections (queries.py) for which something can be declared now; `day` is today."""

    section = forms.ChoiceField(
        label=gettext_lazy("Chuyên mục"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Chỉ hiện chuyên mục đang trống và chưa khai báo. Ví dụ: Lấy ý kiến dự thảo."),
        error_messages={
            "required": gettext_lazy("Hãy chọn một chuyên mục."),
            "invalid_choice": gettext_lazy("Chuyên mục này đang có nội dung hoặc đã có khai báo: chọn mục khác."),
        },
    )
    period = forms.ChoiceField(
        label=gettext_lazy("Thời gian"),
        widget=forms.RadioSelect,
        initial=Offer.QUARTER,
        help_text=gettext_lazy("Hết thời gian này khai báo tự hết hiệu lực. Ví dụ: Quý này."),
    )
    first = forms.DateField(
        label=gettext_lazy("Từ ngày"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Chỉ điền khi chọn “Thời gian khác”. Ví dụ: 01/01/2026."),
    )
    last = forms.DateField(
        label=gettext_lazy("Đến hết ngày"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy("Chỉ điền khi chọn “Thời gian khác”. Ví dụ: 31/03/2026."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Lý do (không bắt buộc)"),
        required=False,
        max_length=NilDeclaration._meta.get_field("reason").max_length,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=NilDeclaration._meta.get_field("reason").help_text,
    )

    def __init__(self, *args, sections, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.day = day
        self.fields["section"].choices = [(one.code, one.title) for one in sections]
        self.fields["period"].choices = [(offer.value, self._label(offer)) for offer in Offer]

    def _label(self, offer):
        period = period_of(offer, day=self.day)
        return f"{offer.label} ({period.first:%d/%m/%Y} - {period.last:%d/%m/%Y})" if period else str(offer.label)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("period") == Offer.OTHER:
            for name in ("first", "last"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Hãy điền ngày này."))
        return cleaned

    @property
    def first_asked(self):
        """What everybody answers; the rest folds away."""
        return [self["section"], self["period"]]

    @property
    def folded(self):
        return [self["first"], self["last"], self["reason"]]

    @property
    def chosen(self):
        """The Period that was chosen; of a valid form."""
        given = self.cleaned_data
        return period_of(given["period"], day=self.day) or Period(given["first"], given["last"])
