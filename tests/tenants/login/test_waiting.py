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


def test_too_many_wrong_codes_do_not_advise_another_password(waiting, other):
    for number in range(6):
        response = waiting.post(CODE, {"code": f"00000{number}"})
    assert response.context["form"].errors == {
        "code": ["Sai mã quá nhiều lần. Hãy thử lại sau 15 phút; mật khẩu của bạn vẫn đúng, không cần đặt lại."]
    }


def test_a_wrong_code_names_what_is_most_often_wrong(waiting, other):
    (said,) = waiting.post(CODE, {"code": "000000"}).context["form"].errors["code"]
    assert ("đặt giờ điện thoại tự động" in said, "chỉ dùng được một lần" in said) == (True, True)


@pytest.mark.parametrize(
    ("role", "whom"),
    [
        (Role.EDITOR, "trưởng ban biên tập của đơn vị hoặc quản trị tỉnh"),
        (Role.CHIEF, "quản trị tỉnh"),
        (Role.HEAD, "quản trị tỉnh"),
        (Role.PROVINCE_ADMIN, "một quản trị tỉnh khác"),
    ],
)
def test_who_lost_everything_is_told_whom_to_ask(a, province, give_app, other, role, whom):
    portal = province if role == Role.PROVINCE_ADMIN else a
    user = make_user(f"{role}@mat.example", portal=portal, role=role)
    give_app(user)
    client, _response = attempt(portal, user.email)
    assert f"Mất điện thoại và mã dự phòng: hãy nhờ {whom} đặt lại." in client.get(CODE).content.decode()


def test_a_recovery_code_says_how_many_are_left(head, a, give_app, other):
    codes = give_app(head)
    for code, left in zip(codes[:2], (9, 8), strict=True):
        client, _response = attempt(a, head.email)
        page = client.post(CODE, {"code": code}, follow=True).content.decode()
        assert f"Bạn vừa đăng nhập bằng một mã dự phòng; còn {left} mã." in page
    client, _response = attempt(a, head.email)
    assert "mã dự phòng; còn" not in client.post(CODE, {"code": code_now()}, follow=True).content.decode()


def test_the_first_screen_offers_no_picture_that_nobody_can_change(head, a, b):
    client, _response = attempt(a, head.email)
    page = client.get("/admin/").content.decode()
    assert ("/admin/account/#" in page, 'href="/admin/account/"' in page) == (False, True)
