"""Every change of a page reaches the log of its portal once, whichever screen or command made it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import PageViewRestriction

from cms.pages.models import PortalPage
from tenants.models import AuditEntry, Role
from tests.factories import make_article, section_page
from tests.pages.posting import article_form


@pytest.fixture
def page(a, b):
    make_article(b, "Bài của B")
    return make_article(a, "Bài của A")


def at(name, *numbers):
    return reverse(f"wagtailadmin_pages:{name}", args=numbers)


def test_creating_and_publishing_are_two_entries_by_the_one_who_did(log_in, a, b, told):
    chief = log_in(a, Role.CHIEF)
    told()
    address = at("add", "pages", "articlepage", section_page(a, "news").pk)
    chief.post(address, article_form(title="Bài mới", slug="moi", **{"action-publish": "1"}))
    assert told() == [("xa-a", "wagtail.create", "Bài mới"), ("xa-a", "wagtail.publish", "Bài mới")]
    last = AuditEntry._base_manager.latest("pk")
    assert (last.actor, last.acting_as, last.remote_address) == (chief.user, "chief", "127.0.0.1")
    assert last.path == address
    page = PortalPage.objects.get(title="Bài mới")
    assert (last.target_pk, last.detail) == (str(page.pk), {"revision": page.live_revision_id})


def test_an_edit_says_before_and_after_of_a_title(log_in, a, page, written):
    chief = log_in(a, Role.CHIEF)
    written()
    chief.post(at("edit", page.pk), article_form(title="Tên khác", slug=page.slug, **{"action-publish": "1"}))
    rows = written()
    assert [row.action for row in rows] == ["wagtail.edit", "wagtail.rename", "wagtail.publish"]
    assert (rows[1].detail["before"], rows[1].detail["after"]) == ("Bài của A", "Tên khác")


@pytest.mark.parametrize(
    ("screen", "form", "actions"),
    [
        ("unpublish", {}, ["wagtail.unpublish"]),
        ("delete", {}, ["wagtail.delete"]),
        ("lock", {}, ["wagtail.lock"]),
        ("copy", {"new_title": "Bản sao", "new_slug": "ban-sao"}, ["wagtail.copy"]),
    ],
)
def test_each_screen_of_a_page_leaves_one_entry(log_in, a, page, told, screen, form, actions):
    chief = log_in(a, Role.CHIEF)
    if screen == "copy":
        form = {**form, "new_parent_page": section_page(a, "news").pk}
    told()
    chief.post(at(screen, page.pk), form)
    assert [(slug, action) for slug, action, _title in told()] == [("xa-a", action) for action in actions]


def test_a_deletion_keeps_the_title(log_in, a, page, told):
    chief = log_in(a, Role.CHIEF)
    told()
    chief.post(at("delete", page.pk))
    assert not PortalPage.objects.filter(pk=page.pk).exists()
    assert told() == [("xa-a", "wagtail.delete", "Bài của A")]


def test_many_pages_at_once_are_as_many_entries(log_in, a, b, page, told):
    second = make_article(a, "Bài thứ hai")
    chief = log_in(a, Role.CHIEF)
    told()
    chief.post(f"/admin/bulk/pages/portalpage/unpublish/?id={page.pk}&id={second.pk}&next=/admin/", {})
    assert sorted(told()) == [
        ("xa-a", "wagtail.unpublish", "Bài của A"),
        ("xa-a", "wagtail.unpublish", "Bài thứ hai"),
    ]


def test_the_way_through_approval(log_in, enter, a, told):
    page = make_article(a, "Chờ duyệt", live=False)
    editor, chief = enter(a, Role.EDITOR), log_in(a, Role.CHIEF)
    told()
    editor.post(at("edit", page.pk), article_form(title="Chờ duyệt", slug=page.slug, **{"action-submit": "1"}))
    assert [action for _slug, action, _title in told()] == ["wagtail.edit", "wagtail.workflow.start"]
    task = page.current_workflow_task_state
    chief.post(at("workflow_action", page.pk, "approve", task.pk), {"comment": "Được"})
    assert [action for _slug, action, _title in told()] == ["wagtail.workflow.approve", "wagtail.publish"]


def test_a_draft_that_saves_itself_again_and_again_is_one_entry(log_in, a, page, told):
    editor = log_in(a, Role.EDITOR)
    told()
    overwrite = {}
    for number in range(3):
        form = article_form(title=f"Đang gõ {number}", slug=page.slug, **overwrite)
        answer = editor.post(at("edit", page.pk), form, headers={"accept": "application/json"}).json()
        overwrite = {"overwrite_revision_id": answer["revision_id"]}
    assert [action for _slug, action, _title in told()] == ["wagtail.edit"]


def test_a_page_whose_publication_is_put_off_says_until_when(a, b, written):
    page, when = make_article(a, "Hẹn giờ", live=False), timezone.now().replace(microsecond=0) + timedelta(days=2)
    page.go_live_at = when
    written()
    page.save_revision().publish()
    rows = [row for row in written() if row.action == "wagtail.publish.schedule"]
    assert [(row.portal, parse_datetime(row.detail["go_live"])) for row in rows] == [(a, when)]


def test_a_page_copied_by_code_has_its_entry(a, b, page, told):
    told()
    page.copy(update_attrs={"slug": "ban-sao", "title": "Bản sao"}, keep_live=False)
    assert ("xa-a", "wagtail.copy", "Bài của A") in told()


def test_what_the_clock_publishes_is_done_by_the_product(a, b, written):
    page = make_article(a, "Đúng hẹn", live=False)
    page.go_live_at = timezone.now()
    page.save_revision(approved_go_live_at=timezone.now())
    written()
    call_command("publish_scheduled")
    published = [row for row in written() if row.action == "wagtail.publish.scheduled"]
    assert [(row.portal, row.actor, row.actor_name, row.path) for row in published] == [(a, None, "", "")]


def test_making_a_page_private_is_logged_without_the_password(a, page, people, written):
    restriction = PageViewRestriction(page=page, restriction_type="password", password="chi-minh-toi-biet")
    restriction.save(user=people["a"])
    restriction.delete(user=people["a"])
    rows = written()
    assert [(row.portal, row.action, row.actor, row.detail) for row in rows] == [
        (a, "wagtail.view_restriction.create", people["a"], {"restriction": "password"}),
        (a, "wagtail.view_restriction.delete", people["a"], {"restriction": "password"}),
    ]
    assert "chi-minh-toi-biet" not in str([vars(row) for row in rows])
