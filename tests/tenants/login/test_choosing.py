"""What may be a password: at the link of an invitation and of a forgotten password, and when it is changed."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from tenants.actions import accept, invite, issue_invitation
from tenants.login.passwords import common_passwords
from tenants.models import Role, User

from .conftest import browser

LIKE_NAME = "Mật khẩu quá giống họ tên hoặc địa chỉ thư điện tử của bạn."
TOO_COMMON = "Mật khẩu này quá dễ đoán: nhiều người dùng nó."


def offer(portal, **name):
    name = {"last_name": "Lò Thị", "first_name": "Mây"} | name
    return invite("canbo.moi@xa-a.example", portal=portal, role=Role.EDITOR, now=timezone.now(), **name)


@pytest.fixture
def may(a, b):
    """Invited by A under the own name, and by B under one that was mistyped; the account has A's."""
    accept(offer(a), now=timezone.now())
    accept(offer(b, last_name="Giàng Seo", first_name="Phử"), now=timezone.now())
    return User.objects.get(email="canbo.moi@xa-a.example")


def refusals(password, user):
    try:
        validate_password(password, user)
    except ValidationError as error:
        return error.messages
    return []


@pytest.mark.parametrize(
    "password",
    [
        "Lò Thị Mây 2024",
        "lothimay2026",
        "MayLoThi@1990",
        "l0-lo.thi.may",
        "Lò Thị Mây xinh",
        "giangseophu99",
        "canbomoi2024!",
    ],
)
def test_the_own_name_is_no_password_however_it_is_written(may, password):
    assert refusals(password, may) == [LIKE_NAME]


@pytest.mark.parametrize("password", ["matkhau123456", "Mật khẩu @2024", "2024vietnam2024", "Anh Yêu Em 1412"])
def test_what_everybody_chooses_is_no_password(may, password):
    assert refusals(password, may) == [TOO_COMMON]


@pytest.mark.parametrize("password", ["ruộng bậc thang mùa lúa chín", "k7#Qz!9xLo2vT", "may tre đan xuất khẩu"])
def test_what_merely_shares_a_syllable_is_one(may, password):
    assert refusals(password, may) == []


def test_the_form_behind_an_invitation_says_so(may, a, b):
    client = browser(a)
    page = client.get(urlsplit(issue_invitation(may, portal=a, now=timezone.now())).path, follow=True)
    form = client.post(page.redirect_chain[-1][0], {"password1": "lothimay2026", "password2": "lothimay2026"})
    assert form.context["form"].errors == {"password1": [LIKE_NAME]}
    assert User.objects.get(pk=may.pk).has_usable_password() is False


def test_the_list_is_written_as_it_is_compared():
    assert [word for word in common_passwords() if not re.fullmatch("[a-z]+", word)] == []
