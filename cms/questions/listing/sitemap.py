"""Public questions in the site map of their portal."""

from wagtail.contrib.sitemaps import Sitemap

from .addresses import alternates_of
from .queries import as_public, excerpts, public_rows


class QuestionSitemap(Sitemap):
    """Beside Wagtail's own of pages; it too makes its entries from the request."""

    def items(self):
        return excerpts(public_rows().filter(portal=self.request.portal))

    def _urls(self, page, protocol, domain):
        questions = [as_public(values) for values in self.paginator.page(page).object_list]
        if questions:
            self.latest_lastmod = max(question.answered_at for question in questions)
        return [entry for question in questions for entry in self._entries(question)]

    def _entries(self, question):
        """One a language."""
        alternates = alternates_of(question, self.request)
        entry = {"item": question, "lastmod": question.answered_at, "changefreq": None, "priority": ""}
        own = [row for row in alternates if row["lang_code"] != "x-default"]
        return [
            {**entry, "location": row["location"], "alternates": alternates if len(own) > 1 else []} for row in own
        ]
