"""A head of a unit sets up an app and a passkey in a real browser, and logs in with either."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tenants.models import Portal, Role
from tests.factories import make_user
from tests.factories.people import PASSWORD


@pytest.fixture
def head(world):
    return make_user("lanhdao@xa-a.example", portal=Portal.objects.get(slug="xa-a"), role=Role.HEAD)


def code(secret, ahead=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def confirm(page):
    page.fill("#id_password", PASSWORD)
    page.click("main form button[type=submit]")


def plug_in_key(page):
    """A security key that is always touched."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def password_step(page, address, user):
    page.context.clear_cookies()
    page.goto(address("xa-a", "/admin/login/"))
    page.fill("#id_login", user.email)
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/admin/login/code/")


@pytest.mark.parametrize("screen", ["phone"], indirect=True)
def test_app_and_passkey_from_setting_up_to_logging_in(screen, head, sign_in, address):
    plug_in_key(screen)
    sign_in(screen, "xa-a", head)
    screen.goto(address("xa-a", "/admin/security/app/"))
    confirm(screen)
    secret = screen.input_value("#totp-secret")
    assert screen.locator(".cong-qr").evaluate("image => image.naturalWidth") > 0
    screen.fill("#id_code", code(secret))
    screen.click("main form button[type=submit]")
    screen.wait_for_url("**/admin/security/codes/")
    assert screen.locator(".cong-codes li").count() == 10

    screen.goto(address("xa-a", "/admin/security/passkeys/add/"))
    screen.click("#passkey-add")
    screen.wait_for_url("**/admin/security/")
    assert "Khóa truy cập đang có: 1" in screen.inner_text("main")
    assert screen.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0

    password_step(screen, address, head)
    screen.fill("#id_code", code(secret, ahead=1))
    screen.click("main form.login-form button[type=submit]")
    screen.wait_for_url("**/admin/")

    password_step(screen, address, head)
    screen.click("#passkey-use")
    screen.wait_for_url("**/admin/")
    assert screen.errors == []
