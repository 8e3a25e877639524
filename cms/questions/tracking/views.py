"""The form for the code, the page of a case, and what who asked does there. Nobody keeps or indexes any of it."""

from functools import wraps

from django.core.signing import BadSignature
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cms.questions.asking.reading import read_sent

from .attempts import TRY_AGAIN, may_try, tried_in_vain
from .finding import find_by_code
from .forms import ClarifyForm, CodeForm, RateForm, ReopenForm
from .keys import KeyEnded, is_open, key_of, question_of
from .reading import track
from .saying import NotSaid, refuse_own, say

FORMS = {"clarify": ClarifyForm, "rate": RateForm, "reopen": ReopenForm}
DONE = {
    "clarify": gettext_lazy("Đã gửi nội dung làm rõ đến đơn vị."),
    "rate": gettext_lazy("Đã ghi nhận đánh giá. Cảm ơn ông/bà."),
    "reopen": gettext_lazy("Đã gửi lại câu hỏi. Hạn trả lời và cách tính ở dưới."),
}


def unseen(view):
    """No cache, no index; what the page links to does not learn its address."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "same-origin"  # not "no-referrer": with it a form has no origin to check
        return response

    return wrapped


@csrf_exempt  # nobody is logged in here: a form forged on another site shows a case of which its maker has the code
@require_http_methods(["GET", "HEAD", "POST"])
@unseen
def start(request):
    if request.method != "POST":
        done = DONE.get(request.GET.get("xong"))
        return _start(request, CodeForm(), done=done, has_ended=bool(done))
    now, form = timezone.now(), CodeForm(read_sent(request).data)
    if not may_try(request, now=now):
        form.add_error("code", _("Đã nhập sai mã quá nhiều lần. Hãy đợi 10 phút rồi thử lại."))
        response = _start(request, form, status=429)
        response.headers["Retry-After"] = str(int(TRY_AGAIN.total_seconds()))
        return response
    question = find_by_code(form.cleaned_data["code"]) if form.is_valid() else None
    if question is not None:
        return HttpResponseRedirect(reverse("questions_case", args=[key_of(question)]))
    if form.is_valid():
        tried_in_vain(request, now=now)
        form.refuse()
    return _start(request, form, status=422)


def _start(request, form, *, status=200, **more):
    return render(request, "questions/track/start.html", {"form": form, **more}, status=status)


@require_safe
@unseen
def case(request, token):
    try:
        question = question_of(token)
    except KeyEnded:
        return _start(request, CodeForm(), status=410, has_ended=True)
    except BadSignature as error:
        raise Http404 from error
    return _page(request, question, done=DONE.get(request.GET.get("xong")))


def _page(request, question, *, bound=None, done="", status=200):
    """`bound`: {name of a verb: its form as it came in}, so that nothing typed is lost."""
    now = timezone.now()
    found = track(question, request=request, today=timezone.localdate(now))
    forms = {name: FORMS[name](auto_id=f"{name}_%s") for name in found.may}
    context = {"case": found, "forms": forms | (bound or {}), "done": done, "faulty": next(iter(bound or {}), "")}
    return render(request, "questions/track/case.html", context, status=status)


def _saying(name):
    """The view that takes one form of the page of a case."""

    @csrf_exempt  # the address is a secret that no other site knows
    @require_http_methods(["GET", "HEAD", "POST"])
    @unseen
    def view(request, token):
        if request.method != "POST":
            return HttpResponseRedirect(reverse("questions_case", args=[token]))
        sent = read_sent(request)
        try:
            question = question_of(token, writes=True)
        except KeyEnded:
            return _give_back(request, sent)
        except BadSignature as error:
            raise Http404 from error
        return _said(request, question, name, sent, shows=is_open(token))

    return view


def _said(request, question, name, sent, *, shows):
    """`shows`: may the answer show the case? A key that only takes what was written opens it no more."""
    form = FORMS[name](sent.data, sent.files, auto_id=f"{name}_%s")
    try:
        if name == "rate":
            refuse_own(request, question, form)
        say(name, question, form, sent, now=timezone.now())
    except NotSaid:
        if not shows:
            return _give_back(request, sent)
        return _page(request, question, bound={name: form}, status=422)
    address = reverse("questions_case", args=[key_of(question)]) if shows else reverse("questions_track")
    return HttpResponseRedirect(f"{address}?xong={name}")


def _give_back(request, sent):
    """The form for the code, and what was typed, to be copied."""
    typed = sent.data.get("text") or sent.data.get("remark", "")
    return _start(request, CodeForm(), status=410, has_ended=True, typed=typed)


clarify, rate, reopen = (_saying(name) for name in FORMS)
