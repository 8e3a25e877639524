"""Receive or forward several cases at once; nothing else is done in bulk.

With one number that is not the portal's nothing is done at all; what a colleague has handed on meanwhile is left out.
"""

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from cms.questions.actions import NotDone
from cms.questions.desk.casefile import left
from cms.questions.desk.rows import cases_of, rows_of
from cms.questions.desk.verbs import IN_BULK, VERBS
from cms.questions.models import Question
from tenants.audit import refuse

from .base import DeskView

MOST = 100  # cases at once
CONFIRMED = "confirmed"


class BulkView(DeskView):
    template_name = "questions/desk/bulk.html"
    http_method_names = ["post"]

    def check(self, request):
        super().check(request)
        if self.kwargs["bulk_verb"] not in IN_BULK:
            raise Http404
        self.verb = VERBS[self.kwargs["bulk_verb"]]

    def get_page_title(self):
        return self.verb.label

    def post(self, request, *args, **kwargs):
        self.questions = self._chosen()
        if not self.questions:
            messages.warning(request, _("Chưa chọn câu hỏi nào: hãy đánh dấu ở đầu dòng."))
            return self._back()
        if self.verb.is_plain:
            return self._do_all({})
        form = self._form(request.POST if CONFIRMED in request.POST else None)
        if form.is_valid():
            return self._do_all(form.arguments)
        return self.render_to_response(self.get_context_data(form=form))

    def _form(self, data):
        return self.verb.form(data, portal=self.portal, today=self.today)

    def _chosen(self):
        given = self.request.POST.getlist("question_id")[:MOST]
        if not all(key.isdecimal() and len(key) < 19 for key in given):
            raise Http404
        keys = {int(key) for key in given}
        found = list(cases_of(self.portal).filter(pk__in=keys).order_by("due_on", "pk"))
        missing = keys - {question.pk for question in found}
        if missing - left(missing, portal=self.portal):
            refuse(self.request, "refused.reference")
            raise Http404
        if missing:
            text = ngettext(
                "%(number)d câu hỏi đã chuyển sang đơn vị khác.",
                "%(number)d câu hỏi đã chuyển sang đơn vị khác.",
                len(missing),
            )
            messages.warning(self.request, text % {"number": len(missing)})
        return found

    def _do_all(self, arguments):
        done = 0
        for question in self.questions:
            try:
                self._do(question, arguments)
            except NotDone as refusal:
                messages.error(self.request, _("Số %(number)s: %(why)s") % {"number": question.pk, "why": refusal})
            except Question.DoesNotExist:
                messages.error(self.request, _("Số %(number)s: đã chuyển sang đơn vị khác.") % {"number": question.pk})
            else:
                done += 1
        if done:
            messages.success(self.request, self._done(done, arguments))
        return self._back()

    def _do(self, question, arguments):
        version = self.request.POST.get(f"version-{question.pk}", "")
        version = int(version) if version.isdecimal() and len(version) < 10 else question.version
        who = {"portal": self.portal, "by": self.request.user, "now": timezone.now()}
        self.verb.do(question.pk, version=version, **who, **arguments)

    def _done(self, number, arguments):
        if "to" in arguments:
            text = ngettext(
                "Đã chuyển %(number)d câu hỏi đến %(unit)s.", "Đã chuyển %(number)d câu hỏi đến %(unit)s.", number
            )
            return text % {"number": number, "unit": arguments["to"].placed_name}
        return ngettext("Đã tiếp nhận %(number)d câu hỏi.", "Đã tiếp nhận %(number)d câu hỏi.", number) % {
            "number": number
        }

    def _back(self):
        return redirect("questions_desk:all" if self.request.POST.get("back") == "all" else "questions_desk:index")

    def get_context_data(self, **kwargs):
        chosen = Question.objects.filter(pk__in=[question.pk for question in self.questions])
        rows = rows_of(chosen.order_by("due_on", "pk"), today=self.today)
        versions = {question.pk: self.request.POST.get(f"version-{question.pk}") for question in self.questions}
        return super().get_context_data(
            rows=[(row, versions[row.pk] or row.version) for row in rows],
            verb=self.verb,
            warning=self.verb.form.takes_off if any(question.is_public for question in self.questions) else "",
            media=kwargs["form"].media,
            back=self.request.POST.get("back", ""),
            **kwargs,
        )
