"""An editor submits, the chief of the same portal approves and publishes; nobody else can."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState, Workflow, WorkflowPage, WorkflowState

from cms.pages.models import ArticlePage, ChiefApprovalTask, PortalPage
from cms.pages.planting import WORKFLOW_NAME
from tests.factories import make_article, section_page
from tests.pages.posting import article_form


@pytest.fixture
def editor(enter, a):
    return enter(a, "editor")


@pytest.fixture
def submitted(editor, a, b):
    """An article of A that its editor submitted; B has one that is only a draft."""
    make_article(b, "Bản nháp", live=False)
    address = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(a, "news").pk])
    assert editor.post(address, article_form(slug="moi", **{"action-submit": "1"})).status_code == 302
    return ArticlePage.objects.get(slug="moi")


def _again(page):
    return ArticlePage.objects.get(pk=page.pk)


def _answer(client, page, action="approve", **form):
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(address, {"comment": "", **form})


def _edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_one_workflow_covers_every_portal(a, b):
    (row,) = WorkflowPage.objects.all()
    assert (row.page.depth, row.workflow.name) == (1, WORKFLOW_NAME)
    assert Workflow.objects.active().count() == 1
    assert isinstance(row.workflow.tasks.get().specific, ChiefApprovalTask)
    assert {portal.root_page.get_workflow() for portal in (a, b)} == {row.workflow}


def test_submitting_waits_and_publishes_nothing(submitted, visit, a):
    assert (submitted.live, submitted.current_workflow_state.status) == (False, WorkflowState.STATUS_IN_PROGRESS)
    assert visit(a, "/tin-tuc/moi/").status_code == 404


def test_the_chief_approves_and_a_citizen_reads_it_in_both_languages(submitted, enter, visit, a, b):
    assert _answer(enter(a, "chief"), submitted).status_code == 302
    page = _again(submitted)
    assert (page.live, page.portal, page.section, page.en_status) == (True, a, "news", "current")
    assert ">Bài viết</h1>" in visit(a, "/tin-tuc/moi/").content.decode()
    assert ">Article</h1>" in visit(a, "/en/tin-tuc/moi/").content.decode()
    assert visit(b, "/tin-tuc/moi/").status_code == 404
    assert not ArticlePage.objects.get(portal=b).live


def test_approving_fills_the_section(submitted, enter, a, b):
    _answer(enter(a, "chief"), submitted)
    assert [section_page(portal, "news").has_content for portal in (a, b)] == [True, False]


def test_the_chief_sends_it_back_with_a_word(submitted, enter, a):
    assert _answer(enter(a, "chief"), submitted, "reject", comment="Thiếu ảnh").status_code == 302
    page = _again(submitted)
    assert (page.live, page.current_workflow_state.status) == (False, WorkflowState.STATUS_NEEDS_CHANGES)
    assert TaskState.objects.get(revision__object_id=str(page.pk)).comment == "Thiếu ảnh"


def test_the_editor_submits_again_after_mending(submitted, enter, editor, a):
    chief = enter(a, "chief")
    _answer(chief, submitted, "reject", comment="Thiếu ảnh")
    form = article_form(slug="moi", title="Bài đã sửa", **{"action-submit": "1"})
    assert editor.post(_edit(submitted), form).status_code == 302
    _answer(chief, _again(submitted))
    assert (_again(submitted).title, _again(submitted).live) == ("Bài đã sửa", True)


@pytest.mark.parametrize("role", ["editor", "head", "officer"])
def test_who_is_not_chief_approves_nothing(submitted, editor, enter, a, role):
    client = editor if role == "editor" else enter(a, role)
    _answer(client, submitted)
    assert not _again(submitted).live
    assert submitted.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


@pytest.mark.parametrize("role", ["chief", "editor", "head"])
def test_nobody_of_another_portal_can_do_anything(submitted, enter, b, role):
    stranger = enter(b, role)
    _answer(stranger, submitted)
    _answer(stranger, submitted, "reject", comment="x")
    stranger.post(_edit(submitted), article_form(title="Chiếm", **{"action-publish": "1"}))
    stranger.post(reverse("wagtailadmin_pages:delete", args=[submitted.pk]))
    page = _again(submitted)
    assert (page.live, page.title, page.current_workflow_state.status) == (False, "Bài viết", "in_progress")
    assert page.revisions.count() == 1
    for name in ("edit", "view_draft", "history", "workflow_history", "usage"):
        response = stranger.get(reverse(f"wagtailadmin_pages:{name}", args=[submitted.pk]))
        assert response.status_code in (302, 403, 404) and "Bài viết" not in response.content.decode()


@pytest.mark.parametrize("role", ["editor", "head", "officer"])
def test_only_a_chief_publishes_directly(enter, a, b, role):
    page, other = make_article(a, "Nháp", slug="nhap", live=False), make_article(b, "Nháp", slug="nhap", live=False)
    person = enter(a, role)
    for target in (page, other):
        person.post(_edit(target), article_form(slug="nhap", **{"action-publish": "1"}))
        person.post(reverse("wagtail_bulk_action", args=["pages", "portalpage", "publish"]) + f"?id={target.pk}")
    assert [_again(target).live for target in (page, other)] == [False, False]


def test_a_chief_publishes_directly_in_the_own_portal_only(enter, a, b):
    page, other = make_article(a, "Nháp", slug="nhap", live=False), make_article(b, "Nháp", slug="nhap", live=False)
    chief = enter(a, "chief")
    for target in (page, other):
        chief.post(_edit(target), article_form(slug="nhap", **{"action-publish": "1"}))
    assert [_again(target).live for target in (page, other)] == [True, False]


def test_a_chief_takes_several_pages_down_at_once_but_only_the_own(enter, a, b):
    pages = [make_article(portal, f"Bài {number}") for portal in (a, b) for number in range(2)]
    address = reverse("wagtail_bulk_action", args=["pages", "portalpage", "unpublish"])
    chief = enter(a, "chief")
    refused = chief.post(address + "?" + "&".join(f"id={page.pk}" for page in pages))
    assert (refused.status_code, [_again(page).live for page in pages]) == (404, [True] * 4)
    chief.post(address + "?" + "&".join(f"id={page.pk}" for page in pages[:2]))
    assert [_again(page).live for page in pages] == [False, False, True, True]


def test_the_editor_waits_while_the_chief_looks(submitted, editor, enter, a):
    editor.post(_edit(submitted), article_form(slug="moi", title="Sửa lén"))
    assert _again(submitted).get_latest_revision_as_object().title == "Bài viết"
    chief = enter(a, "chief")
    assert chief.post(_edit(submitted), article_form(slug="moi", title="Trưởng ban sửa")).status_code == 302
    assert _again(submitted).get_latest_revision_as_object().title == "Trưởng ban sửa"


def test_only_the_own_chief_sees_what_waits(submitted, editor, enter, a, b):
    task = ChiefApprovalTask.objects.get()
    waiting = [list(task.get_task_states_user_can_moderate(enter(portal, "chief").user)) for portal in (a, b)]
    assert [[state.workflow_state.content_object.pk for state in states] for states in waiting] == [[submitted.pk], []]
    assert list(task.get_task_states_user_can_moderate(editor.user)) == []


def test_a_chief_who_was_deactivated_approves_nothing(submitted, enter, a, b):
    chief = enter(a, "chief")
    chief.user.is_active = False
    chief.user.save()
    assert not ChiefApprovalTask.objects.get().get_actions(submitted, chief.user)
    _answer(chief, submitted)
    assert not _again(submitted).live and not ArticlePage.objects.filter(portal=b, live=True).exists()


def test_a_page_moved_to_another_portal_is_approved_by_its_chief(submitted, enter, a, b):
    PortalPage.objects.get(pk=submitted.pk).move(section_page(b, "news"), pos="last-child")
    first, second = enter(a, "chief"), enter(b, "chief")
    _answer(first, _again(submitted))
    assert not _again(submitted).live
    _answer(second, _again(submitted))
    assert (_again(submitted).live, _again(submitted).portal) == (True, b)
