"""The form for logging in: who gets in where, and what those learn who do not."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.messages import get_messages
from django.utils import timezone

from tenants.actions import deactivate
from tenants.models import AuditEntry, Role, User
from tenants.scoping import platform_scope
from tests.factories import make_user
from tests.factories.people import PASSWORD

from .conftest import LOGIN, attempt, browser, is_in

LINK = '<a href="http://xa-a.localhost/admin/">http://xa-a.localhost/admin/</a>'
NEUTRAL = "Không đăng nhập được."


@pytest.fixture
def editor(a, b):
    make_user("mai@xa-b.example", portal=b, role=Role.EDITOR)
    return make_user("hoa@xa-a.example", portal=a, role=Role.EDITOR)


def errors(response):
    return [str(error) for error in response.context["form"].non_field_errors()]


def entries(**values):
    with platform_scope():
        found = AuditEntry.objects.filter(action__startswith="login.", **values).order_by("pk")
        return list(found.values_list("action", "portal__slug", "actor__email", "refused"))


def test_a_person_logs_in_on_the_own_host_with_address_and_password(editor, a):
    client, response = attempt(a, "HOA@xa-a.example")
    assert (response.status_code, response.url, is_in(client)) == (302, "/admin/", True)
    assert client.get("/admin/").status_code == 200
    assert entries() == [("login.in", "xa-a", "hoa@xa-a.example", False)]


def test_the_provincial_host_takes_everybody_who_has_a_role(editor, a, province):
    client, response = attempt(province, editor.email)
    assert (response.status_code, is_in(client)) == (302, True)
    assert client.get("/admin/").status_code == 200
    assert entries() == [("login.in", "xa-a", "hoa@xa-a.example", False)]  # in the log of those whose person it is


def test_another_portals_host_refuses_and_names_the_right_one(editor, a, b):
    client, response = attempt(b, editor.email)
    assert errors(response) == [f"Tài khoản này không dùng ở đây. Hãy đăng nhập tại: {LINK}"]
    assert LINK in response.content.decode()
    assert is_in(client) is False
    assert entries() == [("login.wrong_host", "xa-b", None, True)]


def test_the_right_host_is_told_only_with_the_right_password(editor, a, b):
    _client, response = attempt(b, editor.email, "sai-mat-khau-roi")
    assert "http://xa-a" not in response.content.decode()
    assert errors(response)[0].startswith(NEUTRAL)


def test_somebody_without_a_role_gets_in_nowhere(a, province):
    nobody = make_user("khong@xa-a.example")
    for portal in (a, province):
        client, response = attempt(portal, nobody.email)
        assert (errors(response)[0].startswith("Tài khoản này chưa được giao vai trò"), is_in(client)) == (True, False)


def test_unknown_wrong_closed_and_idle_are_answered_alike(editor, a):
    closed = make_user("dong@xa-a.example", portal=a, role=Role.EDITOR)
    deactivate(closed, now=timezone.now())
    idle = make_user("lau@xa-a.example", portal=a, role=Role.EDITOR)
    User.objects.filter(pk=idle.pk).update(date_joined=timezone.now() - timezone.timedelta(days=100))
    pages = set()
    for email, password in [
        ("khong-ai@xa-a.example", PASSWORD),
        (editor.email, "sai-mat-khau-roi"),
        (closed.email, PASSWORD),
        (idle.email, PASSWORD),
    ]:
        client, response = attempt(a, email, password)
        assert is_in(client) is False
        assert len(errors(response)) == 1
        pages.add((response.status_code, errors(response)[0]))
    assert len(pages) == 1


def test_an_unknown_address_costs_as_many_password_hashes_as_a_wrong_password(editor, a, monkeypatch):
    hashed, encode = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: hashed.append(1) or encode(*args))
    counts = []
    deactivate(closed := make_user("dong@xa-a.example", portal=a, role=Role.EDITOR), now=timezone.now())
    invited = make_user("moi@xa-a.example", portal=a, role=Role.EDITOR)
    invited.set_unusable_password()
    invited.save()
    for email in ("khong-ai@xa-a.example", editor.email, closed.email, invited.email):
        hashed.clear()
        attempt(a, email, "sai-mat-khau-roi")
        counts.append(len(hashed))
    assert len(set(counts)) == 1


def test_what_was_typed_is_not_kept_and_a_stranger_is_not_named(editor, a, b):
    attempt(a, "mai@xa-b.example", "sai-mat-khau-roi")
    attempt(a, editor.email, "sai-mat-khau-roi")
    with platform_scope():
        kept = list(AuditEntry.objects.filter(action="login.failed").order_by("pk").values_list("target_pk", "detail"))
    assert kept == [("", {}), (str(editor.pk), {})]


def test_after_logging_in_nobody_is_led_to_another_host(editor, a):
    for elsewhere in ("http://xa-b.localhost/admin/", "//evil.example/", "https://evil.example"):
        _client, response = attempt(a, editor.email, next=elsewhere)
        assert response.url == "/admin/"
    _client, response = attempt(a, editor.email, next="/admin/account/")
    assert response.url == "/admin/account/"


def test_logging_out_takes_a_post_and_ends_the_session(editor, a):
    client, _response = attempt(a, editor.email)
    assert client.get("/admin/logout/").status_code == 405
    response = client.post("/admin/logout/")
    assert (response.status_code, response.url, is_in(client)) == (302, LOGIN, False)
    assert [str(message) for message in get_messages(response.wsgi_request)] == ["Bạn đã đăng xuất."]
    assert entries()[-1] == ("login.out", "xa-a", "hoa@xa-a.example", False)


def test_who_is_logged_in_is_not_asked_again(editor, a):
    client, _response = attempt(a, editor.email)
    assert client.get(LOGIN).url == "/admin/"


def test_the_form_speaks_vietnamese_and_offers_a_forgotten_password(a):
    page = browser(a).get(LOGIN).content.decode()
    for words in ("Đăng nhập quản trị: Xã An Bình", "Thư điện tử", "Mật khẩu", "Quên mật khẩu?"):
        assert words in page
    assert "Sign" not in page and "Email" not in page


@pytest.mark.parametrize(
    ("asked", "is_told"),
    [
        ("/gioi-thieu/", True),
        ("http://xa-a.localhost/gioi-thieu/", True),
        ("/admin/pages/", False),
        ("http://xa-a.localhost/admin/", False),
        ("http://xa-b.localhost/gioi-thieu/", False),
        ("", False),
    ],
)
def test_who_asked_for_a_restricted_page_is_told_so(a, b, asked, is_told):
    page = browser(a).get(LOGIN, {"next": asked}).content.decode()
    assert ("Trang này chỉ dành cho người của cổng." in page, '<a href="/">Về trang chủ</a>' in page) == (is_told,) * 2
