"""What tests of documents share."""

import pytest
from django.utils import timezone

from cms.pages.models import LegalDocumentPage
from cms.pages.planting import insert_children
from tests.factories import section_page
from tests.factories.pages import COMPLETE


@pytest.fixture
def plant_documents():
    """plant_documents(portal, numbers, **values): live documents of these numbers at once, for lists."""

    def plant(portal, numbers, **values):
        count = LegalDocumentPage.objects.filter(portal=portal).count()
        pages = [
            LegalDocumentPage(
                title=f"Văn bản {number}", slug=f"vb-{place}", live=True, first_published_at=timezone.now(),
                **{**COMPLETE, "number": number, **values},
            )
            for place, number in enumerate(numbers, count)
        ]  # fmt: skip
        return insert_children(section_page(portal, "documents"), pages, now=timezone.now())

    return plant
