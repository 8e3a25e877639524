"""The guide: a list that can be searched, and one page a task."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .tasks import find_task, search_tasks

TITLE = _("Hướng dẫn")


class GuideView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "pages/admin/guide.html"
    page_title = TITLE
    header_icon = "help"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": TITLE}]

    def get_context_data(self, **kwargs):
        words = self.request.GET.get("q", "").strip()[:100]
        return super().get_context_data(words=words, tasks=search_tasks(words), **kwargs)


class TaskView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "pages/admin/guide_task.html"
    header_icon = "help"
    _show_breadcrumbs = True

    def dispatch(self, request, task):
        self.task = find_task(task)
        if self.task is None:
            raise Http404
        return super().dispatch(request)

    def get_page_title(self):
        return str(self.task.title)

    def get_breadcrumbs_items(self):
        guide = {"url": reverse("guide:index"), "label": TITLE}
        return [*self.breadcrumbs_items, guide, {"url": "", "label": str(self.task.title)}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(task=self.task, **kwargs)
