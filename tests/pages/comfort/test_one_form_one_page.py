"""A form whose first save arrived while its answer was lost makes no second page with what it sends next."""

import uuid

import pytest
from django.urls import reverse

from cms.pages.models import ArticlePage, DeletedPage, PortalPage, WorkSchedulePage
from tenants.scoping import portal_scope
from tests.factories import make_article, section_page
from tests.pages.comfort.trash import delete, restore
from tests.pages.types.entering import form_of, untouched

ROW = {"day": "02/03/2026", "content": "Họp", "person": "", "place": ""}


def address(portal, model=ArticlePage, section="news"):
    return reverse("wagtailadmin_pages:add", args=["pages", model._meta.model_name, section_page(portal, section).pk])


@pytest.fixture
def opened(enter):
    """opened(portal, role, model, section) -> a function that sends a form that this person has opened once."""

    def open_form(portal, role="editor", client=None, key=None, **where):
        client, url = client or enter(portal, role), address(portal, **where)
        form, key = form_of(client, url), key or str(uuid.uuid4())

        def send(title, *, by_script=False, rows=(), **values):
            data = untouched(form)
            for row in rows:
                data |= form.with_row("entries", row)
            headers = {"accept": "application/json"} if by_script else {}
            return client.post(url, {**data, "opened": key, "title": title, **values}, headers=headers)

        send.client, send.key = client, key
        return send

    return open_form


def pages(portal, model=ArticlePage):
    found = model.objects.filter(portal=portal).order_by("pk")
    return [(page.draft_title, page.slug, page.get_latest_revision_as_object().title) for page in found]


def test_what_is_sent_again_goes_into_the_page_that_is_there(opened, a, b):
    send, other = opened(a), opened(b)
    first, second = send("Ra", by_script=True).json(), send("Ra quân trồng cây", by_script=True).json()
    other("Khác", by_script=True)
    assert (first["success"], second["success"], first["pk"]) == (True, True, second["pk"])
    assert second["revision_id"] != first["revision_id"]
    assert pages(a) == [("Ra quân trồng cây", "ra-quan-trong-cay", "Ra quân trồng cây")]
    assert pages(b) == [("Khác", "khac", "Khác")]


@pytest.mark.parametrize("button", [{}, {"action-submit": "1"}])
def test_a_button_after_the_lost_answer_makes_no_second_page(opened, a, b, button):
    send = opened(a)
    make_article(b)
    number = send("Chợ", by_script=True).json()["pk"]
    block = {"type": "heading", "value": "Một", "order": "0", "deleted": ""}
    body = {"body-count": "1"} | {f"body-0-{name}": value for name, value in block.items()}
    assert send("Chợ phiên", **body, **button).status_code == 302
    page = ArticlePage.objects.get(portal=a)
    assert (page.pk, page.draft_title, page.live) == (number, "Chợ phiên", False)
    assert bool(page.current_workflow_state) is bool(button)
    assert ArticlePage.objects.filter(portal=b).count() == 1


def test_rows_are_not_doubled_and_the_answer_numbers_them(opened, a, b):
    send = opened(a, model=WorkSchedulePage, section="direction")
    opened(b, model=WorkSchedulePage, section="direction")("Lịch B", rows=[ROW], by_script=True)
    send("Lịch", rows=[ROW], by_script=True)
    told = send("Lịch", rows=[ROW | {"content": "Họp giao ban"}], by_script=True).json()["field_updates"]
    page = WorkSchedulePage.objects.get(portal=a)
    (row,) = page.entries.all()
    assert (row.content, told["entries-0-id"]) == ("Họp giao ban", str(row.pk))
    assert [entry["content_vi"] for entry in page.latest_revision.content["entries"]] == ["Họp giao ban"]
    assert WorkSchedulePage.objects.get(portal=b).entries.get().content == "Họp"


def test_another_opened_form_makes_another_page(opened, a, b):
    first = opened(a)
    first("Một", by_script=True)
    opened(a, client=first.client)("Hai", by_script=True)
    opened(b)("Ba", by_script=True)
    assert [title for title, _slug, _draft in pages(a)] == ["Một", "Hai"]


def test_what_has_gone_on_is_left_alone(opened, a, b):
    send = opened(a)
    send("Đã gửi", by_script=True)
    page = ArticlePage.objects.get(portal=a)
    page.get_workflow().start(page, send.client.user)
    send("Viết tiếp", by_script=True)
    assert [title for title, _slug, _draft in pages(a)] == ["Đã gửi", "Viết tiếp"]
    assert pages(b) == []


def test_nobody_reaches_anothers_page_by_its_key(opened, a, b):
    key = str(uuid.uuid4())
    opened(a, key=key)("Của A", by_script=True)
    opened(b, key=key)("Của B", by_script=True)
    opened(a, role="chief", key=key)("Của trưởng ban", by_script=True)
    assert [title for title, _slug, _draft in pages(a)] == ["Của A", "Của trưởng ban"]
    assert [title for title, _slug, _draft in pages(b)] == ["Của B"]


@pytest.mark.parametrize("key", ["x", "1", "00000000", "'"])
def test_a_key_that_is_none_makes_a_page_as_ever(opened, a, b, key):
    send = opened(a, key=key)
    send("Một", by_script=True), send("Hai", by_script=True)
    assert len(pages(a)) == 2 and pages(b) == []


def test_a_form_that_comes_back_with_a_mistake_keeps_its_key(opened, a, b):
    send = opened(a, role="chief")
    text = send("Thiếu nội dung", **{"action-publish": "1"}).content.decode()
    assert f'name="opened" value="{send.key}"' in text
    assert PortalPage.objects.filter(portal=b, owner=send.client.user).count() == 0


def test_a_page_that_was_deleted_and_came_back_is_another(opened, a, b):
    send, other = opened(a), opened(b)
    other("Của B", by_script=True)
    page = ArticlePage.objects.get(pk=send("Cũ", by_script=True).json()["pk"])
    assert delete(send.client, page).status_code == 302
    send("Mới", by_script=True)
    with portal_scope([a]):
        (kept,) = DeletedPage.objects.all()
    restore(send.client, kept)
    assert sorted(title for title, _slug, _draft in pages(a)) == ["Cũ", "Mới"]
    assert pages(b) == [("Của B", "cua-b", "Của B")]
