"""The call list: what is overdue (or otherwise near its deadline), and whom to ring about it."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cms.questions.province.bands import CHOICES, LATE
from cms.questions.province.cases import lines_of
from cms.questions.province.waiting import cases_in

from .base import ProvinceView

PER_PAGE, AT_ONCE = 50, 500


class CasesView(ProvinceView):
    template_name = "questions/province/cases.html"
    tab = "cases"
    file_name = "danh-sach-can-goi"

    @cached_property
    def band(self):
        wanted = self._given("han")
        return wanted if wanted in dict(CHOICES) else LATE

    @cached_property
    def unit(self):
        slug = self._given("don-vi")
        return next((portal for portal in self.portals if portal.slug == slug), None)

    def filters(self):
        due, known = self._given("han"), dict(CHOICES)
        return [*super().filters(), (_("Hạn"), due, due in known), (_("Đơn vị"), self._given("don-vi"), self.unit)]

    @cached_property
    def cases(self):
        return cases_in([self.unit] if self.unit else self.portals, self.band, today=self.today)

    def get_context_data(self, **kwargs):
        page = Paginator(self.cases, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            lines=lines_of(page.object_list, today=self.today, may_read=self.may_read),
            page_obj=page,
            previous_url=self._address(p=page.previous_page_number()) if page.has_previous() else "",
            next_url=self._address(p=page.next_page_number()) if page.has_next() else "",
            choices=CHOICES,
            band=self.band,
            unit=self.unit,
            units=self.portals,
            **kwargs,
        )

    def file_rows(self):
        heading = [_("Đơn vị"), _("Số câu hỏi"), _("Chủ đề"), _("Hạn trả lời"), _("Ngày làm việc còn lại")]
        heading += [_("Giai đoạn"), _("Chức danh phải trả lời"), _("Họ và tên"), _("Điện thoại")]
        yield [*heading, _("Câu hỏi")] if self.may_read else heading
        keys = list(self.cases.values_list("pk", flat=True))
        for start in range(0, len(keys), AT_ONCE):
            cases = self.cases.filter(pk__in=keys[start : start + AT_ONCE])
            for line in lines_of(cases, today=self.today, may_read=self.may_read):
                row = _cells(line)
                yield [*row, line.heading] if self.may_read else row


def _cells(line):
    first = line.first
    called = [first.title, first.name, " / ".join(phone.shown for phone in first.phones)] if first else ["", "", ""]
    facts = [line.portal.placed_name, line.number, line.topic, line.due_on, line.days_left, line.stage]
    return [*facts, *called]
