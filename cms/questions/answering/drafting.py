"""The screen where an answer is written: question, templates, text, who may read it, files that go with it."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.questions import actions
from cms.questions.desk.casefile import open_case
from cms.questions.models import CaseFile, EventKind, Question, Stage, Visibility
from cms.questions.permissions import may_see_asker, may_work

from .attachments import answer_files, attach, detach, may_change, went_out
from .forms import DraftForm
from .queries import templates_for
from .room import CaseView, find_case

TITLE, CORRECTING = gettext_lazy("Soạn trả lời"), gettext_lazy("Sửa trả lời")


class DraftView(CaseView):
    template_name = "questions/answering/draft.html"
    page_title = TITLE
    header_icon = "edit"
    forms = (DraftForm,)
    may_enter = staticmethod(may_work)

    def dispatch(self, request, *args, **kwargs):
        self.is_stale = False
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def planned(self):
        return actions.drafted(self.question)

    @cached_property
    def templates(self):
        return templates_for(self.portal, topic=self.planned.topic)

    def get_page_title(self):
        return title_of(self.question)

    @property
    def may_draft(self):
        return "save_draft" in actions.next_steps(self.question, today=self.today)

    def get_context_data(self, **kwargs):
        form = kwargs.pop("form", None) or self._form()
        question, may_draft, files = self.question, self.may_draft, answer_files(self.question)
        return super().get_context_data(
            case=open_case(question, today=self.today, with_asker=may_see_asker(self.request)),
            form=form,
            templates=self.templates,
            files=files,
            signed_files=went_out(question, files, list(question.events.order_by("number"))),
            planned=self.planned,
            may_draft=may_draft,
            why_not="" if may_draft else self._why_not(),
            sent_back=self._sent_back(),
            may_change_files=may_change(question),
            stored=self.planned if self.is_stale else None,
            **kwargs,
        )

    def _why_not(self):
        """Why nothing can be written now, in a sentence."""
        if self.question.submitted_at:
            return _("Trả lời đang chờ lãnh đạo ký. Muốn sửa, xin lãnh đạo bấm “Trả lại để sửa”.")
        if self.question.is_split:
            return _("Câu hỏi đã tách: hãy trả lời từng phần.")
        return _("Câu hỏi đã bị loại: hãy khôi phục trước khi trả lời.")

    def _sent_back(self):
        """The head's reason, as long as nothing was submitted after it."""
        kinds = (EventKind.SUBMITTED, EventKind.SENT_BACK)
        event = self.question.events.filter(kind__in=kinds).select_related("by").order_by("-number").first()
        return event if event and event.kind == EventKind.SENT_BACK else None

    def _form(self, data=None, files=None):
        return DraftForm(data, files, question=self.question, initial=self._initial())

    def _initial(self):
        planned, question = self.planned, self.question
        visibility = planned.visibility
        if question.wants_private:
            visibility = Visibility.PRIVATE
        elif not question.draft_by_id and visibility == Visibility.HIDDEN:
            visibility = Visibility.PUBLIC
        told = {name: getattr(planned, name) for name in ("subject", "topic")}
        return {**told, "draft": planned.answer, "visibility": visibility, "version": question.version}

    def post(self, request, *args, **kwargs):
        if "use" in request.POST:
            return self._with_template(request.POST["use"])
        form = self._form(request.POST, request.FILES)
        if not form.is_valid():
            return self._again(form)
        try:
            self._save(form)
        except actions.NotDone as refusal:
            return self._refused(refusal)
        except Question.DoesNotExist as error:
            raise Http404 from error
        if "next" in request.POST:
            return redirect("questions_answering:submit", question_id=self.question.pk)
        messages.success(request, _("Đã lưu dự thảo trả lời câu hỏi số %(number)s.") % {"number": self.question.pk})
        return redirect(self.request.path)

    def _save(self, form):
        given, now = form.cleaned_data, timezone.now()
        texts = dict(form.texts)
        if given["draft"] != self.planned.answer:
            texts["public_answer"] = ""  # made anew from what the answer says now
        told = {"by": self.request.user, "now": now}
        if given["draft"] != self.planned.answer or any(texts[n] != getattr(self.planned, n) for n in texts):
            actions.save_draft(
                self.question.pk, portal=self.portal, draft=given["draft"], version=given["version"], **texts, **told
            )
        if given["files"]:
            attach(self.question, given["files"], **told)
        for key in self.request.POST.getlist("detach"):
            self._detach(key, told)

    def _detach(self, key, told):
        try:
            detach(self.question, int(key) if key.isdecimal() else 0, **told)
        except CaseFile.DoesNotExist:
            return  # gone already

    def _with_template(self, key):
        """One tap without a script: the text of a template behind what was typed; nothing is saved yet."""
        template = self.templates.find(key)
        if template is None:
            raise Http404
        typed = self.request.POST.dict()
        typed["draft"] = "\n\n".join(filter(None, [typed.get("draft", "").rstrip(), template.text]))
        form = DraftForm(question=self.question, initial=typed)
        return self.render_to_response(self.get_context_data(form=form, used=template))

    def _refused(self, refusal):
        """What was typed stays in the form; of a version conflict what the other one kept stands beside it."""
        self.is_stale = isinstance(refusal, actions.Stale)
        self.question = find_case(self.request, self.question.pk)
        self.__dict__.pop("planned", None)
        data = self.request.POST.copy()
        data["version"] = self.question.version
        form = self._form(data, None)
        form.add_error(None, str(refusal))
        return self._again(form)

    def _again(self, form):
        messages.error(self.request, _("Chưa lưu được: xin xem lỗi bên dưới."))
        return self.render_to_response(self.get_context_data(form=form))


def title_of(question):
    """Of the screen: what was signed is corrected."""
    return CORRECTING if question.stage == Stage.ANSWERED else TITLE


def draft_url(question):
    return reverse("questions_answering:draft", args=[question.pk])
