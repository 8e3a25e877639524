"""What the screens of this room share: who comes in, which case is meant, the way back."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.questions.desk.casefile import moved_on, number_in
from cms.questions.desk.timeline import exchange_of
from cms.questions.desk.views.gone import gone
from cms.questions.models import CaseFile, Question
from cms.questions.permissions import may_see_asker


class RoomView(WagtailAdminTemplateMixin, TemplateView):
    """A screen of the portal acted for; `may_enter(request)` says for whom, and of itself it is closed to all."""

    header_icon = "form"
    _show_breadcrumbs = True
    above = ()  # [(address, label)] between the first screen and this one

    @staticmethod
    def may_enter(request):
        return False

    def dispatch(self, request, *args, **kwargs):
        if request.acting_portal is None or not type(self).may_enter(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def today(self):
        return timezone.localdate()

    @property
    def portal(self):
        return self.request.acting_portal

    def get_breadcrumbs_items(self):
        above = [{"url": str(url), "label": label} for url, label in self.above]
        return [*self.breadcrumbs_items, *above, {"url": "", "label": self.get_page_title()}]


class CaseView(RoomView):
    """A screen about one case of the portal; another portal's is not there. `forms`: classes of what is sent to it."""

    forms = ()

    @cached_property
    def question(self):
        return find_case(self.request, self.kwargs["question_id"])

    def get_page_subtitle(self):
        return self.question.heading

    def get_context_data(self, **kwargs):
        return super().get_context_data(**{"question": self.question, **kwargs})

    def dispatch(self, request, *args, **kwargs):
        """Of a case that this unit handed on its address leads to where that is said; what was typed is given back."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            answer = self._handed_on(request)
            if answer is None:
                raise
        return answer

    def _handed_on(self, request):
        """None for a case that was never ours."""
        if request.method == "POST":
            return gone(request, *type(self).forms)
        return redirect("questions_desk:case", number_in(request)) if self._was_ours() else None

    def _was_ours(self):
        return moved_on(number_in(self.request), portal=self.portal) is not None

    def asked_more(self):
        """What came from the asker after the question, and the files: nothing is answered or signed without it."""
        events = self.question.events.select_related("by").order_by("number")
        sent = self.question.files.exclude(purpose=CaseFile.Purpose.ANSWER) if may_see_asker(self.request) else []
        return {
            "exchange": exchange_of(self.question, list(events)),
            "sent": {"question": self.question, "files": list(sent)},
        }


def find_case(request, question_id):
    """Raises Http404 for what is not a case of the portal acted for."""
    found = Question.objects.filter(portal=request.acting_portal).select_related("kind", "portal", "draft_by")
    question = found.filter(pk=question_id).first()
    if question is None:
        raise Http404
    return question
