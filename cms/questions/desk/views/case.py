"""The case file: what was asked, by whom, what happened since, until when, and what can be done now."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from cms.questions.actions import next_steps
from cms.questions.asking.forms import page_path
from cms.questions.desk.casefile import find_question, moved_on, number_in, open_case
from cms.questions.desk.overseen import masked
from cms.questions.desk.verbs import offered
from cms.questions.files import serve_case_file
from cms.questions.models import CaseFile, Question
from cms.questions.permissions import may_oversee, may_see_asker, may_sign, may_work, overseen_portals
from tenants.hosts import base_url

from .base import DeskView
from .behalf import has_slip


class CaseView(DeskView):
    """For officer and head; the province reads it, without the asker and the files."""

    template_name = "questions/desk/case.html"
    case_question = None

    def check(self, request):
        if not (may_work(request) or may_oversee(request.user)):
            raise PermissionDenied

    def dispatch(self, request, question_id):
        self.check(request)
        try:
            self.case_question = self.question(question_id)
        except Http404:
            if (answer := self.moved()) is None:
                raise
            return answer
        return super().dispatch(request)

    def moved(self):
        """Where a case went that this unit held and handed on: told to who works here, of nobody else's cases."""
        reads = self.request.method == "GET" and may_work(self.request)
        number = number_in(self.request)
        move = moved_on(number, portal=self.portal) if reads else None
        if move is None:
            return None
        self.page_title = _("Câu hỏi số %(number)s") % {"number": number}
        context = DeskView.get_context_data(self, move=move, number=number)
        return TemplateResponse(self.request, "questions/desk/moved.html", context)

    def get_page_title(self):
        if self.case_question is None:
            return self.page_title
        return _("Câu hỏi số %(number)s") % {"number": self.case_question.pk}

    def get_context_data(self, **kwargs):
        works, sees = may_work(self.request), may_see_asker(self.request)
        case = open_case(self.case_question, today=self.today, with_asker=sees)
        if not works:
            case = masked(case, day=self.today)
        steps = next_steps(self.case_question, today=self.today) if works else set()
        context = {
            "page_url": self._page_url(),
            "case": case,
            "verbs": offered(steps),
            "steps": steps,
            "works": works,
            "sees_asker": sees,
            "has_slip": sees and has_slip(self.case_question),
        }
        return super().get_context_data(**context, may_sign=may_sign(self.request), **kwargs)

    def _page_url(self):
        """Where a report of wrong information points, on the unit's own host; "" for what is no path."""
        path = page_path(self.case_question.page_path)
        return f"{base_url(self.case_question.portal_id, self.request)}{path}" if path else ""


class OverseenCaseView(CaseView):
    """A case of any portal that the person oversees, to be read and no more, without what tells who somebody is."""

    def moved(self):
        return None

    def check(self, request):
        if not may_oversee(request.user):
            raise PermissionDenied

    def question(self, question_id):
        try:
            return find_question(question_id, portals=overseen_portals(self.request.user))
        except Question.DoesNotExist as error:
            raise Http404 from error

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        case = masked(open_case(self.case_question, today=self.today, with_asker=False), day=self.today)
        return DeskView.get_context_data(
            self, page_url=self._page_url(), case=case, works=False, sees_asker=False, **kwargs
        )


def case_file(request, question_id, case_file_id):
    """A file of a case, for whoever may see its asker."""
    if not may_see_asker(request):
        raise PermissionDenied
    found = CaseFile.objects.filter(pk=case_file_id, question=question_id, question__portal=request.acting_portal)
    file = found.first()
    if file is None:
        raise Http404
    return serve_case_file(request, file)
