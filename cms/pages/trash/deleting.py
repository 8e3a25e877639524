"""The screens that ask before pages are deleted: where they go, what goes with them, who brings them back."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.delete import DeleteView

from cms.pages.legal.force import ENDING
from cms.pages.models import DocumentRelation, LegalDocumentPage

from .models import KEPT_DAYS

NAMED = 20  # documents that the screen names


class PortalDeleteView(DeleteView):
    template_name = "pages/admin/confirm_delete.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | _kept() | _of_documents([self.page])


class PortalBulkDelete(DeleteBulkAction):
    """In the place of Wagtail's own, which does not know of the trash."""

    template_name = "pages/admin/confirm_bulk_delete.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        pages = [row["item"] for row in context["items"]]
        below = sum(row["descendant_count"] for row in context["items"])
        is_public = any(page.live for page in pages)
        return context | _kept() | _of_documents(pages) | {"descendant_count": below, "is_public": is_public}


def _kept():
    return {"kept_days": KEPT_DAYS, "last_day": timezone.localdate() + timedelta(days=KEPT_DAYS)}


def _of_documents(pages):
    """What other documents say of these, drafts too, and which of them these alone may have ended."""
    documents = [page for page in pages if isinstance(page, LegalDocumentPage) and not page.alias_of_id]
    if not documents:
        return {}
    going, live = [page.pk for page in documents], [page.pk for page in documents if page.live]
    said = DocumentRelation.objects.filter(target__in=going, source__portal=F("target__portal"))
    said = list(said.exclude(source__in=going).select_related("source", "target").order_by(
        "kind", "source__issue_date", "pk"
    ))  # fmt: skip
    own = DocumentRelation.objects.filter(source__in=live, kind__in=ENDING, target__isnull=False)
    own = own.exclude(target__in=going).select_related("target").order_by("sort_order", "pk")
    return {"said": said[:NAMED], "unnamed": len(said[NAMED:]), "ended": [row.target for row in own[:NAMED]]}
