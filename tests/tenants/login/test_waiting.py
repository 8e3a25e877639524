"""Somebody who has given the password and waits at the second factor while things change, or is wrong too often."""

import pytest
from django.utils import timezone

from tenants.actions import deactivate
from tenants.login.actions import reset_second_factor
from tenants.models import Role
from tests.factories import make_user

from .conftest import LOGIN, attempt, code_now, is_in

CODE = "/admin/login/code/"


@pytest.fixture
def waiting(head, a, give_app):
    give_app(head)
    client, response = attempt(a, head.email)
    assert response.url == CODE
    return client


@pytest.fixture
def other(b, give_app):
    """Somebody of the other portal who waits, too, and whom nothing of this concerns."""
    user = make_user("truongban@xa-b.example", portal=b, role=Role.CHIEF)
    give_app(user)
    client, _response = attempt(b, user.email)
    yield client
    client.post(CODE, {"code": code_now()})
    assert is_in(client) is True


@pytest.mark.parametrize("door", [CODE, LOGIN])
def test_whose_factor_is_reset_begins_anew_and_is_told_so(waiting, other, head, a, door):
    reset_second_factor(head, by=None, now=timezone.now())
    response = waiting.get(door, follow=True)
    assert (response.status_code, response.request["PATH_INFO"]) == (200, LOGIN)
    assert "Xác thực hai lớp vừa được đặt lại. Hãy đăng nhập lại." in response.content.decode()
    assert attempt(a, head.email, client=waiting)[1].url == "/admin/"


def test_whose_account_is_closed_is_told_what_everybody_is_told(waiting, other, head):
    deactivate(head, now=timezone.now())
    response = waiting.post(CODE, {"code": code_now()}, follow=True)
    assert (response.status_code, response.request["PATH_INFO"], is_in(waiting)) == (200, LOGIN, False)
    assert "Không đăng nhập được." in response.content.decode()
