"""The address alone says the language: no cookie, no Accept-Language, hence no `Vary` on either."""

import copy

from django.conf import settings
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from cms.pages.answering import answering

from .language import SOURCE, site_language


class ContentLanguageMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        code = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = code
        with site_language(code), answering(request):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        return response


class BilingualRedirectMiddleware(RedirectMiddleware):
    """Redirects are kept for Vietnamese paths only: below /en/ the path is looked up without its prefix."""

    def process_response(self, request, response):
        response = super().process_response(request, response)
        code = getattr(request, "LANGUAGE_CODE", SOURCE)
        prefix = f"/{code}"
        if response.status_code == 404 and code != SOURCE and request.path.startswith(f"{prefix}/"):
            twin = copy.copy(request)
            twin.path, twin.path_info = request.path[len(prefix) :], request.path_info[len(prefix) :]
            response = super().process_response(twin, response)
        return response
