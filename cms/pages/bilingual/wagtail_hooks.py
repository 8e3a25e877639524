from wagtail import hooks

from .language import get_site_language


@hooks.register("on_serve_page")
def mark_untranslated_page(next_serve_page):
    """A page shown in another language than its address promises is not for search engines."""

    def serve(page, request, args, kwargs):
        response = next_serve_page(page, request, args, kwargs)
        shown = getattr(page, "shown_language", None)
        if shown and shown != get_site_language():
            response.headers["X-Robots-Tag"] = "noindex, follow"
            response.headers["Content-Language"] = shown
        return response

    return serve
