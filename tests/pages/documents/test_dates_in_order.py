"""A document cannot expire before it takes effect or is issued: who publishes is told, who writes a draft is not."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from cms.pages.models import LegalDocumentPage
from tests.factories import make_document, section_page
from tests.pages.posting import document_form


def _days(**days):
    typed = {f"{name}_date": day for name, day in days.items()}
    return typed | {f"{name}_precision": "day" for name in days}


BEFORE_EFFECT = _days(issue="01/01/2024", effective="01/03/2024", expiry="29/02/2024")
BEFORE_ISSUE = _days(issue="01/03/2024", expiry="29/02/2024")


def _post(client, portal, **changes):
    section = section_page(portal, "documents")
    address = reverse("wagtailadmin_pages:add", args=["pages", "legaldocumentpage", section.pk])
    return client.post(address, document_form(slug="thoi-han", **changes))


def _exists(portal):
    return LegalDocumentPage.objects.filter(portal=portal, slug="thoi-han").exists()


@pytest.mark.parametrize(("role", "action"), [("editor", "action-submit"), ("chief", "action-publish")])
@pytest.mark.parametrize(
    ("days", "words"),
    [
        (BEFORE_EFFECT, "trước ngày có hiệu lực (01/03/2024)"),
        (BEFORE_ISSUE, "trước ngày ban hành (01/03/2024)"),
        (BEFORE_EFFECT | {"expiry_precision": "unknown"}, "trước ngày có hiệu lực"),  # a day alone is a known day
    ],
)
def test_it_is_told_at_the_field_and_nothing_typed_is_lost(enter, a, b, role, action, days, words):
    answer = _post(enter(a, role), a, **days, **{action: "1"})
    errors = answer.context["form"].errors
    assert (answer.status_code, list(errors), _exists(a)) == (200, ["expiry_date"], False)
    assert words in errors["expiry_date"][0]
    field = BeautifulSoup(answer.content, "html.parser").select_one("input[name=expiry_date]")
    assert field["value"] == "29/02/2024" and words in answer.text


@pytest.mark.parametrize("days", [BEFORE_EFFECT, BEFORE_ISSUE])
def test_a_draft_keeps_what_was_typed(enter, a, b, days):
    assert _post(enter(a, "editor"), a, **days).status_code == 302
    assert _exists(a) and not _exists(b)


@pytest.mark.parametrize(
    "days",
    [
        _days(issue="01/01/2024", effective="01/03/2024", expiry="01/03/2024"),  # one day in force
        _days(expiry="29/02/2024"),
        BEFORE_EFFECT | {"effective_precision": "month"},
        BEFORE_ISSUE | {"expiry_precision": "year"},
        _days(issue="01/03/2024", effective="01/01/2024"),  # in force from a day past
    ],
)
def test_what_may_be_right_is_published(enter, a, b, days):
    make_document(b)
    assert _post(enter(a, "chief"), a, **days, **{"action-publish": "1"}).status_code == 302
    assert LegalDocumentPage.objects.get(slug="thoi-han").live
