"""The screens that ask before pages are deleted: where they go, what goes with them, who brings them back."""

from datetime import timedelta

from django.utils import timezone
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.delete import DeleteView

from cms.pages.legal.consequences import consequences_of

from .models import KEPT_DAYS


class PortalDeleteView(DeleteView):
    template_name = "pages/admin/confirm_delete.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | _kept() | consequences_of([self.page])


class PortalBulkDelete(DeleteBulkAction):
    """In the place of Wagtail's own, which does not know of the trash."""

    template_name = "pages/admin/confirm_bulk_delete.html"

    def check_perm(self, page):
        """What the law asks for stays, and is named among what cannot be deleted; the others go."""
        return super().check_perm(page) and not page.is_kept

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        pages = [row["item"] for row in context["items"]]
        below = sum(row["descendant_count"] for row in context["items"])
        is_public = any(page.live for page in pages)
        return context | _kept() | consequences_of(pages) | {"descendant_count": below, "is_public": is_public}


def _kept():
    return {"kept_days": KEPT_DAYS, "last_day": timezone.localdate() + timedelta(days=KEPT_DAYS)}
