"""Error pages in the language of the address; they must not fail themselves."""

from django.http import HttpResponseNotFound, HttpResponseServerError
from django.template.loader import render_to_string


def not_found(request, exception=None):
    return HttpResponseNotFound(render_to_string("pages/404.html", {}, request=request))


def server_error(request):
    return HttpResponseServerError(render_to_string("pages/500.html"))
