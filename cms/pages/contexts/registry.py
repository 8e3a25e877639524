"""One function a page type says what its template gets beside the page itself."""

from cms.pages.models.base import CONTEXT_BUILDERS


def context_for(*page_types):
    """Register build(page, request) -> dict; a page type without one takes its nearest parent's."""

    def register(build):
        for page_type in page_types:
            CONTEXT_BUILDERS[page_type] = build
        return build

    return register
