"""The screen that asks before a page is deleted: where it goes, what goes with it, who brings it back."""

from datetime import timedelta

from django.utils import timezone
from wagtail.admin.views.pages.delete import DeleteView

from cms.pages.legal.force import ENDING
from cms.pages.legal.panels import acts_upon
from cms.pages.models import LegalDocumentPage

from .models import KEPT_DAYS

NAMED = 20  # documents that the screen names


class PortalDeleteView(DeleteView):
    template_name = "pages/admin/confirm_delete.html"

    def get_context_data(self, **kwargs):
        kept = {"kept_days": KEPT_DAYS, "last_day": timezone.localdate() + timedelta(days=KEPT_DAYS)}
        return super().get_context_data(**kwargs) | kept | _of_document(self.page)


def _of_document(page):
    """What other documents say of this one, and which of them it alone may have ended."""
    if not isinstance(page, LegalDocumentPage) or page.alias_of_id:
        return {}
    own = page.relations.filter(kind__in=ENDING, target__isnull=False) if page.live else []
    ended = [row.target for row in own.select_related("target")[:NAMED]] if own else []
    said = acts_upon(page)
    return {"said": said[:NAMED], "unnamed": len(said[NAMED:]), "ended": ended}
