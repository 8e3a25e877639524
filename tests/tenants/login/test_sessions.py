"""Sessions and accounts that come to an end."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.utils import timezone

from tenants.actions import deactivate, grant, reactivate, revoke
from tenants.login.actions import reopen
from tenants.login.idleness import idle, is_idle
from tenants.login.sessions import device_name
from tenants.models import LoginPolicy, Role, User
from tests.factories import make_user
from tests.tenants.screens import PEOPLE, role_of

from .conftest import attempt, is_in

SESSIONS = "/admin/security/sessions/"


@pytest.fixture
def editor(a, b):
    make_user("mai@xa-b.example", portal=b, role=Role.EDITOR)
    return make_user("hoa@xa-a.example", portal=a, role=Role.EDITOR)


def test_one_sees_the_own_sessions_and_nobody_elses(editor, a, b):
    client, _response = attempt(a, editor.email)
    attempt(a, editor.email)
    attempt(b, "mai@xa-b.example")
    page = client.get(SESSIONS).content.decode()
    assert (page.count("Chrome, Windows</td>"), page.count("Phiên này"), page.count("127.0.0.1</td>")) == (2, 1, 2)


def test_one_session_or_all_others_are_ended(editor, a):
    here, _response = attempt(a, editor.email)
    others = [attempt(a, editor.email)[0] for _time in range(3)]
    first = UserSession.objects.get(session_key=others[0].session.session_key)
    assert here.post(f"{SESSIONS}{first.pk}/end/").url == SESSIONS
    assert [client.get("/admin/").status_code for client in (here, *others)] == [200, 302, 200, 200]
    here.post(SESSIONS)
    assert [client.get("/admin/").status_code for client in (here, *others)] == [200, 302, 302, 302]


def test_nobody_ends_anothers_session(editor, a, b):
    here, _response = attempt(a, editor.email)
    stranger, _response = attempt(b, "mai@xa-b.example")
    theirs = UserSession.objects.get(session_key=stranger.session.session_key)
    assert here.post(f"{SESSIONS}{theirs.pk}/end/").status_code == 404
    assert stranger.get("/admin/").status_code == 200


def test_closing_an_account_ends_its_sessions_for_good(editor, a):
    client, _response = attempt(a, editor.email)
    deactivate(editor, now=timezone.now())
    assert client.get("/admin/").status_code == 302
    reactivate(editor, now=timezone.now())
    assert client.get("/admin/").status_code == 302


def test_a_session_ends_where_the_person_has_no_role_any_more(editor, a, b):
    held = grant(editor, portal=b, role=Role.EDITOR, now=timezone.now())
    client, _response = attempt(b, editor.email)
    assert client.get("/admin/").status_code == 200
    revoke(held, now=timezone.now())
    response = client.get("/admin/", follow=True)
    assert (response.redirect_chain[0][0].startswith("/admin/login/"), is_in(client)) == (True, False)
    assert "http://xa-a.localhost/admin/" in response.content.decode()
    assert client.get("/admin/", headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403


def test_a_session_ends_after_the_provinces_hours(editor, a):
    client, _response = attempt(a, editor.email)
    session = client.session
    assert session.get_expiry_age() == 12 * 3600
    session["login_at"] -= 13 * 3600
    session.save()
    response = client.get("/admin/", follow=True)
    assert "Phiên đăng nhập đã hết giờ" in response.content.decode()
    assert is_in(client) is False


NOW = datetime(2026, 5, 20, 3, tzinfo=UTC)  # ten in the morning in Lào Cai
POLICY = LoginPolicy(idle_days=90)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"last_login": 89}, False),
        ({"last_login": 90}, False),
        ({"last_login": 91}, True),
        ({}, True),
        ({"date_joined": 10}, False),
        ({"activated_at": 10}, False),
        ({"last_login": 200, "reopened_at": 10}, False),
        ({"last_login": 200, "reopened_at": 100}, True),
        ({"last_login": 200, "is_superuser": True}, False),
    ],
)
def test_an_account_is_idle_after_so_many_days(editor, values, expected):
    User.objects.filter(pk=editor.pk).update(date_joined=NOW - timedelta(days=400))
    dated = {k: v if k == "is_superuser" else NOW - timedelta(days=v) for k, v in values.items()}
    User.objects.filter(pk=editor.pk).update(**dated)
    user = User.objects.get(pk=editor.pk)
    assert is_idle(user, now=NOW, policy=POLICY) is expected
    assert User.objects.filter(idle(NOW, policy=POLICY), pk=user.pk).exists() is expected


def test_a_chief_sees_and_reopens_who_was_idle(chief, editor, a):
    User.objects.filter(pk=editor.pk).update(date_joined=timezone.now() - timedelta(days=400))
    assert is_in(attempt(a, editor.email)[0]) is False
    idle_ones = chief.get(f"{PEOPLE}?account=idle")
    assert [row.user for row in idle_ones.context["object_list"]] == [editor]
    page = idle_ones.content.decode()
    assert ("Ngừng do lâu không dùng" in page, "Mở lại tài khoản" in page) == (True, True)
    chief.post(f"{PEOPLE}reactivate/{role_of(editor).pk}/")
    assert is_in(attempt(a, editor.email)[0]) is True
    assert list(a.events.filter(kind="reactivated").values_list("by", flat=True)) == [chief.user.pk]


def test_reopening_opens_a_closed_account_too(editor, a):
    deactivate(editor, now=timezone.now())
    reopen(editor, by=None, now=timezone.now())
    assert is_in(attempt(a, editor.email)[0]) is True
    assert a.events.filter(kind="reactivated").count() == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36", "Chrome, Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile Safari/537.36 Edg/120.0", "Microsoft Edge, Android"),
        ("curl/8", ""),
    ],
)
def test_a_device_is_named_as_people_know_it(text, name):
    assert device_name(text) == name
