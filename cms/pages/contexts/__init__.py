"""What each page type's template gets beside the page itself."""

from . import documents, home, news, people, sections  # noqa: F401
