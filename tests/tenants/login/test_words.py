"""Every screen of logging in opens and speaks Vietnamese; what the library would say in English is not seen."""

import re

import pytest
from bs4 import BeautifulSoup

from tenants.models import Role
from tests.factories import make_user
from tests.factories.people import PASSWORD

from .conftest import attempt, browser, code_now

ENGLISH = re.compile(r"\b(password|sign|email|code|security|session|your|again|enter|use|two-factor|login)\b", re.I)
ENTRANCE = [
    "login/",
    "password_reset/",
    "password_reset/done/",
    "password_reset/complete/",
    "password_reset/confirm/1/x/",
]
INSIDE = [
    "",
    "password/",
    "confirm/",
    "confirm/code/",
    "app/remove/",
    "passkeys/",
    "passkeys/add/",
    "codes/",
    "codes/new/",
]


def english_in(response):
    """Words of the page's own part, without what the person typed and names of products."""
    main = BeautifulSoup(response.content, "html.parser").find(id="main")
    for part in main(["script", "input", "template"]):
        part.decompose()
    text = main.get_text(" ").replace("Google Authenticator", "").replace("Microsoft Authenticator", "")
    return ENGLISH.findall(text)


@pytest.mark.parametrize("path", ENTRANCE)
def test_before_logging_in(a, b, path):
    response = browser(a).get(f"/admin/{path}")
    assert (response.status_code, english_in(response)) == (200, [])
    assert b.name not in response.content.decode()


@pytest.fixture
def inside(a, b, give_app):
    """Somebody logged in with a code, who has just confirmed the password."""
    user = make_user("lanhdao@xa-a.example", portal=a, role=Role.HEAD)
    give_app(user)
    client, _response = attempt(a, user.email)
    assert english_in(client.get("/admin/login/code/")) == []
    client.post("/admin/login/code/", {"code": code_now()})
    client.post("/admin/security/confirm/", {"password": PASSWORD})
    return client


def test_after_logging_in(inside, b):
    for path in [*INSIDE, "sessions/"]:
        response = inside.get(f"/admin/security/{path}")
        assert (path, response.status_code, english_in(response)) == (path, 200, [])
        assert b.name not in response.content.decode()


def test_a_visitor_is_asked_to_log_in_everywhere_inside(a):
    for path in [*INSIDE, "app/", "sessions/", "codes/download/", "passkeys/1/edit/", "passkeys/1/remove/"]:
        response = browser(a).get(f"/admin/security/{path}")
        assert (path, response.status_code, response.url.partition("?")[0]) == (path, 302, "/admin/login/")


def test_another_persons_passkey_is_not_there(inside):
    for path in ("passkeys/999/edit/", "passkeys/999/remove/", "sessions/999/end/"):
        assert inside.post(f"/admin/security/{path}").status_code == 404
