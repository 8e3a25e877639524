"""What a person is told by mail of what is done to the own log-in; nobody of another portal gets any of it."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.utils import timezone

from tenants.actions import deactivate, issue_invitation
from tenants.login.actions import reopen
from tenants.models import Role, User
from tests.factories import make_user

from .conftest import browser

NEW = "mot-mat-khau-khac-han"


@pytest.fixture
def editor(a, b):
    make_user("mai@xa-b.example", portal=b, role=Role.EDITOR)
    return make_user("hoa@xa-a.example", portal=a, role=Role.EDITOR)


def letters():
    """[(to, first sentence)] of what was sent."""
    return [(letter.to, letter.body.split("\n\n")[1].split("\n")[0]) for letter in mail.outbox]


def test_a_first_password_is_called_so(editor, a):
    editor.set_unusable_password()
    path = urlsplit(issue_invitation(editor, portal=a, now=timezone.now())).path
    client = browser(a)
    page = client.get(path, follow=True)
    client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    assert letters() == [
        ([editor.email], "Tài khoản của bạn đã có mật khẩu đầu tiên, đặt qua liên kết trong thư mời.")
    ]


def test_closing_and_reopening_are_told(editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        deactivate(editor, now=timezone.now())
        reopen(editor, by=None, now=timezone.now())
    assert letters() == [
        ([editor.email], "Tài khoản của bạn vừa bị khóa. Bạn không đăng nhập được cho đến khi tài khoản được mở lại."),
        ([editor.email], "Tài khoản của bạn vừa được mở lại. Bạn đăng nhập được như trước."),
    ]


def test_opening_what_was_idle_is_told(editor, django_capture_on_commit_callbacks):
    User.objects.filter(pk=editor.pk).update(date_joined=timezone.now() - timedelta(days=400))
    with django_capture_on_commit_callbacks(execute=True):
        reopen(editor, by=None, now=timezone.now())
    assert letters() == [([editor.email], "Tài khoản của bạn vừa được mở lại. Bạn đăng nhập được như trước.")]
