"""What the log says of passwords and second factors: each thing by a name of its own, in the own portal alone."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.messages import get_messages
from django.core import mail

from tenants.audit.labels import LABELS
from tenants.login.links import password_path
from tenants.models import AuditEntry, Role
from tenants.scoping import platform_scope
from tests.factories import make_user
from tests.factories.people import PASSWORD

from .conftest import attempt, browser, code_now

NEW = "mot-mat-khau-khac-han"
APP = "/admin/security/app/"


@pytest.fixture
def person(a, b):
    make_user("hoa@xa-b.example", portal=b, role=Role.EDITOR)
    return make_user("hoa@xa-a.example", portal=a, role=Role.EDITOR)


def logged():
    with platform_scope():
        rows = AuditEntry.objects.filter(action__startswith="login.").exclude(action="login.in").order_by("pk")
        return list(rows.values_list("action", "portal__slug", "target_pk"))


def choose(portal, user):
    """Follow the link of a letter and set NEW; what the next screen says."""
    client = browser(portal)
    form = client.get(password_path(user)).url
    done = client.post(form, {"password1": NEW, "password2": NEW})
    return [str(message) for message in get_messages(done.wsgi_request)]


def test_a_first_password_is_no_change_of_one(person, a):
    person.set_unusable_password()
    person.save()
    assert choose(a, person) == ["Đã đặt mật khẩu. Bạn có thể đăng nhập."]
    assert logged() == [("login.password_first", "xa-a", str(person.pk))]
    assert len(mail.outbox) == 1


def test_a_reset_by_mail_has_its_own_name(person, a):
    assert choose(a, person) == ["Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc."]
    assert logged() == [("login.password_reset", "xa-a", str(person.pk))]


def test_the_first_factor_and_its_codes_are_two_things(person, a, django_capture_on_commit_callbacks):
    client, _response = attempt(a, person.email)
    client.post(client.get(APP).url, {"password": PASSWORD, "next": APP})
    secret = re.search(r'readonly value="(\w+)"', client.get(APP).content.decode()).group(1)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(APP, {"code": code_now(secret)})
    client.post(f"{APP}remove/")
    names = [action for action, slug, pk in logged() if (slug, pk) == ("xa-a", str(person.pk))]
    assert names[:2] == ["login.totp_added", "login.recovery_codes_added"]
    assert len(names) == len(logged())
    assert sorted(names[2:]) == ["login.recovery_codes_removed", "login.totp_removed"]


def test_every_kind_of_factor_has_a_name_in_the_log(db):
    done = {f"login.{kind}_{verb}" for kind in Authenticator.Type.values for verb in ("added", "removed")}
    assert done - set(LABELS) == set()
    assert len({str(LABELS[code].text) for code in done}) == len(done)
