"""Which period the figures are of: chosen from a list of quarters and years, or typed."""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.questions.queries import Span
from tenants.models import Group

QUARTERS_BACK = 5
WAYS = [
    ("khoi", gettext_lazy("Theo khối")),
    ("don-vi", gettext_lazy("Theo đơn vị")),
    ("thang", gettext_lazy("Theo tháng gửi")),
]
DAYS = ("tu", "den", "tinh_den")
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


def quarter_of(day):
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    following = (first + timedelta(days=95)).replace(day=1)
    return Span(first, following - timedelta(days=1))


def offers(today):
    """[(label, Span)]: this quarter and those before it, then this year."""
    found, quarter = [], quarter_of(today)
    for _count in range(QUARTERS_BACK):
        number = (quarter.first.month + 2) // 3
        found.append((_("Quý %(number)d/%(year)d") % {"number": number, "year": quarter.first.year}, quarter))
        quarter = quarter_of(quarter.first - timedelta(days=1))
    year = Span(date(today.year, 1, 1), date(today.year, 12, 31))
    return [*found, (_("Cả năm %(year)d") % {"year": today.year}, year)]


class PeriodForm(forms.Form):
    """Bound to what the address says; without anything this quarter, as of today, by groups."""

    tu = forms.DateField(label=gettext_lazy("Gửi từ ngày"), help_text=gettext_lazy("Ví dụ: 01/01/2026."))
    den = forms.DateField(label=gettext_lazy("Đến hết ngày"), help_text=gettext_lazy("Ví dụ: 31/03/2026."))
    tinh_den = forms.DateField(
        label=gettext_lazy("Tính đến cuối ngày"),
        help_text=gettext_lazy("Việc xảy ra sau ngày này chưa tính. Ví dụ: 22/03/2026."),
    )
    theo = forms.ChoiceField(
        label=gettext_lazy("Cách xem"),
        choices=WAYS,
        help_text=gettext_lazy("Mỗi dòng của bảng là gì. Ví dụ: Theo tháng gửi thì mỗi dòng là một tháng."),
    )
    khoi = forms.ChoiceField(
        label=gettext_lazy("Khối"),
        required=False,
        choices=[("", gettext_lazy("Tất cả")), *Group.choices],
        help_text=gettext_lazy("Ví dụ: Xã, phường, thị trấn."),
    )

    def __init__(self, data, *, today):
        quarter = quarter_of(today)
        usual = {
            "tu": f"{quarter.first:%d/%m/%Y}",
            "den": f"{quarter.last:%d/%m/%Y}",
            "tinh_den": f"{today:%d/%m/%Y}",
            "theo": "khoi",
        }
        super().__init__({**usual, **{name: value for name, value in data.items() if value}})
        for name in DAYS:
            self.fields[name].widget = forms.DateInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def clean(self):
        given = super().clean()
        for name in DAYS:
            if given.get(name) and not EARLIEST <= given[name] <= LATEST:
                self.add_error(name, _("Hãy điền một ngày từ năm 2000 đến năm 2100."))
        if given.get("tu") and given.get("den") and given["den"] < given["tu"]:
            self.add_error("den", _("Ngày cuối phải sau ngày đầu."))
        return given

    @property
    def span(self):
        """The Span of a valid form."""
        return Span(self.cleaned_data["tu"], self.cleaned_data["den"])
