"""The parts of a split: for each a unit and the words it has to answer. Two at least; one more with a button."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .fields import UnitMixin

FEWEST, MOST_PARTS = 2, 6
ONE_MORE = "one-more"  # name of the button
KEPT = ("unit", "slug", "text")


class PartForm(UnitMixin):
    may_be_own = True
    text = forms.CharField(
        label=gettext_lazy("Nội dung đơn vị này trả lời"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Xóa bớt những gì không thuộc phần này. Ví dụ: Bao giờ sửa đường thôn 3?"),
        error_messages={"required": gettext_lazy("Hãy viết nội dung của phần này.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].widget.attrs["data-ours"] = "1"

    @property
    def part(self):
        return self.cleaned_data["to"], self.cleaned_data["text"].strip()


class BaseParts(forms.BaseFormSet):
    def clean(self):
        if any(self.errors):
            return
        if len({(portal.pk, text) for portal, text in self.parts}) < len(self.parts):
            raise ValidationError(_("Hai phần giống hệt nhau: hãy sửa nội dung hoặc đơn vị."))

    @property
    def parts(self):
        """[(Portal, text)]; a form that was added and left empty is none."""
        return [form.part for form in self.forms if form.cleaned_data.get("to")]


Parts = forms.formset_factory(
    PartForm, formset=BaseParts, extra=0, min_num=FEWEST, max_num=MOST_PARTS, validate_min=True, validate_max=True
)


def parts_for(question, *, data=None):
    """The forms of the parts: as sent, with one more if that was asked for; at first ours and another unit's."""
    if data is None:
        text = {"text": question.text}
        ours = {**text, "unit": question.portal.display_name, "slug": question.portal.slug}
        return Parts(initial=[ours, text], prefix="parts")
    if ONE_MORE not in data:
        return Parts(data, prefix="parts")
    typed = [{name: data.get(f"parts-{number}-{name}", "") for name in KEPT} for number in range(_number(data))]
    return Parts(initial=[*typed, {"text": question.text}][:MOST_PARTS], prefix="parts")


def _number(data):
    given = data.get("parts-TOTAL_FORMS", "")
    return min(int(given), MOST_PARTS) if given.isdecimal() and len(given) < 3 else FEWEST
