"""What each page type's template gets beside the page itself."""

from . import blank, documents, home, lists, locality, news, people, sections  # noqa: F401
