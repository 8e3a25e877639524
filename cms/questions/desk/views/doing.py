"""A verb on one case: a small form, and what somebody else did meanwhile if it comes too late."""

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from cms.questions.actions import NotDone, Stale, next_steps
from cms.questions.desk.casefile import moved_on, number_in, open_case
from cms.questions.desk.parts import ONE_MORE, PartForm, parts_for
from cms.questions.desk.verbs import VERBS, words_of
from cms.questions.models import Question

from .base import DeskView
from .gone import gone


class VerbView(DeskView):
    template_name = "questions/desk/verb.html"

    def check(self, request):
        super().check(request)
        self.verb = VERBS.get(self.kwargs["verb"])
        if self.verb is None:
            raise Http404
        self.case_question = self._found()

    def _found(self):
        """The case; None if this unit handed it to another one, perhaps while a form was being filled in."""
        try:
            return self.question(self.kwargs["question_id"])
        except Http404:
            if moved_on(number_in(self.request), portal=self.portal) is None:
                raise
        return None

    def get_page_title(self):
        return self.verb.label

    @property
    def is_possible(self):
        return self.verb.name in next_steps(self.case_question, today=self.today)

    def get(self, request, *args, **kwargs):
        if self.case_question is None:
            return redirect("questions_desk:case", number_in(self.request))
        if not self.is_possible:
            messages.warning(request, _("Câu hỏi này hiện không làm việc đó được: %(verb)s.") % self._named())
            return redirect("questions_desk:case", self.case_question.pk)
        return self.render_to_response(self.get_context_data())

    def form(self, data=None, **kwargs):
        start = {"version": self.case_question.version, **kwargs.pop("initial", {})}
        return self.verb.form(
            data, initial=start, question=self.case_question, portal=self.portal, today=self.today, **kwargs
        )

    def post(self, request, *args, **kwargs):
        if self.case_question is None:
            return self.gone()
        form = self.form(request.POST)
        if not form.is_valid():
            return self.again(form)
        return self.do(form, **form.arguments)

    def do(self, form, **arguments):
        """Do it; what could not be done is said above the form, which keeps what was typed."""
        who = {"portal": self.portal, "by": self.request.user, "now": timezone.now()}
        try:
            question = self.verb.do(self.case_question.pk, version=form.cleaned_data["version"], **who, **arguments)
        except Question.DoesNotExist as error:
            raise Http404 from error
        except NotDone as refusal:
            return self.refused(form, refusal)
        after = question if isinstance(question, Question) else self.case_question
        messages.success(self.request, self.verb.done % words_of(after))
        return self.onward()

    def onward(self):
        if self.verb.leaves or "today" in self.request.POST:
            return redirect("questions_desk:index")
        return redirect("questions_desk:case", self.case_question.pk)

    def refused(self, form, refusal):
        self.case_question = self._found()
        if self.case_question is None:
            return self.gone()
        if self.verb.is_plain:
            messages.error(self.request, str(refusal))
            return self.onward()
        form.add_error(None, str(refusal))
        if isinstance(refusal, Stale):  # read now: sending it again means it
            if self.is_possible:
                form.add_error(None, _("Chữ bạn gõ vẫn ở bên dưới: bấm lần nữa thì việc này được làm."))
            form.data = form.data.copy()
            form.data["version"] = self.case_question.version
        return self.again(form)

    def again(self, form, **kwargs):
        return self.render_to_response(self.get_context_data(form=form, **kwargs))

    def get_context_data(self, **kwargs):
        form = kwargs.pop("form", None) or self.form()
        case = open_case(self.case_question, today=self.today, with_asker=False)
        context = {"form": form, "media": form.media, "verb": self.verb, "case": case, "is_possible": self.is_possible}
        return super().get_context_data(**context, **kwargs)

    def _named(self):
        return {"verb": str(self.verb.button)}

    def gone(self):
        """What was typed for a case that another unit holds now."""
        return gone(self.request, self.verb.form)


class SplitView(VerbView):
    """The verb that asks for several units and texts."""

    template_name = "questions/desk/split.html"

    def check(self, request):
        self.kwargs["verb"] = "split"
        super().check(request)

    def post(self, request, *args, **kwargs):
        if self.case_question is None:
            return self.gone()
        if ONE_MORE in request.POST:
            return self.again(self.form(initial=request.POST.dict()), parts=self.parts(request.POST))
        form, parts = self.form(request.POST), self.parts(request.POST)
        if not (form.is_valid() & parts.is_valid()):
            return self.again(form, parts=parts)
        return self.do(form, parts=parts.parts, **form.arguments)

    def gone(self):
        return gone(self.request, self.verb.form, PartForm)

    def parts(self, data=None):
        return parts_for(self.case_question, data=data)

    def get_context_data(self, **kwargs):
        sent = self.request.POST if self.request.method == "POST" else None
        parts = kwargs.pop("parts", None) or self.parts(sent)
        return super().get_context_data(parts=parts, **kwargs)
