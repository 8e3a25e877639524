"""Forgotten and changed passwords: nobody learns who has an account, links work once and lead to the right host."""

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail

from tenants.models import Role, User
from tests.factories import make_user
from tests.factories.people import PASSWORD

from .conftest import attempt, browser, is_in

ASK, NEW = "/admin/password_reset/", "mot-mat-khau-khac-han"


@pytest.fixture
def editor(a, b):
    make_user("mai@xa-b.example", portal=b, role=Role.EDITOR)
    return make_user("hoa@xa-a.example", portal=a, role=Role.EDITOR)


def ask(portal, email):
    return browser(portal).post(ASK, {"email": email}, follow=True)


def link_of(letter):
    return re.search(r"http\S+", letter.body).group()


def choose(link, password=NEW):
    """Follow a link in a browser of its own; sends the form if there is one."""
    parts = urlsplit(link)
    client = browser(type("Host", (), {"slug": parts.netloc.partition(".")[0]}))
    client.defaults["HTTP_HOST"] = parts.netloc
    page = client.get(parts.path, follow=True)
    if not page.redirect_chain:
        return page
    return client.post(page.redirect_chain[-1][0], {"password1": password, "password2": password}, follow=True)


def test_the_answer_is_the_same_for_everybody(editor, a):
    closed = make_user("dong@xa-a.example", portal=a, role=Role.EDITOR, is_active=False)
    pages = {
        ask(a, email).content.partition(b"<main")[2] for email in (editor.email, "khong-ai@xa-a.example", closed.email)
    }
    assert len(pages) == 1
    assert [letter.to for letter in mail.outbox] == [[editor.email]]


def test_the_letter_speaks_both_languages_and_leads_to_the_host_asked(editor, a, province):
    for portal, host in ((a, "xa-a.localhost"), (province, "localhost")):
        mail.outbox.clear()
        ask(portal, editor.email)
        (letter,) = mail.outbox
        assert urlsplit(link_of(letter)).hostname == host
        assert "Kính gửi Nguyễn hoa" in letter.body
        assert "Liên kết dùng được một lần, trong 3 ngày." in letter.body


def test_asked_on_a_strangers_host_the_link_leads_to_the_own(editor, a, b):
    ask(b, editor.email)
    (letter,) = mail.outbox
    assert urlsplit(link_of(letter)).hostname == "xa-a.localhost"
    assert b.name not in letter.body


def test_a_link_works_once_and_other_sessions_end(editor, a):
    at_home, _response = attempt(a, editor.email)
    ask(a, editor.email)
    link = link_of(mail.outbox[0])
    assert "Mật khẩu mới đã được lưu" in choose(link).content.decode()
    assert at_home.get("/admin/").status_code == 302
    assert "Liên kết không còn dùng được" in choose(link, "con-mot-mat-khau-nua").content.decode()
    assert is_in(attempt(a, editor.email, NEW)[0]) is True
    assert [letter.subject for letter in mail.outbox[1:]] == ["Thay đổi bảo mật tài khoản cổng thông tin điện tử"]


def test_a_link_lets_nobody_in_without_logging_in(editor, a):
    ask(a, editor.email)
    parts = urlsplit(link_of(mail.outbox[0]))
    client = browser(a)
    page = client.get(parts.path, follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert is_in(client) is False


@pytest.mark.parametrize("password", ["ngan", "1234567890", "password123", "hoa@xa-a.example"])
def test_weak_passwords_are_refused(editor, a, password):
    ask(a, editor.email)
    assert choose(link_of(mail.outbox[0]), password).context["form"].errors.get("password1")
    assert User.objects.get(pk=editor.pk).check_password(PASSWORD)


def test_a_password_is_changed_with_the_present_one_and_the_session_stays(editor, a):
    client, _response = attempt(a, editor.email)
    elsewhere, _response = attempt(a, editor.email)
    path = "/admin/security/password/"
    data = {"oldpassword": "sai", "password1": NEW, "password2": "khac-di-mot-chut"}
    form = client.post(path, data).context["form"]
    assert form.errors == {
        "oldpassword": ["Mật khẩu hiện tại không đúng."],
        "password2": ["Hai lần nhập mật khẩu không giống nhau."],
    }
    client.post(path, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert client.get("/admin/").status_code == 200
    assert elsewhere.get("/admin/").status_code == 302


def test_who_was_invited_and_has_no_password_gets_no_letter(editor, a):
    editor.set_unusable_password()
    editor.save()
    ask(a, editor.email)
    assert mail.outbox == []


@pytest.mark.parametrize(
    "path",
    [
        "/admin/signup/",
        "/admin/email/",
        "/admin/security/email/",
        "/admin/login/code/confirm/",
        "/admin/security/trust/",
    ],
)
def test_what_we_do_not_want_of_the_library_does_not_exist(editor, a, path):
    client, _response = attempt(a, editor.email)
    assert client.get(f"/admin/{path}").status_code == 404


def test_the_account_screen_changes_neither_address_nor_password(editor, a):
    client, _response = attempt(a, editor.email)
    page = client.get("/admin/account/").content.decode()
    assert ('name="name_email-email"' in page, "password" in page.lower().replace("autocomplete", "")) == (
        False,
        False,
    )
    assert '"/admin/security/"' in page
