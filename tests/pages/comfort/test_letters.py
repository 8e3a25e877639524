"""Letters about a page of A reach people who work for A, and nobody who has left it."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, PageSubscription
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from cms.pages.models import ArticlePage
from tenants.actions import act_for, end_acting, grant, revoke
from tenants.models import Membership, Role
from tests.factories import make_user, section_page
from tests.pages.posting import article_form

SECRET = "Lời bàn trong nội bộ"


@pytest.fixture
def chief(enter, a):
    return enter(a, Role.CHIEF)


@pytest.fixture
def editor(enter, a):
    return enter(a, Role.EDITOR)


@pytest.fixture
def colleague(a):
    client = Client(HTTP_HOST="xa-a.localhost")
    client.user = make_user("colleague@xa-a.example", portal=a, role=Role.EDITOR)
    client.force_login(client.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def write(client, portal, slug="moi", **more):
    """A new page that its writer follows."""
    address = reverse("wagtailadmin_pages:add", args=["pages", "articlepage", section_page(portal, "news").pk])
    client.post(address, article_form(slug=slug, comment_notifications="on", **more))
    return ArticlePage._base_manager.get(slug=slug)


def save(client, page, comments, existing=0, **more):
    """Save the page with these rows of comments; to whom letters went."""
    mail.outbox.clear()
    form = article_form(slug=page.slug, **more) | rows(comments, existing)
    assert client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form).status_code == 302
    assert all(SECRET in letter.body for letter in mail.outbox)
    return {address for letter in mail.outbox for address in letter.to}


def rows(comments, existing):
    return nested_form_data({"comments": inline_formset(comments, initial=existing)})


def comment(text=SECRET, key="", replies=(), **more):
    about = {"id": key, "text": text, "contentpath": "lead", "position": "", "resolved": ""}
    return about | {"replies": inline_formset(list(replies))} | more


def leave(client, portal):
    revoke(Membership.objects.get(user=client.user, portal=portal), now=timezone.now())


def decide(client, page, action):
    mail.outbox.clear()
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    client.post(address, {"comment": SECRET})
    return {address for letter in mail.outbox for address in letter.to}


def test_who_follows_a_page_is_told_of_comments_while_in_the_portal(editor, colleague, chief, a, b):
    page = write(editor, a)
    PageSubscription.objects.create(page=page, user=colleague.user, comment_notifications=True)
    assert save(chief, page, [comment()]) == {editor.user.email, colleague.user.email}
    grant(editor.user, portal=b, role=Role.EDITOR, now=timezone.now())
    leave(editor, a)
    assert save(chief, page, [comment()]) == {colleague.user.email}


def test_who_follows_is_asked_for_again_whatever_is_kept(editor, chief, a, b):
    page = write(editor, a)
    leave(editor, a)
    grant(editor.user, portal=b, role=Role.EDITOR, now=timezone.now())
    PageSubscription.objects.create(page=page, user=editor.user, comment_notifications=True)
    assert save(chief, page, [comment()]) == set()


def test_a_thread_goes_on_without_who_has_left(editor, colleague, chief, a, b):
    page = write(chief, a)
    for client in (editor, colleague):
        text = f"{SECRET} của {client.user.email}"
        Comment.objects.create(page=page, user=client.user, text=text, contentpath="lead")
    begun = Comment.objects.filter(page=page).order_by("pk")
    answered = [comment(row.text, key=row.pk, replies=[{"id": "", "text": SECRET}]) for row in begun]
    grant(editor.user, portal=b, role=Role.EDITOR, now=timezone.now())
    leave(editor, a)
    assert save(chief, page, answered, existing=2) == {colleague.user.email}
    assert editor.user.email not in mail.outbox[0].body and colleague.user.email in mail.outbox[0].body


def test_the_province_is_told_while_it_acts(enter, province, chief, a, b):
    office = enter(province, Role.PROVINCE_OFFICE)
    acting = act_for(office.user, portal=a, reason="Báo sự cố", now=timezone.now())
    office.post(reverse("acting:choose"), {"portal": a.pk})
    page = write(office, a)
    assert save(chief, page, [comment()]) == {office.user.email}
    end_acting(acting, now=timezone.now())
    assert save(chief, page, [comment()]) == set()


@pytest.mark.parametrize("action", ["approve", "reject"])
@pytest.mark.parametrize("has_left", [False, True])
def test_who_submitted_is_told_of_the_decision_while_in_the_portal(editor, chief, a, b, action, has_left):
    page = write(editor, a, **{"action-submit": "1"})
    if has_left:
        leave(editor, a)
        grant(editor.user, portal=b, role=Role.EDITOR, now=timezone.now())
    assert decide(chief, page, action) == (set() if has_left else {editor.user.email})


def test_following_ends_with_the_last_role_in_the_portal(editor, enter, a, b):
    grant(editor.user, portal=b, role=Role.EDITOR, now=timezone.now())
    grant(editor.user, portal=a, role=Role.OFFICER, now=timezone.now())
    here = write(editor, a)
    there = write(enter(b, Role.EDITOR), b, slug="kia")
    PageSubscription.objects.create(page=there, user=editor.user, comment_notifications=True)
    followed = PageSubscription.objects.filter(user=editor.user).order_by("pk").values_list("page", flat=True)
    for role, left in ((Role.EDITOR, [here.pk, there.pk]), (Role.OFFICER, [there.pk])):
        revoke(Membership.objects.get(user=editor.user, portal=a, role=role), now=timezone.now())
        assert list(followed.all()) == left
