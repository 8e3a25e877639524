"""Figures by group, unit or month: the numbers of the quarterly report, at any time."""

from django.utils.functional import cached_property

from cms.questions.province.left_out import kinds_left_out
from cms.questions.province.periods import DAYS, PeriodForm, offers
from cms.questions.province.tables import COLUMNS, table_of

from .base import ProvinceView


class FiguresView(ProvinceView):
    template_name = "questions/province/figures.html"
    tab = "figures"
    file_name = "so-lieu-hoi-dap"

    @cached_property
    def form(self):
        return PeriodForm(self.request.GET.dict(), today=self.today)

    @cached_property
    def table(self):
        """None for an address that names no period."""
        if not self.form.is_valid():
            return None
        given = self.form.cleaned_data
        return table_of(self.portals, way=given["theo"], period=self.form.span, as_of=given["tinh_den"])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            form=self.form,
            table=self.table,
            headings=[heading for heading, _value in COLUMNS],
            offers=[{"label": label, "url": self._of(span)} for label, span in offers(self.today)],
            **kwargs,
        )

    def _of(self, span):
        """The same screen for another period, as of its last day or of today."""
        day = min(span.last, self.today)
        days = {"tu": span.first, "den": span.last, "tinh_den": day}
        return self._address(**{name: f"{value:%d/%m/%Y}" for name, value in days.items()})

    def left_out(self):
        return kinds_left_out()

    def filters(self):
        """The form says beside its fields what it did not understand."""
        return []

    def file_rows(self):
        return self.table.rows() if self.table else None

    def file_notes(self):
        given = self.form.cleaned_data
        days = {str(self.form.fields[name].label): given[name] for name in DAYS}
        return {**days, **super().file_notes()}
