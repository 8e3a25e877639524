"""Recording a question for somebody who called, wrote or spoke, and the slip that they take home."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.questions.actions import NotDone, ask
from cms.questions.asking.receipts import drawn
from cms.questions.desk.behalf import BehalfForm
from cms.questions.models import Channel
from cms.questions.permissions import may_see_asker
from cms.questions.tracking.keys import address_with_code

from .base import DeskView

RECORDED = "questions_recorded"  # in the session: the case that this person recorded last


class BehalfView(DeskView):
    template_name = "questions/desk/record.html"
    page_title = gettext_lazy("Ghi câu hỏi thay người dân")

    def get_context_data(self, **kwargs):
        form = kwargs.pop("form", None) or BehalfForm(now=timezone.now())
        return super().get_context_data(form=form, media=form.media, **kwargs)

    def post(self, request, *args, **kwargs):
        form = BehalfForm(request.POST, request.FILES, now=timezone.now())
        if form.is_valid():
            try:
                return self._recorded(self._ask(form))
            except NotDone as refusal:
                form.add_error(None, str(refusal))
        if request.FILES:
            form.add_error(None, _("Xin chọn lại các tệp: trình duyệt không giữ tệp đã chọn."))
        return self.render_to_response(self.get_context_data(form=form))

    def _ask(self, form):
        given = form.arguments
        given["contact"] = replace(given["contact"], name=form.cleaned_data["name"])
        return ask(portal=self.portal, by=self.request.user, now=form.now, **given)

    def _recorded(self, question):
        text = _("Đã ghi câu hỏi số %(number)s. Hạn trả lời: %(due)s. In giấy hẹn đưa cho người hỏi.")
        self.request.session[RECORDED] = question.pk
        messages.success(self.request, text % {"number": question.pk, "due": f"{question.due_on:%d/%m/%Y}"})
        return redirect("questions_desk:slip", question.pk)


def has_slip(question):
    """Was it recorded for somebody? Who asked on the web has a receipt; the code of that case is shown to nobody."""
    return question.channel != Channel.WEB and not question.imported


class OfSlip(DeskView):
    """The code opens the case as its asker: for who may see the asker, and for who has just recorded it."""

    def slip_of(self, question_id):
        question = self.question(question_id)
        if not has_slip(question):
            raise Http404
        if not may_see_asker(self.request) and self.request.session.get(RECORDED) != question.pk:
            raise PermissionDenied
        return question


class SlipView(OfSlip):
    """One sheet for the asker: code, QR, until when, where to look. Nothing of who asked is on it."""

    template_name = "questions/desk/slip.html"
    page_title = gettext_lazy("Giấy hẹn trả lời")

    def get_context_data(self, **kwargs):
        question = self.slip_of(self.kwargs["question_id"])
        address = tracking_address(question, self.request).partition("#")[0]
        return super().get_context_data(question=question, address=address, **kwargs)


class QrView(OfSlip):
    """The drawing on the slip."""

    def get(self, request, question_id):
        question = self.slip_of(question_id)
        answer = HttpResponse(drawn(tracking_address(question, request)), content_type="image/svg+xml")
        answer.headers["Cache-Control"] = "no-store"
        return answer


def tracking_address(question, request):
    """The tracking page of the unit that holds the case, with the code filled in."""
    return address_with_code(question.code, portal=question.portal, language=question.language, request=request)
