"""The results page: this portal's, or with `pham-vi=tinh` the whole province's."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.pages.bilingual.language import get_site_language

from .asking import LONGEST_QUERY, SearchScope
from .candidates import PAGE_SIZE
from .queries import find

PROVINCE = "tinh"


@require_safe
def results(request):
    typed, province = request.GET.get("q", ""), request.GET.get("pham-vi") == PROVINCE
    scope = SearchScope.province() if province else SearchScope.portals([request.portal])
    found = find(typed, scope=scope, lang=get_site_language(), page=_page(request), request=request)
    context = {
        "results": found,
        "is_province": province,
        "was_cut": len(typed) > LONGEST_QUERY,
        "page_obj": Paginator(range(found.total), PAGE_SIZE).page(found.page),
    }
    response = render(request, "search/results.html", context)
    response.headers["X-Robots-Tag"] = "noindex, follow"
    return response


def _page(request):
    asked = request.GET.get("trang", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) <= 6 else 1
