"""In which language a page is really shown, and how an editor previews each of them."""

from cms.pages.bilingual.language import ENGLISH, SOURCE, get_site_language, site_language


def bilingual_modes(modes):
    """Each preview mode once a language; "name@en" is the English one."""
    languages = (("", "Tiếng Việt"), ("@en", "English"))
    return [(f"{name}{mark}", f"{label} - {word}") for mark, word in languages for name, label in modes]


class ShownLanguage:
    @property
    def shown_language(self):
        """English only on /en/ and only when nothing required is missing; a preview shows what it was asked for."""
        if "_preview_language" in self.__dict__:
            return self._preview_language
        return ENGLISH if get_site_language() == ENGLISH and self.has_english else SOURCE

    def language_context(self, request):
        return {
            "shown_language": self.shown_language,
            "is_fallback": get_site_language() != self.shown_language,
            "canonical": self.url_in(self.shown_language, request),
            "alternates": self.get_alternates(request) if self.portal_id else [],
        }

    @property
    def preview_modes(self):
        return bilingual_modes(super().preview_modes)

    def make_preview_request(self, original_request=None, preview_mode=None, extra_request_attrs=None):
        """In English the dummy request goes to /en/..., and the middleware does the rest."""
        mode, _mark, language = (preview_mode or "").partition("@")
        self._preview_language = language or SOURCE
        with site_language(self._preview_language):
            response = super().make_preview_request(original_request, mode, extra_request_attrs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
