"""One document is published once in a portal, whichever way somebody tries; other portals may have it too."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from cms.pages.legal.identity import DuplicateDocument
from cms.pages.legal.schedule import REFUSED
from cms.pages.legal.settling import settle
from cms.pages.models import LegalDocumentPage, PortalPage
from cms.pages.tasks import publish_scheduled_pages
from tests.factories import make_article, make_document, publish, section_page
from tests.pages.posting import document_form

SAME = {"number": "12/QĐ-UBND", "issuer": "Ủy ban nhân dân xã", "issue_date": date(2024, 1, 10)}
FORM = {"number": "12/QĐ-UBND", "issuer": "UBND xã", "issue_date": "10/01/2024", "issue_precision": "day"}


@pytest.fixture
def published(a, b):
    """A has published the document; so has B, which is nobody's concern."""
    theirs = make_document(b, "Bản của B", **SAME)
    return make_document(a, "Bản đã đăng", **SAME), theirs


@pytest.fixture
def twin(a, published):
    """A draft of the very same document in A."""
    return make_document(a, "Bản trùng", live=False, **SAME)


def _again(page):
    return LegalDocumentPage.objects.get(pk=page.pk)


def _live(portal):
    return [page.title for page in LegalDocumentPage.objects.filter(portal=portal, live=True).order_by("pk")]


def _add(portal):
    return reverse("wagtailadmin_pages:add", args=["pages", "legaldocumentpage", section_page(portal, "documents").pk])


def _edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize(
    "typed",
    [
        SAME,
        {**SAME, "number": "Số 012 / qđ - ubnd"},
        {**SAME, "number": "12/QD.UBND"},
        {**SAME, "issuer": "UBND  XÃ"},
        {**SAME, "issuer": "uỷ ban nhân dân xã"},
    ],
)
def test_spelling_makes_no_other_document(a, published, typed):
    with pytest.raises(DuplicateDocument), transaction.atomic():
        make_document(a, "Bản trùng", **typed)
    assert _live(a) == ["Bản đã đăng"]


@pytest.mark.parametrize(
    "other",
    [
        {"number": "13/QĐ-UBND"},
        {"number": "12/KH-UBND"},
        {"issuer": "Hội đồng nhân dân xã"},
        {"issue_date": date(2024, 1, 11)},
        {"issue_precision": "month"},
        {"issue_date": None, "issue_precision": "unknown"},
        {"number": ""},
        {"issuer": ""},
    ],
)
def test_what_differs_or_is_not_known_is_another_document(a, published, other):
    make_document(a, "Bản khác", **{**SAME, **other})
    assert _live(a) == ["Bản đã đăng", "Bản khác"]


def test_the_database_itself_keeps_two_from_being_one(a, published, twin):
    key = published[0].unique_key
    assert key and key != published[1].unique_key
    with pytest.raises(IntegrityError), transaction.atomic():
        LegalDocumentPage.objects.filter(pk=twin.pk).update(unique_key=key)


def test_an_editor_saves_the_draft_and_is_told_before_submitting(enter, a, b, published):
    editor = enter(a, "editor")
    assert editor.post(_add(a), document_form(slug="trung", **FORM)).status_code == 302
    draft = LegalDocumentPage.objects.get(slug="trung")
    answer = editor.post(_edit(draft), document_form(slug="trung", **FORM, **{"action-submit": "1"}))
    assert answer.status_code == 200
    (told,) = answer.context["form"].errors["number"]
    assert "Bản đã đăng" in told and _edit(published[0]) in told and "Bản của B" not in answer.text
    assert f'href="{_edit(published[0])}"' in answer.text  # a link, not its letters


def test_a_chief_is_told_before_publishing_and_loses_nothing(enter, a, published):
    answer = enter(a, "chief").post(_add(a), document_form(slug="trung", **FORM, **{"action-publish": "1"}))
    assert (answer.status_code, "Về việc phân công." in answer.text) == (200, True)
    assert _live(a) == ["Bản đã đăng"]


def test_the_published_one_itself_is_edited_and_published_again(enter, a, published):
    form = document_form(slug=published[0].slug, title="Bản đã sửa", **FORM, **{"action-publish": "1"})
    assert enter(a, "chief").post(_edit(published[0]), form).status_code == 302
    assert _live(a) == ["Bản đã sửa"]


def test_approval_is_refused_with_the_reason(enter, a, published, twin):
    make_document(published[1].portal, "Khác", number="99")
    editor = enter(a, "editor")
    twin.save_revision()
    twin.get_workflow().start(twin, editor.user)
    state = _again(twin).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[twin.pk, "approve", state.pk])
    answer = enter(a, "chief").post(address, {"comment": ""}, follow=True)
    assert "đã đăng một văn bản có cùng số" in answer.text
    assert (_live(a), _again(twin).current_workflow_state.status) == (["Bản đã đăng"], "in_progress")


