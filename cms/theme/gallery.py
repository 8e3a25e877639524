"""Every component in every state on one page; it exists only where DEBUG is on."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string

from .samples import CHROME, PORTAL
from .specimens import specimens


def gallery(request):
    if not settings.DEBUG:
        raise Http404
    shown = [
        (
            name,
            [
                (state, render_to_string(f"theme/components/{name}.html", context, request))
                for state, context in states
            ],
        )
        for name, states in specimens()
    ]
    palette = request.GET.get("palette", "do")
    return render(
        request,
        "theme/gallery.html",
        {
            "specimens": shown,
            "portal": PORTAL,
            "chrome": {**CHROME, "palette": palette},
            "site_language": "vi",
            "language_urls": {"vi": "/gallery/", "en": "/en/gallery/"},
        },
    )
