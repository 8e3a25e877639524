""" "Vẫn đúng": asked after 90 days on the first screen and above the list, answered by one tap."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from cms.pages.people.models import Post
from cms.pages.people.queries import vouching_on
from compliance.facts.people import posts as facts_of
from tenants.scoping import platform_scope

from .conftest import address, logged, posts_of

QUESTION = "còn đúng cả không?"


def confirmed(portal, days, **wanted):
    """Say that these posts were last confirmed so many days ago (None: never), and begin of nobody knows when."""
    day = None if days is None else timezone.localdate() - timedelta(days=days)
    with platform_scope():
        Post.objects.filter(portal=portal, **wanted).update(confirmed_on=day, from_date=None)


@pytest.mark.parametrize(("days", "asked"), [(0, False), (89, False), (90, True), (200, True), (None, True)])
def test_the_question_comes_after_ninety_days(editor, mine, theirs, a, b, days, asked):
    confirmed(a, days)
    confirmed(b, 0)
    for screen in (reverse("wagtailadmin_home"), address("list")):
        assert (QUESTION in editor.get(screen).text) == asked


def test_the_oldest_word_counts_and_says_its_age(editor, mine, theirs, a):
    confirmed(a, 3)
    confirmed(a, 120, pk=mine["clerk"].pk)
    assert "Danh bạ đã 120 ngày chưa xác nhận." in editor.get(address("list")).text


def test_nobody_is_asked_about_who_left_or_is_still_to_come(editor, mine, theirs, a):
    confirmed(a, 3)
    confirmed(a, 200, pk=mine["clerk"].pk)
    with platform_scope():
        Post.objects.filter(pk=mine["clerk"].pk).update(to_date=timezone.localdate() - timedelta(days=1))
    assert QUESTION not in editor.get(address("list")).text


def test_one_tap_confirms_the_whole_directory_of_the_own_portal(editor, mine, theirs, a, b):
    confirmed(a, 200)
    confirmed(b, 200)
    response = editor.post(address("confirm"), {"next": reverse("wagtailadmin_home")})
    assert response.headers["Location"] == reverse("wagtailadmin_home")
    today = timezone.localdate()
    assert {post.confirmed_on for post in posts_of(a)} == {today}
    assert {post.confirmed_on for post in posts_of(b)} == {today - timedelta(days=200)}
    assert QUESTION not in editor.get(reverse("wagtailadmin_home")).text


def test_the_log_tells_who_confirmed_and_when(editor, mine, theirs, a):
    editor.post(address("confirm"))
    (entry,) = logged("directory.confirmed")
    assert (entry.portal, entry.actor, entry.detail) == (a, editor.user, {"what": "3 chức vụ"})
    assert timezone.localdate(entry.happened_at) == timezone.localdate()


def test_the_forms_carry_what_keeps_strangers_from_sending_them(editor, mine, theirs, a):
    confirmed(a, 200)
    for screen, form in ((reverse("wagtailadmin_home"), ".cong-ask"), (address("list"), "#cong-confirm")):
        page = BeautifulSoup(editor.get(screen).content, "html.parser")
        assert page.select_one(f"{form} input[name=csrfmiddlewaretoken]")["value"]


def test_one_post_is_confirmed_alone(editor, mine, theirs, a):
    confirmed(a, 100)
    editor.post(address("confirm_one", mine["vice"].pk))
    today = timezone.localdate()
    assert [post.confirmed_on == today for post in posts_of(a)] == [False, True, False]
    assert logged("post.confirmed")[0].target_pk == str(mine["vice"].pk)


def test_each_row_that_is_due_has_a_button_of_its_own(editor, mine, theirs, a):
    confirmed(a, 3)
    confirmed(a, 100, pk=mine["vice"].pk)
    words = editor.get(address("list")).text
    due = [address("confirm_one", post.pk) in words for post in (mine["chairman"], mine["vice"], mine["clerk"])]
    assert due == [False, True, False]


@pytest.mark.parametrize("name", ["confirm", "confirm_one"])
def test_looking_confirms_nothing(editor, mine, theirs, a, name):
    confirmed(a, 100)
    numbers = [mine["vice"].pk] if name == "confirm_one" else []
    assert editor.get(address(name, *numbers)).status_code == 405
    assert timezone.localdate() not in {post.confirmed_on for post in posts_of(a)}


def test_another_portals_post_cannot_be_confirmed(editor, mine, theirs, b):
    confirmed(b, 100)
    assert editor.post(address("confirm_one", theirs["vice"].pk)).status_code == 404
    assert timezone.localdate() not in {post.confirmed_on for post in posts_of(b)}


@pytest.mark.parametrize("role", ["head", "officer"])
def test_who_does_not_keep_the_register_is_not_asked_and_cannot_answer(enter, mine, theirs, a, role):
    confirmed(a, 100)
    person = enter(a, role)
    assert QUESTION not in person.get(reverse("wagtailadmin_home")).text
    assert person.post(address("confirm")).status_code in (302, 403)
    assert timezone.localdate() not in {post.confirmed_on for post in posts_of(a)}


def test_an_empty_directory_is_not_confirmed(editor, a, b):
    editor.post(address("confirm"))
    assert "chưa có ai" in editor.get(address("list")).text
    assert logged("directory.confirmed") == []


@pytest.mark.parametrize(
    ("begun", "days"), [(None, None), (None, 30), (30, None), (10, 30), (30, 10), (-5, 30), (30, -5), (-5, None)]
)
def test_what_counts_as_confirmed_is_what_compliance_reads(mine, theirs, a, begun, days):
    """The question and the points follow one rule, or a clerk would be asked in vain."""
    today = timezone.localdate()
    from_date, confirmed_on = (None if n is None else today - timedelta(days=n) for n in (begun, days))
    with platform_scope():
        Post.objects.filter(portal=a).exclude(pk=mine["vice"].pk).delete()
        Post.objects.filter(pk=mine["vice"].pk).update(from_date=from_date, confirmed_on=confirmed_on)
        facts = facts_of([a.pk], day=today)[a.pk]
        assert [fact.vouched_on for fact in facts] == [vouching_on(a, today).oldest] * len(facts)


def test_the_day_of_confirmation_is_in_no_form(editor, mine, theirs, a):
    assert 'name="confirmed_on"' not in editor.get(address("edit", mine["vice"].pk)).text


def test_citizens_see_when_the_directory_was_confirmed(editor, mine, theirs, visit, a, b):
    confirmed(a, None, pk=mine["clerk"].pk)
    words = "được xác nhận còn đúng ngày"
    assert (words in visit(a, "/danh-ba/").text, words in visit(b, "/danh-ba/").text) == (False, True)
    editor.post(address("confirm"))
    assert words in visit(a, "/danh-ba/").text
