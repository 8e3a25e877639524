"""A page of the admin works for the portal for which it was opened, whatever other tabs have chosen since.

Each form and each background request of an opened page names that portal (static/tenants/tab.js). Without a name, as
from a link, the session's choice counts. Who does not hold that portal any more, or is logged out, gets back the words
that came with the form: they are saved nowhere else.
"""

import json

from django.http import HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

HEADER, FIELD = "X-Acting-For", "acting_for"
TOLD = "X-Tab"  # tells the open page what tab.js shall say
OUT, ENDED, OLD = "out", "ended", "old"
STATUS = {OUT: 403, ENDED: 409, OLD: 403}
TITLES = {
    OUT: _("Bạn đã được đăng xuất"),
    ENDED: _("Bạn không còn làm việc cho cổng này"),
    OLD: _("Trang này mở đã lâu"),
}
LONGEST = 100_000  # letters given back of one field


def portal_named(request):
    """Primary key of the portal for which the sending page was opened; None where it does not say."""
    if not request.path_info.startswith("/admin/"):  # forms of citizens are read by their own views, file by file
        return None
    value = request.headers.get(HEADER) or _posted(request).get(FIELD, "")
    return int(value) if value.isascii() and value.isdigit() else None


def is_page_sent(request):
    """Is it a form that replaces the page, not something that the page does by itself?"""
    return HEADER not in request.headers and FIELD in _posted(request)


def ended(request):
    """The answer to a page whose portal its reader does not hold any more."""
    return _told(ENDED) if HEADER in request.headers else given_back(request, ENDED)


def signed_out(request):
    """The answer to a page whose reader is logged out meanwhile; None for what nobody typed anything into."""
    if HEADER in request.headers:
        return _told(OUT)
    return given_back(request, OUT) if is_page_sent(request) and typed(request.POST) else None


def csrf_failure(request, reason=""):
    """Django's answer to a form whose key is not (any more) that of this log-in."""
    return _told(OLD) if HEADER in request.headers else given_back(request, OLD)


def given_back(request, why):
    """A page with the words of the form, to be copied, and what to do."""
    came_from = request.headers.get("referer", "")
    own = url_has_allowed_host_and_scheme(came_from, allowed_hosts={request.get_host()})
    context = {
        "why": why,
        "title": TITLES[why],
        "texts": typed(_posted(request)),
        "back": came_from if own else "",
        "is_admin": request.path_info.startswith("/admin/"),
    }
    return render(request, "tenants/given_back.html", context, status=STATUS[why])


def typed(data):
    """The words that somebody typed into a form, each once, in its order; neither keys nor numbers nor choices."""
    texts = (_text(value) for name, values in data.lists() if _is_text(name) for value in values)
    return list(dict.fromkeys(text for text in texts if " " in text))


def _is_text(name):
    return name not in (FIELD, "csrfmiddlewaretoken") and "password" not in name


def _text(value):
    """Plain words; of a rich text those of its paragraphs."""
    if value.startswith('{"'):
        try:
            value = "\n".join(block["text"] for block in json.loads(value)["blocks"])
        except (ValueError, KeyError, TypeError):
            return ""
    return value.strip()[:LONGEST]


def _posted(request):
    try:
        return request.POST
    except UnreadablePostError:  # the connection broke; whoever reads it next says so
        return {}


def _told(why):
    """To what a page does by itself: no attempt of a person's that would belong into the log."""
    return HttpResponse(status=409, headers={TOLD: why})
