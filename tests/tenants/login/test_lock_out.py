"""Guessing is stopped: per account on all hosts together, and per address; of an unknown account too."""

import pytest
from django.core.cache import cache

from tenants.models import AuditEntry, Role
from tenants.scoping import platform_scope
from tests.factories import make_user
from tests.factories.people import PASSWORD

from .conftest import LOGIN, attempt, browser, is_in

RESET = "/admin/password_reset/"
LOCKED = "Sai quá nhiều lần. Hãy thử lại sau 15 phút, hoặc đặt lại mật khẩu nếu đã quên."


@pytest.fixture
def editor(a, b):
    make_user("mai@xa-b.example", portal=b, role=Role.EDITOR)
    return make_user("hoa@xa-a.example", portal=a, role=Role.EDITOR)


def said(response):
    return [str(error) for error in response.context["form"].non_field_errors()]


def guess(portal, email, times):
    return [said(attempt(portal, email, f"doan-lan-{number}")[1]) for number in range(times)]


def test_after_five_wrong_passwords_even_the_right_one_waits(editor, a):
    assert LOCKED not in str(guess(a, editor.email, 5))
    client, response = attempt(a, editor.email)
    assert (said(response), is_in(client)) == ([LOCKED], False)


def test_guesses_on_other_hosts_count_too(editor, a, b, province):
    for portal in (a, b, province, b, a):
        guess(portal, editor.email, 1)
    assert said(attempt(a, editor.email)[1]) == [LOCKED]


def test_another_account_is_not_locked_with_it(editor, a, b):
    guess(a, editor.email, 6)
    client, _response = attempt(b, "mai@xa-b.example")
    assert is_in(client) is True


def test_an_unknown_address_is_locked_alike(editor, a):
    assert guess(a, "khong-ai@xa-a.example", 6) == guess(a, editor.email, 6)


def test_a_closed_account_is_locked_alike_by_its_right_password(editor, a):
    editor.is_active = False
    editor.save()
    answers = [said(attempt(a, editor.email)[1]) for _time in range(6)]
    assert answers == guess(a, "khong-ai@xa-a.example", 6)


def test_one_address_cannot_go_through_many_accounts(editor, a, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "3/15m/ip,5/15m/key"}
    for number in range(3):
        guess(a, f"nguoi-{number}@xa-a.example", 1)
    assert said(attempt(a, editor.email)[1]) == [LOCKED]


def test_too_many_requests_get_a_page_that_says_so(editor, a, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    for _time in range(2):
        attempt(a, "khong-ai@xa-a.example")
    response = browser(a).post(LOGIN, {"login": editor.email, "password": PASSWORD})
    assert (response.status_code, "Hãy chờ một lát" in response.content.decode()) == (429, True)


def test_asking_too_often_for_one_address_is_said_so(editor, a, b):
    for portal in (a, b, a):
        assert browser(portal).post(RESET, {"email": editor.email}).status_code == 302
    response = browser(a).post(RESET, {"email": editor.email})
    page = response.content.decode()
    assert (response.status_code, "Địa chỉ thư điện tử này" in page, "15 phút" in page) == (429, True, True)
    assert browser(a).post(RESET, {"email": "mai@xa-b.example"}).status_code == 302


def test_who_is_logged_in_is_led_back_inside(editor, a, b, settings):
    settings.ACCOUNT_RATE_LIMITS = {"reauthenticate": "1/m/user"}
    client, _response = attempt(a, editor.email)
    for _time in range(2):
        response = client.post("/admin/security/confirm/", {"password": "sai-mat-khau-roi"})
    page = response.content.decode()
    assert (response.status_code, 'href="/admin/security/"' in page, LOGIN in page) == (429, True, False)
    assert "Bạn đã thử quá nhiều lần. Hãy thử lại sau 1 phút." in page


def test_the_log_tells_of_a_lock_once(editor, a):
    guess(a, editor.email, 8)
    with platform_scope():
        entries = list(AuditEntry.objects.order_by("pk").values_list("action", "portal__slug", "target_pk", "refused"))
    assert [entry for entry in entries if entry[0] == "login.locked"] == [
        ("login.locked", "xa-a", str(editor.pk), True)
    ]


def test_the_lock_ends_with_its_time(editor, a):
    guess(a, editor.email, 6)
    cache.clear()  # what the clock does to the counts
    assert is_in(attempt(a, editor.email)[0]) is True
