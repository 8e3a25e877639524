"""What the screen "Menu và liên kết" posts: orders and marks of sections, and a few links. No number of any row."""

from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import MOST_LINKS, QuickLink


class LinkForm(forms.Form):
    """One quick link; a row that is left empty is no link."""

    label = forms.CharField(
        label=gettext_lazy("Tên liên kết"),
        max_length=QuickLink._meta.get_field("label").max_length,
        required=False,
        help_text=gettext_lazy("Ngắn, nói rõ nơi đến. Ví dụ: Đặt lịch khám bệnh."),
    )
    label_en = forms.CharField(
        label=gettext_lazy("Tên liên kết bằng tiếng Anh"),
        max_length=QuickLink._meta.get_field("label").max_length,
        required=False,
        help_text=gettext_lazy("Để trống thì trang tiếng Anh hiện tên tiếng Việt. Ví dụ: Book a visit."),
    )
    url = forms.URLField(
        label=gettext_lazy("Địa chỉ"),
        assume_scheme="https",
        required=False,
        help_text=gettext_lazy("Bắt đầu bằng https://. Ví dụ: https://datlich.example.vn/"),
        error_messages={"invalid": gettext_lazy("Địa chỉ chưa đúng. Ví dụ: https://datlich.example.vn/")},
    )

    def clean_url(self):
        url = self.cleaned_data["url"]
        if url and urlsplit(url).scheme != "https":
            raise forms.ValidationError(_("Chỉ nhận địa chỉ an toàn, bắt đầu bằng https://."))
        return url

    def clean(self):
        cleaned = super().clean()
        names = {"label": _("Liên kết này chưa có tên."), "url": _("Liên kết này chưa có địa chỉ.")}
        if not self.is_empty:
            for name, text in names.items():
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, text)
        return cleaned

    @property
    def is_empty(self):
        return not any((self.data.get(self.add_prefix(name)) or "").strip() for name in self.fields)


class LinksFormSet(forms.BaseFormSet):
    default_error_messages = {
        **forms.BaseFormSet.default_error_messages,
        "too_many_forms": gettext_lazy("Nhiều nhất %(num)d liên kết: xin xóa bớt."),
    }

    @property
    def links(self):
        """The links as they are to be kept, in order."""
        return [form.cleaned_data for form in self.forms if not form.is_empty]


LinkFormSet = forms.formset_factory(LinkForm, formset=LinksFormSet, extra=0, max_num=MOST_LINKS, validate_max=True)


def formset(rows, *, posted):
    """A form set over these rows ({label, label_en, url}); `posted` are rows that came in and are to be judged."""
    if not posted:
        return LinkFormSet(initial=rows, prefix="link")
    data = {"link-TOTAL_FORMS": len(rows), "link-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"link-{number}-{name}": value for name, value in row.items()}
    return LinkFormSet(data, prefix="link")


def rows_of(post):
    """The links of a post, in the order of its rows."""
    try:
        total = min(int(post.get("link-TOTAL_FORMS", 0)), 2 * MOST_LINKS)
    except ValueError:
        total = 0
    names = ("label", "label_en", "url")
    return [{name: post.get(f"link-{number}-{name}", "").strip() for name in names} for number in range(total)]


def blank():
    return {"label": "", "label_en": "", "url": ""}