def test_publishing_many_at_once_publishes_none(enter, a, published, twin):
    other = make_document(a, "Bản nháp khác", live=False, number="77/QĐ")
    address = reverse("wagtail_bulk_action", args=["pages", "portalpage", "publish"])
    chief = enter(a, "chief")
    answer = chief.post(f"{address}?id={other.pk}&id={twin.pk}", follow=True)
    assert "đã đăng một văn bản có cùng số" in answer.text
    assert _live(a) == ["Bản đã đăng"]


def test_the_api_refuses_with_the_reason(enter, a, published, twin):
    address = reverse("wagtailadmin_api:pages:action", args=[twin.pk, "publish"])
    answer = enter(a, "chief").post(address, content_type="application/json")
    assert answer.status_code == 403 and "cùng số" in answer.json()["detail"]
    assert _live(a) == ["Bản đã đăng"]


def _due(page, minutes):
    page.go_live_at = timezone.now() + timedelta(days=1)
    revision = page.save_revision(approved_go_live_at=page.go_live_at)
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=minutes)
    revision.content["go_live_at"] = None
    revision.save()


def test_the_clock_leaves_out_a_twin_and_publishes_what_is_due_after_it(a, b, published, twin):
    article = make_article(b, "Tin hẹn giờ", live=False)
    _due(twin, 2)
    _due(article, 1)
    publish_scheduled_pages.call()
    assert (_live(a), PortalPage.objects.get(pk=article.pk).live) == (["Bản đã đăng"], True)
    (entry,) = PageLogEntry.objects.filter(action=REFUSED)
    assert (entry.page_id, entry.label) == (twin.pk, "Bản trùng")
    publish_scheduled_pages.call()
    assert PageLogEntry.objects.filter(action=REFUSED).count() == 1


def test_the_clock_lets_the_next_one_follow_the_one_that_expires(a, published, twin):
    LegalDocumentPage.objects.filter(pk=published[0].pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    _due(twin, 1)
    publish_scheduled_pages.call()
    assert _live(a) == ["Bản trùng"] and _live(published[1].portal) == ["Bản của B"]


def test_a_copy_of_a_published_document_is_a_draft(enter, a, published):
    parent = section_page(a, "documents")
    form = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": parent.pk, "publish_copies": "on"}
    address = reverse("wagtailadmin_pages:copy", args=[published[0].pk])
    assert enter(a, "chief").post(address, form).status_code == 302
    copy = LegalDocumentPage.objects.get(slug="ban-sao")
    assert (copy.live, copy.has_unpublished_changes, copy.first_published_at, copy.live_revision) == (
        False, True, None, None,
    )  # fmt: skip
    assert (copy.number, copy.unique_key, _live(a)) == ("12/QĐ-UBND", None, ["Bản đã đăng"])


def test_an_alias_is_the_same_document_at_a_second_address(a, published):
    alias = published[0].create_alias(update_slug="song-hanh")
    published[0].save_revision().publish()
    assert [_again(alias).live, _again(alias).unique_key] == [True, None]


def test_what_was_taken_down_leaves_its_place(a, published, twin):
    _again(published[0]).unpublish()
    publish(twin)
    assert _live(a) == ["Bản trùng"]
    with pytest.raises(DuplicateDocument), transaction.atomic():
        publish(_again(published[0]))


def test_a_move_into_a_portal_that_has_it_is_refused_whole(a, b, published):
    with pytest.raises(DuplicateDocument):
        published[0].move(section_page(b, "documents"), pos="last-child")
    assert [_again(page).portal for page in published] == [a, b]
    assert PortalPage.find_problems() == ([], [], [], [], [])


def test_a_move_into_a_portal_that_has_it_not_takes_the_place_there(a, b):
    page = make_document(a, "Chuyển đi", **SAME)
    page.move(section_page(b, "documents"), pos="last-child")
    assert (_again(page).portal, _again(page).unique_key.rpartition("|")[2]) == (b, str(b.pk))
    make_document(a, "Bản mới", **SAME)
    assert (_live(a), _live(b)) == (["Bản mới"], ["Chuyển đi"])


def test_what_was_planted_past_every_form_is_settled(a, b, plant_documents):
    one, two, three = plant_documents(a, ["1/QĐ", "1/QĐ", "2/QĐ"], issuer="UBND xã An Bình", force="unknown")
    (theirs,) = plant_documents(b, ["1/QĐ"], issuer="UBND xã An Bình", force="unknown")
    assert settle(a.pk, today=timezone.localdate()) == 1
    assert [bool(_again(page).unique_key) for page in (one, two, three, theirs)] == [True, False, True, False]
    assert [_again(page).issuer_slug for page in (one, theirs)] == ["xa-a", ""]
    assert [_again(page).force for page in (one, theirs)] == ["in_force", "unknown"]


def test_a_long_issuer_still_makes_a_key(a, b):
    long = "Ban " + "rất dài " * 30
    number = "1/" + "QĐ" * 28
    pages = [make_document(portal, issuer=long.strip(), number=number) for portal in (a, b)]
    assert len({page.unique_key for page in pages}) == 2
    with pytest.raises(DuplicateDocument), transaction.atomic():
        make_document(a, issuer=long.strip(), number=number)
