"""What somebody sees who made a mistake while logging in: every error beside its field, at both widths."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP

from tenants.models import Portal, Role
from tests.factories import make_user
from tests.factories.people import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def head(world):
    make_user("lanhdao@xa-b.example", portal=Portal.objects.get(slug="xa-b"), role=Role.HEAD)
    user = make_user("lanhdao@xa-a.example", portal=Portal.objects.get(slug="xa-a"), role=Role.HEAD)
    TOTP.activate(user, SECRET)
    return user


def errors(page):
    """{id of the field: what is seen and read out as its error}."""
    page.wait_for_selector("[aria-invalid=true]")
    found = {}
    for field in page.query_selector_all("[aria-invalid=true]"):
        said = page.locator(f"#{field.get_attribute('aria-describedby').split()[-1]}")
        assert said.is_visible()
        found[field.get_attribute("id")] = said.inner_text().strip()
    return found


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_errors_are_seen_beside_their_fields(screen, head, address):
    screen.goto(address("xa-a", "/admin/login/"))
    screen.click("main button[type=submit]")
    assert errors(screen) == dict.fromkeys(("id_login", "id_password"), "Ô này bắt buộc nhập.")
    screen.fill("#id_login", head.email)
    screen.fill("#id_password", PASSWORD)
    screen.click("main button[type=submit]")
    screen.wait_for_url("**/admin/login/code/")
    screen.fill("#id_code", "000000")
    screen.click("main form.login-form button[type=submit]")
    (said,) = errors(screen).values()
    assert (said.startswith("Mã không đúng."), fits(screen)) == (True, True)


def test_the_emblem_stands_in_the_middle(screen, world, address):
    screen.goto(address("xa-a", "/admin/login/"))
    middle = "element => { const box = element.getBoundingClientRect(); return box.x + box.width / 2; }"
    emblem, main = (screen.locator(place).evaluate(middle) for place in (".login-logo img", "main"))
    assert abs(emblem - main) < 1


@pytest.mark.parametrize("screen", ["phone"], indirect=True)
def test_the_menu_button_covers_no_message(screen, world, sign_in, address):
    editor = make_user("hoa@xa-a.example", portal=Portal.objects.get(slug="xa-a"), role=Role.EDITOR)
    sign_in(screen, "xa-a", editor)
    screen.goto(address("xa-a", "/admin/security/password/"))
    for name, text in (
        ("oldpassword", PASSWORD),
        ("password1", "mot-mat-khau-khac"),
        ("password2", "mot-mat-khau-khac"),
    ):
        screen.fill(f"#id_{name}", text)
    screen.click("main form button.button:has-text('Đổi mật khẩu')")
    message = screen.locator(".messages > ul > li").first
    message.wait_for()
    start = message.evaluate("item => item.getBoundingClientRect().x + parseFloat(getComputedStyle(item).paddingLeft)")
    assert start >= 50
