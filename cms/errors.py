"""Error pages in the language of the address; they must not fail themselves."""

from django.http import HttpResponseBadRequest, HttpResponseNotFound, HttpResponseServerError
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDictKeyError


class IncompleteFormMiddleware:
    """A form that arrives without a part that its page always sends is a bad request, not our failure.

    Wagtail counts the blocks of a text by a hidden field and trusts that it is there; a connection that breaks, or
    somebody's own program, may leave it out.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if request.method == "POST" and isinstance(exception, MultiValueDictKeyError):
            return bad_request(request, exception)
        return None


def bad_request(request, exception=None):
    return HttpResponseBadRequest(render_to_string("pages/400.html"))


def not_found(request, exception=None):
    return HttpResponseNotFound(render_to_string("pages/404.html", {}, request=request))


def server_error(request):
    return HttpResponseServerError(render_to_string("pages/500.html"))
