"""The last look before an answer goes to the head: what everybody will read, beside what must not be in it."""

from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.questions import actions
from cms.questions.desk.views.gone import typed_in
from cms.questions.masking import mask, pieces
from cms.questions.models import Question, Visibility
from cms.questions.permissions import may_sign, may_work

from .attachments import answer_files
from .drafting import draft_url, title_of
from .forms import PublicForm, SubmitForm
from .queries import asker_words, public_words
from .room import CaseView, find_case

TITLE = gettext_lazy("Kiểm tra và trình ký")


class SubmitView(CaseView):
    template_name = "questions/answering/submit.html"
    page_title = TITLE
    header_icon = "check"
    forms = (PublicForm,)
    may_enter = staticmethod(may_work)

    @cached_property
    def planned(self):
        return actions.drafted(self.question)

    @cached_property
    def words(self):
        return {"known": asker_words(self.question), "keep": public_words(self.portal, day=self.today)}

    @property
    def is_public(self):
        return self.planned.visibility == Visibility.PUBLIC

    def get_breadcrumbs_items(self):
        *above, here = super().get_breadcrumbs_items()
        return [*above, {"url": draft_url(self.question), "label": title_of(self.question)}, here]

    def get(self, request, *args, **kwargs):
        if not self.planned.answer.strip() or "submit" not in actions.next_steps(self.question, today=self.today):
            return redirect(draft_url(self.question))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        form = kwargs.pop("form", None) or self._form()
        context = {
            "form": form,
            "planned": self.planned,
            "visibility": Visibility(self.planned.visibility).label,
            "is_public": self.is_public,
            "files": answer_files(self.question),
            **self.asked_more(),
        }
        if self.is_public:
            context |= {
                "question_pieces": pieces(self.question.text, **self.words),
                "answer_pieces": pieces(self.planned.answer, **self.words),
            }
        return super().get_context_data(**context, **kwargs)

    def _form(self, data=None):
        version = {"version": self.question.version}
        if not self.is_public:
            return SubmitForm(data, answer=self.planned.answer, initial=version)
        hidden = {"answer": self.planned.answer, "hidden": self.words["known"], "public": self.words["keep"]}
        return PublicForm(data, initial={**version, **self._public_texts()}, **hidden)

    def _public_texts(self):
        """What was cleared before, or the texts with what was found taken out."""
        told = {**self.words, "language": self.question.language}
        return {
            "public_text": self.planned.public_text or mask(self.question.text, **told)[0],
            "public_answer": self.planned.public_answer or mask(self.planned.answer, **told)[0],
        }

    def post(self, request, *args, **kwargs):
        form = self._form(request.POST)
        if not form.is_valid():
            return self._again(form)
        try:
            question = self._submit(form.cleaned_data)
        except actions.NotDone as refusal:
            return self._refused(refusal)
        except Question.DoesNotExist as error:
            raise Http404 from error
        if may_sign(request):
            return redirect("questions_answering:sign", question_id=question.pk)
        messages.success(request, _("Đã trình lãnh đạo ký trả lời câu hỏi số %(number)s.") % {"number": question.pk})
        return redirect("questions_desk:index")

    @transaction.atomic
    def _submit(self, given):
        """What everybody will read is kept and the answer submitted, both or neither."""
        told = {"portal": self.portal, "by": self.request.user, "now": timezone.now()}
        version, public = given["version"], {}
        if self.is_public:
            public = {name: given[name] for name in ("public_text", "public_answer")}
        kept = actions.save_draft(self.question.pk, draft=self.planned.answer, version=version, **public, **told)
        return actions.submit(self.question.pk, version=kept.version, masked=given.get("masked", False), **told)

    def _refused(self, refusal):
        """What was typed stays; who reads what changed meanwhile may submit again."""
        self.question = find_case(self.request, self.question.pk)
        self.__dict__.pop("planned", None)
        data = self.request.POST.copy()
        data["version"] = self.question.version
        data.pop("masked", None)  # confirmed was what stood there before
        form = self._form(data)
        form.add_error(None, str(refusal))
        homeless = () if self.is_public else typed_in(self.request.POST, PublicForm)  # private by now: no field for it
        return self._again(form, typed=homeless)

    def _again(self, form, **context):
        messages.error(self.request, _("Chưa trình ký được: xin xem lỗi bên dưới."))
        return self.render_to_response(self.get_context_data(form=form, **context))
