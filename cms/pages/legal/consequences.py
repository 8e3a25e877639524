"""What happens to other documents when some are taken down or deleted, and the screen that says so first."""

from django.db.models import F
from wagtail.admin.views.pages.unpublish import UnpublishView

from cms.pages.models import DocumentRelation, LegalDocumentPage
from cms.pages.models.document_relations import RelationKind

from .force import ENDING

NAMED = 20  # documents that the screen names


class PortalUnpublishView(UnpublishView):
    template_name = "pages/admin/confirm_unpublish.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | consequences_of([self.object], (*ENDING, RelationKind.AMENDS))


def consequences_of(pages, kinds=ENDING):
    """What other documents say of these, drafts too, and on which of them these act by a relation of these kinds."""
    documents = [page for page in pages if isinstance(page, LegalDocumentPage) and not page.alias_of_id]
    if not documents:
        return {}
    going, live = [page.pk for page in documents], [page.pk for page in documents if page.live]
    said = DocumentRelation.objects.filter(target__in=going, source__portal=F("target__portal"))
    said = list(said.exclude(source__in=going).select_related("source", "target").order_by(
        "kind", "source__issue_date", "pk"
    ))  # fmt: skip
    own = DocumentRelation.objects.filter(source__in=live, kind__in=kinds, target__isnull=False)
    own = own.exclude(target__in=going).select_related("target").order_by("sort_order", "pk")
    return {"said": said[:NAMED], "unnamed": len(said[NAMED:]), "ended": [row.target for row in own[:NAMED]]}
