"""Drafts may lack anything, and no way of publishing lets an unfinished one through: it says what is missing."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import Workflow

from cms.pages.models import RecruitmentPage, WorkSchedulePage
from tests.factories import make_record

from .entering import form_address, form_of, page_at, untouched
from .specimens import SLUG, SPECIMENS, TITLE

UNFINISHED = [
    (WorkSchedulePage, {"from_date": None, "to_date": None}, "Từ ngày, Đến ngày"),
    (RecruitmentPage, {"apply_until": None}, "Nhận hồ sơ đến hết ngày"),
]


def publish_together(client, *pages):
    address = reverse("wagtail_bulk_action", args=["pages", "portalpage", "publish"])
    return client.post(f"{address}?{'&'.join(f'id={page.pk}' for page in pages)}")


def said(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


@pytest.mark.parametrize(("model", "values", "missing"), UNFINISHED)
def test_many_at_once_are_published_whole_or_not_at_all(enter, a, b, model, values, missing):
    finished, unfinished = make_record(a, model, live=False), make_record(a, model, TITLE, live=False, **values)
    other = make_record(b, model, live=False)
    for page in (finished, unfinished, other):
        page.save_revision(clean=False)  # as the form leaves a draft
    response = publish_together(enter(a, "chief"), finished, unfinished)
    assert response.status_code == 302
    assert f"Chưa đăng được “{TITLE}”. Hãy mở trang và kiểm tra: " in said(response)
    assert all(name in said(response) for name in missing.split(", "))
    assert list(model.objects.filter(pk__in=[finished.pk, unfinished.pk, other.pk], live=True)) == []
    publish_together(enter(b, "chief"), other)
    assert [page.pk for page in model.objects.filter(live=True)] == [other.pk]


def test_approving_what_lost_its_date_since_says_so(enter, a, b):
    """The chief saved the draft without its date while it waited, and approves it from the list."""
    page, other = make_record(a, RecruitmentPage, live=False), make_record(b, RecruitmentPage, live=False)
    page.save_revision()
    state = Workflow.objects.get(active=True).start(page, enter(a, "editor").user)
    page.apply_until = None
    page.save_revision(clean=False)
    chief = enter(a, "chief")
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.current_task_state.pk])
    response = chief.post(address, {"comment": ""})
    assert (response.status_code, RecruitmentPage.objects.filter(live=True).count()) == (302, 0)
    assert "Nhận hồ sơ đến hết ngày" in said(response)
    assert RecruitmentPage.objects.get(pk=other.pk).apply_until is not None


def test_a_row_of_a_calendar_may_wait_for_its_day_too(enter, a, b):
    specimen = next(one for one in SPECIMENS if one.model is WorkSchedulePage)
    editor = enter(a, "editor")
    form = form_of(editor, form_address(specimen, a))
    row = form.with_row("entries", {"day": "", "content": "Họp giao ban"})
    data = {**untouched(form), **{name: row[name] for name in row if name.startswith("entries")}, "title": TITLE}
    assert editor.post(form_address(specimen, a), data).status_code == 302
    page = page_at(a, specimen.address)
    assert (page.slug, page.live, [entry.day for entry in page.entries.all()]) == (SLUG, False, [None])
    assert page_at(b, specimen.address) is None
