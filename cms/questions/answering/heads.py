"""What the head sees: which answers wait; each with its question, the title that signs, and one button."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from cms.questions import actions
from cms.questions.desk.rows import rows_of
from cms.questions.models import EventKind, Question, SigningForm, Stage, Visibility
from cms.questions.permissions import may_sign
from cms.questions.signing import signers_of, why_not

from .attachments import answer_files
from .forms import BackForm, SignForm
from .queries import waiting
from .room import CaseView, RoomView, find_case

PER_PAGE = 30
TITLE = gettext_lazy("Chờ ký")
INDEX = reverse_lazy("questions_answering:waiting")


@dataclass(frozen=True)
class Signature:
    """A Signer as the screen names it."""

    key: str
    label: str


def signature_of(signer):
    """ "KT. Chủ tịch UBND xã – Phó Chủ tịch UBND xã Trần Văn Bình"."""
    own = f"{signer.title_name} {signer.person_name}"
    if not signer.form:
        return Signature(signer.key, own)
    mark = {SigningForm.KT: "KT.", SigningForm.TL: "TL.", SigningForm.TUQ: "TUQ."}[SigningForm(signer.form)]
    return Signature(signer.key, f"{mark} {signer.signed_for} – {own}")


class WaitingView(RoomView):
    template_name = "questions/answering/waiting.html"
    page_title = TITLE
    header_icon = "edit"
    may_enter = staticmethod(may_sign)

    def get_context_data(self, **kwargs):
        page = Paginator(waiting(self.portal), PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(rows=rows_of(page.object_list, today=self.today), page_obj=page, **kwargs)


class SignView(CaseView):
    """Reading and signing on one screen, so that a phone needs one tap more than the list."""

    template_name = "questions/answering/sign.html"
    page_title = gettext_lazy("Ký trả lời")
    header_icon = "edit"
    above = [(INDEX, TITLE)]
    forms = (BackForm,)
    may_enter = staticmethod(may_sign)

    @cached_property
    def signatures(self):
        asked = {"portal": self.portal, "kind": self.question.kind, "day": self.today}
        return [signature_of(signer) for signer in signers_of(self.request.user, **asked)]

    def get(self, request, *args, **kwargs):
        if "sign" not in actions.next_steps(self.question, today=self.today):
            messages.warning(
                request, _("Câu hỏi số %(number)s không có trả lời chờ ký.") % {"number": self.question.pk}
            )
            return redirect(INDEX)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        question, planned = self.question, actions.drafted(self.question)
        (row,) = rows_of(Question.objects.filter(pk=question.pk), today=self.today)
        form = kwargs.pop("form", None) or SignForm(signers=self.signatures, initial=self._initial())
        return super().get_context_data(
            form=form,
            back=kwargs.pop("back", None) or BackForm(initial=self._initial(), auto_id="id_back_%s"),
            signatures=self.signatures,
            why_not="" if self.signatures else self._why_not(),
            row=row,
            **self.asked_more(),
            planned=planned,
            is_public=planned.visibility == Visibility.PUBLIC,
            visibility=Visibility(planned.visibility).label,
            is_correction=question.stage == Stage.ANSWERED,
            files=answer_files(question),
            submitted=question.events.filter(kind=EventKind.SUBMITTED)
            .select_related("by")
            .order_by("-number")
            .first(),
            **kwargs,
        )

    def _initial(self):
        told = {"version": self.question.version}
        return {**told, "signer": self.signatures[0].key} if self.signatures else told

    def _why_not(self):
        return why_not(self.request.user, portal=self.portal, kind=self.question.kind, day=self.today)

    def post(self, request, *args, **kwargs):
        if not self.signatures:
            return self._again(_("Chưa ký được: %(why)s") % {"why": self._why_not()})
        data = request.POST.copy()
        if len(self.signatures) == 1:
            data["signer"] = self.signatures[0].key  # there is nothing to choose
        form = SignForm(data, signers=self.signatures)
        if not form.is_valid():
            return self._again(_("Chưa ký được: xin xem lỗi bên dưới."), form=form)
        try:
            signed = self._do(actions.sign, form, signer=form.cleaned_data["signer"])
        except actions.NotDone as refusal:
            return self._refused(refusal)
        self._say_signed(signed)
        return redirect(INDEX)

    def _do(self, verb, form, **arguments):
        told = {"portal": self.portal, "by": self.request.user, "now": timezone.now()}
        try:
            return verb(self.question.pk, version=form.cleaned_data["version"], **arguments, **told)
        except Question.DoesNotExist as error:
            raise Http404 from error

    def _say_signed(self, question):
        said = _("Đã ký trả lời câu hỏi số %(number)s.") % {"number": question.pk}
        left = waiting(self.portal).count()
        more = ngettext("Còn %(number)d trả lời chờ ký.", "Còn %(number)d trả lời chờ ký.", left) % {"number": left}
        messages.success(self.request, f"{said} {more}" if left else said)

    def _refused(self, refusal):
        """The head reads what the case is now before trying again."""
        messages.error(self.request, str(refusal))
        return redirect(self._here())

    def _here(self):
        return reverse("questions_answering:sign", args=[self.question.pk])

    def _again(self, said, **context):
        messages.error(self.request, said)
        return self.render_to_response(self.get_context_data(**context))


class SendBackView(SignView):
    """The same screen; what is posted here goes back to whoever drafted it, with a reason."""

    def get(self, request, *args, **kwargs):
        return redirect(self._here())

    def post(self, request, *args, **kwargs):
        form = BackForm(request.POST, auto_id="id_back_%s")
        if not form.is_valid():
            return self._again(_("Chưa trả lại được: hãy viết lý do."), back=form)
        try:
            question = self._do(actions.send_draft_back, form, reason=form.cleaned_data["reason"])
        except actions.NotDone as refusal:
            return self._kept(form, refusal)
        messages.success(request, _("Đã trả lại để sửa: câu hỏi số %(number)s.") % {"number": question.pk})
        return redirect(INDEX)

    def _kept(self, form, refusal):
        """The reason that was typed stays, beside what the case is now."""
        self.question = find_case(self.request, self.question.pk)
        data = self.request.POST.copy()
        data["version"] = self.question.version
        form = BackForm(data, auto_id="id_back_%s")
        form.add_error(None, str(refusal))
        return self._again(str(refusal), back=form)
