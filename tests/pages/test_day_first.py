"""Dates typed as Vietnamese offices write them are understood so, in either language of the interface."""

from datetime import date

import pytest
from django.utils.translation import override

from cms.pages.models import LegalDocumentPage
from tests.factories import make_document


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("typed", ["01/03/2024", "1/3/2024", "01-03-2024", "2024-03-01"])
def test_a_date_is_read_day_first(language, typed):
    field = LegalDocumentPage._meta.get_field("issue_date").formfield()
    with override(language):
        assert field.clean(typed) == date(2024, 3, 1)


def test_the_form_shows_dates_day_first(log_in, a, b):
    for portal, number in ((a, "771/QĐ-UBND"), (b, "772/QĐ-UBND")):
        make_document(portal, f"Quyết định {number}", number=number, issue_date=date(2024, 3, 15))
    page = LegalDocumentPage.objects.get(portal=a)
    form = log_in(a, "editor").get(f"/admin/pages/{page.pk}/edit/").text
    assert ('value="15/03/2024"' in form, "772/QĐ-UBND" in form) == (True, False)
