"""What every screen of the desk is: one of officer and head, with the way back above it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.questions.desk.casefile import find_question
from cms.questions.models import Question
from cms.questions.permissions import may_work

TITLE = gettext_lazy("Hỏi - Đáp")
ICON = "comment"


class DeskView(WagtailAdminTemplateMixin, TemplateView):
    page_title = TITLE
    header_icon = ICON
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        self.check(request)
        self.today = timezone.localdate()
        return super().dispatch(request, *args, **kwargs)

    def check(self, request):
        """Raises PermissionDenied for whoever has no desk here."""
        if not may_work(request):
            raise PermissionDenied

    def get_breadcrumbs_items(self):
        start = {"url": reverse("questions_desk:index"), "label": TITLE}
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, here] if self.is_start else [*self.breadcrumbs_items, start, here]

    is_start = False

    @property
    def portal(self):
        return self.request.acting_portal

    def question(self, question_id):
        """A case of the portal acted for; any other number does not exist."""
        try:
            return find_question(question_id, portals=[self.portal])
        except Question.DoesNotExist as error:
            raise Http404 from error
