"""A session that changed its key can still be ended: by oneself, by closing the account, by a reset."""

import pytest
from allauth.usersessions.models import UserSession
from django.utils import timezone

from tenants.actions import deactivate
from tenants.login.actions import reopen, reset_second_factor
from tenants.models import Role
from tests.factories import make_user

from .conftest import attempt

SESSIONS, ACCOUNT = "/admin/security/sessions/", "/admin/account/"


@pytest.fixture
def editor(a, b):
    return make_user("hoa@xa-a.example", portal=a, role=Role.EDITOR)


@pytest.fixture
def stranger(a, b):
    make_user("mai@xa-b.example", portal=b, role=Role.EDITOR)
    return attempt(b, "mai@xa-b.example")[0]


@pytest.fixture
def moved(editor, a):
    """Somebody who has saved the own account, which gives the session another key."""
    client, _response = attempt(a, editor.email)
    before = client.session.session_key
    names = {"name_email-last_name": "Lê", "name_email-first_name": "Hoa"}
    language = {"locale-preferred_language": "", "locale-current_time_zone": "Asia/Ho_Chi_Minh"}
    theme = {"theme-theme": "system", "theme-contrast": "system", "theme-density": "default"}
    client.post(ACCOUNT, names | language | theme | {"theme-keyboard_shortcuts": True})
    assert client.session.session_key != before
    return client


def is_working(*clients):
    return [client.get("/admin/").status_code == 200 for client in clients]


def reset(user):
    reset_second_factor(user, by=None, now=timezone.now())


def close_and_reopen(user):
    deactivate(user, now=timezone.now())
    reopen(user, by=None, now=timezone.now())


def test_it_is_still_in_the_list_with_the_moment_it_began(moved, stranger, editor):
    (row,) = UserSession.objects.filter(user=editor)
    assert row.session_key == moved.session.session_key
    assert moved.get(SESSIONS).content.decode().count("Phiên này") == 1


def test_it_is_ended_one_by_one_from_elsewhere(moved, stranger, editor, a):
    elsewhere, _response = attempt(a, editor.email)
    row = UserSession.objects.get(session_key=moved.session.session_key)
    elsewhere.post(f"{SESSIONS}{row.pk}/end/")
    assert is_working(moved, elsewhere, stranger) == [False, True, True]


@pytest.mark.parametrize("has_row", [True, False])
def test_ending_all_others_keeps_the_own_alone(moved, stranger, editor, a, has_row):
    elsewhere, _response = attempt(a, editor.email)
    if not has_row:
        UserSession.objects.filter(user=editor).delete()
    elsewhere.post(SESSIONS)
    assert is_working(moved, elsewhere, stranger) == [False, True, True]
    assert elsewhere.get(SESSIONS).content.decode().count("Phiên này") == 1


@pytest.mark.parametrize("end", [reset, close_and_reopen])
@pytest.mark.parametrize("has_row", [True, False])
def test_it_ends_for_good_whoever_ends_it(moved, stranger, editor, end, has_row):
    if not has_row:
        UserSession.objects.filter(user=editor).delete()
    end(editor)
    assert is_working(moved, stranger) == [False, True]
