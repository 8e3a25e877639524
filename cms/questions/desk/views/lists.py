"""The two lists: what wants something today, and every case with filters."""

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy

from cms.questions.desk.filters import FilterForm, narrowed, topics_of
from cms.questions.desk.rows import rows_of
from cms.questions.desk.today import queue_of

from .base import DeskView

PER_PAGE = 30


class TodayView(DeskView):
    template_name = "questions/desk/today.html"
    is_start = True

    def get_context_data(self, **kwargs):
        return super().get_context_data(queue=queue_of(self.portal, today=self.today), tab="today", **kwargs)


class AllView(DeskView):
    template_name = "questions/desk/all.html"
    page_title = gettext_lazy("Tất cả câu hỏi")

    def get_context_data(self, **kwargs):
        form = FilterForm(self.request.GET or None, topics=topics_of(self.portal))
        page = Paginator(narrowed(self.portal, form, today=self.today), PER_PAGE).get_page(self.request.GET.get("p"))
        rows = rows_of(page.object_list, today=self.today)
        context = {"form": form, "media": form.media, "page_obj": page, "rows": rows, "tab": "all"}
        return super().get_context_data(**context, pager=self._pager(), **kwargs)

    def _pager(self):
        """The filters as they stand, for the links to other pages."""
        kept = self.request.GET.copy()
        kept.pop("p", None)
        return f"?{kept.urlencode()}&p=" if kept else "?p="
