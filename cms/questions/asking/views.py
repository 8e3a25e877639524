"""The public form of questions, the one line about a page, the receipt, and likely answers while typing.

No cookie is needed and none is set: nobody is logged in here, so a form forged on another site could do no more than
its maker can; the signed token and the limits guard the form instead.
"""

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.pages.bilingual.language import get_site_language
from cms.questions.files import open_link, serve_case_file
from cms.questions.suggesting import suggestions
from tenants.models import Level

from .forms import AskForm, ReportForm, page_path
from .handling import Door, handle
from .reading import read_sent
from .receipts import drawn, find_receipt, tracking_url
from .sending import answer_days, send_question, send_report
from .tokens import new_token
from .units import NOT_SURE, asked_portals

FORM_METHODS = ["GET", "HEAD", "POST"]


def question_door(request, now):
    """How the form of a question is made, and how a valid one is sent."""
    portals = list(asked_portals())
    return Door(
        make=lambda **given: AskForm(**given, portals=portals, portal=request.portal),
        send=lambda form: send_question(form, request=request, now=now),
    )


def report_door(request, now):
    """The same for one line about a page."""
    return Door(make=ReportForm, send=lambda form: send_report(form, request=request, now=now))


@csrf_exempt
@require_http_methods(FORM_METHODS)
def ask(request):
    now = timezone.now()
    door, more = question_door(request, now), {"days": answer_days(now)}
    if request.method == "POST":
        return _answer(request, "ask", door, now, **more)
    unit = NOT_SURE if request.portal.level == Level.PROVINCE else request.portal.slug
    return _form(request, "ask", door.make(initial={"token": new_token(now=now), "unit": unit}), **more)


@csrf_exempt
@require_http_methods(FORM_METHODS)
def report(request):
    """What is wrong with a page of this portal: the page is in the address, one line is to write."""
    now = timezone.now()
    door = report_door(request, now)
    if request.method == "POST":
        return _answer(request, "ask_report", door, now)
    initial = {"token": new_token(now=now), "page": page_path(request.GET.get("trang", ""))}
    return _form(request, "ask_report", door.make(initial=initial))


def _answer(request, name, door, now, **more):
    handled = handle(request, door, now=now)
    if handled.question is not None:
        return HttpResponseRedirect(reverse("ask_receipt", args=[handled.question.submission]))
    response = _form(request, name, handled.form, before=handled.before, unreadable=handled.unreadable, **more)
    response.status_code = handled.status
    if handled.wait:
        response.headers["Retry-After"] = str(int(handled.wait.total_seconds()) + 1)
    return response


def _form(request, name, form, **more):
    """Each form has a token of its own, so nobody on the way keeps it; who goes back still finds what was typed."""
    response = render(request, f"questions/{name}.html", {"form": form, **more})
    patch_cache_control(response, private=True, no_cache=True)
    return response


@require_safe
@never_cache
def receipt(request, receipt):
    found = find_receipt(receipt, now=timezone.now())
    return _secret(render(request, "questions/receipt.html", {"receipt": found, "question": found.question}))


@require_safe
@never_cache
def receipt_code(request, receipt):
    found = find_receipt(receipt, now=timezone.now())
    return _secret(HttpResponse(drawn(tracking_url(found.question, request)), content_type="image/svg+xml"))


def _secret(response):
    """Neither a search engine nor the next page learns the address."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@csrf_exempt
@require_POST
@never_cache
def suggest(request):
    """Likely answers to what was typed so far. In the body, so that no log of addresses keeps a question."""
    sent = read_sent(request)
    found = suggestions(sent.data.get("text", ""), portal=request.portal, lang=get_site_language())
    return JsonResponse({"suggestions": [{"title": s.title, "url": s.url, "source": s.source} for s in found]})


@require_safe
def case_file(request, link):
    """A file of a case, by a link that its tracker was given a short while ago."""
    return serve_case_file(request, open_link(link))
