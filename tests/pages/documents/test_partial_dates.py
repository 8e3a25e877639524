"""A date that is not wholly known says how well it is known, in the database, on the page and in the form."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation

from cms.pages.models import LegalDocumentPage
from cms.pages.partial_dates import Precision, show
from tests.factories import make_document, section_page
from tests.pages.posting import document_form

DAY = date(2022, 7, 11)


@pytest.mark.parametrize(
    ("day", "precision", "shown"),
    [
        (DAY, "day", "11/07/2022"),
        (DAY, "month", "tháng 7 năm 2022"),
        (DAY, "year", "năm 2022"),
        (None, "unknown", "không rõ"),
        (None, "day", "không rõ"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(day, precision, shown):
    assert show(day, precision) == shown


def test_unknown_is_said_in_the_readers_language():
    with translation.override("vi"):
        assert show(None, Precision.UNKNOWN) == "không rõ"


@pytest.mark.parametrize("field", ["issue", "effective", "expiry"])
@pytest.mark.parametrize(("day", "precision"), [(None, "day"), (None, "year"), (DAY, "unknown")])
def test_the_database_refuses_what_contradicts_itself(a, b, field, day, precision):
    page, other = make_document(a), make_document(b)
    with pytest.raises(IntegrityError), transaction.atomic():
        LegalDocumentPage.objects.filter(pk=page.pk).update(**{f"{field}_date": day, f"{field}_precision": precision})
    assert LegalDocumentPage.objects.get(pk=other.pk).issue_date == date(2024, 1, 10)


@pytest.mark.parametrize("precision", ["day", "month", "year"])
@pytest.mark.parametrize("field", ["issue", "effective", "expiry"])
def test_an_editor_who_says_how_well_but_not_when_is_told_which_is_missing(a, b, field, precision):
    for portal in (a, b):
        page = make_document(portal)
        setattr(page, f"{field}_date", None)
        setattr(page, f"{field}_precision", precision)
        with pytest.raises(ValidationError) as told:
            page.full_clean()
        assert list(told.value.message_dict) == [f"{field}_date"]


@pytest.mark.parametrize("field", ["issue", "effective", "expiry"])
def test_a_date_alone_is_known_to_the_day(a, b, field):
    for portal in (a, b):
        page = make_document(portal)
        setattr(page, f"{field}_date", DAY)
        setattr(page, f"{field}_precision", "unknown")
        page.full_clean()
        assert getattr(page, f"{field}_precision") == "day"


def test_a_document_of_which_nothing_is_known_can_be_published(a, b):
    nothing = {
        "issue_date": None,
        "issue_precision": "unknown",
        "effective_date": None,
        "effective_precision": "unknown",
    }
    for portal in (a, b):
        page = make_document(portal, number="", form="", abstract="", **nothing)
        assert (page.live, page.issue_date, page.effective_date) == (True, None, None)


def test_the_form_saves_a_month_and_shows_it(enter, visit, a, b):
    address = reverse("wagtailadmin_pages:add", args=["pages", "legaldocumentpage", section_page(a, "documents").pk])
    form = document_form(issue_date="2022-06-01", issue_precision="month", **{"action-publish": "1"})
    response = enter(a, "chief").post(address, form)
    assert response.status_code == 302, response.context["form"].errors
    page = LegalDocumentPage.objects.get()
    assert (page.portal, page.issue_precision, page.effective_date) == (a, "month", None)
    words = visit(a, "/van-ban/quyet-dinh/").content.decode()
    assert "tháng 6 năm 2022" in words and "không rõ" in words
    assert visit(b, "/van-ban/quyet-dinh/").status_code == 404


def test_the_form_takes_a_date_whose_precision_nobody_chose(enter, visit, a, b):
    address = reverse("wagtailadmin_pages:add", args=["pages", "legaldocumentpage", section_page(a, "documents").pk])
    form = document_form(issue_date="2022-06-01", issue_precision="unknown", **{"action-publish": "1"})
    assert enter(a, "chief").post(address, form).status_code == 302
    assert LegalDocumentPage.objects.get().issue_precision == "day"
    assert "01/06/2022" in visit(a, "/van-ban/quyet-dinh/").content.decode()
    assert visit(b, "/van-ban/quyet-dinh/").status_code == 404


def test_the_form_says_what_is_wrong(enter, a, b):
    chief = enter(a, "chief")
    address = reverse("wagtailadmin_pages:add", args=["pages", "legaldocumentpage", section_page(a, "documents").pk])
    response = chief.post(address, document_form(issue_precision="day", **{"action-publish": "1"}))
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["issue_date"]
    assert not LegalDocumentPage.objects.filter(portal__in=[a, b]).exists()


def test_the_open_form_learns_that_a_typed_day_is_known(enter, a, b):
    """Forms save themselves: what the portal wrote beside the date stands there at once, and goes with the date."""
    for portal in (a, b):
        page = make_document(portal, live=False, issue_date=None, issue_precision="unknown")
        editor = enter(portal, "editor")
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])

        def saved(day, precision, page=page, editor=editor, address=address):
            form = document_form(slug=page.slug, issue_date=day, issue_precision=precision)
            answer = editor.post(address, form, headers={"accept": "application/json"}).json()
            draft = LegalDocumentPage.objects.get(pk=page.pk).get_latest_revision_as_object()
            return answer["field_updates"].get("issue_precision"), draft.issue_date, draft.issue_precision

        assert saved("11/07/2022", "unknown") == ("day", DAY, "day")
        assert saved("11/07/2022", "month") == (None, DAY, "month")
        assert saved("", "month") == ("unknown", None, "unknown")
