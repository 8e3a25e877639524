"""The second factor: set up, asked for, lost and reset; and who must have one from when on."""

import base64
import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from bs4 import BeautifulSoup
from django.core import mail
from django.utils import timezone

from tenants.login.actions import reset_second_factor, set_policy
from tenants.login.factor import demanded_since
from tenants.models import AuditEntry, PortalEvent, Role, User
from tenants.scoping import platform_scope
from tests.factories import make_user
from tests.factories.people import PASSWORD
from tests.tenants.screens import PEOPLE, role_of

from .conftest import SECRET, attempt, code_now, factors_of, is_in, later

CODE = "/admin/login/code/"
SECURITY, APP, CODES = "/admin/security/", "/admin/security/app/", "/admin/security/codes/"


def confirm(client, path):
    """Open a screen that asks for the password first."""
    asked = client.get(path)
    assert asked.url.startswith(f"{SECURITY}confirm/")
    return client.post(asked.url, {"password": PASSWORD, "next": path})


def test_an_app_is_set_up_by_picture_or_typing_and_gives_codes(head, a, django_capture_on_commit_callbacks):
    client, _response = attempt(a, head.email)
    assert confirm(client, APP).url == APP
    page = client.get(APP).content.decode()
    secret = re.search(r'id="totp-secret" type="text" readonly value="(\w+)"', page).group(1)
    picture = base64.b64decode(re.search(r"data:image/svg\+xml;base64,([\w+/=]+)", page).group(1)).decode()
    assert "<svg" in picture
    shown = BeautifulSoup(page, "html.parser")
    here = shown.find("a", string="Mở ứng dụng trên máy này")["href"]
    assert (here.startswith("otpauth://totp/"), f"secret={secret}" in here) == (True, True)
    assert (
        shown.find("button", string="Chép khóa")
        .find_parent(attrs={"data-controller": "w-clipboard"})
        .find(id="totp-secret")
    )
    wrong = client.post(APP, {"code": "000000"})
    assert wrong.context["form"].errors["code"][0].startswith("Mã không đúng.")
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post(APP, {"code": code_now(secret)})
    assert done.url == CODES
    shown = re.findall(r"<code>(\d{8})</code>", client.get(CODES).content.decode())
    assert len(set(shown)) == 10
    download = client.get(f"{CODES}download/")
    assert (download["Content-Type"], all(code in download.content.decode() for code in shown)) == ("text/plain", True)
    assert factors_of(head) == ["recovery_codes", "totp"]
    assert [letter.to for letter in mail.outbox] == [[head.email]]


def test_secrets_lie_sealed_in_the_database(head, give_app):
    give_app(head)
    kept = str(list(Authenticator.objects.filter(user=head).values_list("data", flat=True)))
    assert SECRET not in kept


def test_with_an_app_the_password_alone_is_not_enough(head, a, give_app):
    give_app(head)
    client, response = attempt(a, head.email)
    assert (response.url, is_in(client)) == (CODE, False)
    assert client.get("/admin/").status_code == 302
    assert client.post(CODE, {"code": "123"}).status_code == 200
    assert is_in(client) is False
    done = client.post(CODE, {"code": code_now()})
    assert (done.url, is_in(client)) == ("/admin/", True)
    assert client.get("/admin/").status_code == 200


def test_a_code_is_good_for_one_log_in(head, a, give_app):
    give_app(head)
    code = code_now()
    for expected in (True, False):
        client, _response = attempt(a, head.email)
        client.post(CODE, {"code": code})
        assert is_in(client) is expected


def test_a_recovery_code_opens_once_and_the_log_says_so(head, a, b, give_app):
    code = give_app(head)[0]
    for expected in (True, False):
        client, _response = attempt(a, head.email)
        client.post(CODE, {"code": code})
        assert is_in(client) is expected
    attempt(a, head.email)[0].post(CODE, {"code": code_now()})
    with platform_scope():
        done = AuditEntry.objects.filter(action__startswith="login.in").order_by("pk")
        found = list(done.values_list("action", "portal__slug", "target_pk"))
    assert found == [("login.in_by_code", "xa-a", str(head.pk)), ("login.in", "xa-a", str(head.pk))]


def test_guessing_codes_is_stopped(head, a, give_app):
    give_app(head)
    client, _response = attempt(a, head.email)
    for number in range(5):
        client.post(CODE, {"code": f"00000{number}"})
    client.post(CODE, {"code": code_now()})
    assert is_in(client) is False


@pytest.mark.parametrize(
    ("role", "is_demanded"),
    [
        (Role.EDITOR, False),
        (Role.OFFICER, False),
        (Role.DISTRICT_ASSESSOR, False),
        (Role.CHIEF, True),
        (Role.HEAD, True),
        (Role.PROVINCE_OFFICE, True),
        (Role.PROVINCE_ADMIN, True),
    ],
)
def test_roles_that_publish_or_sign_are_reminded_and_then_get_no_further(enter_as, a, b, role, is_demanded):
    client = enter_as(role)
    words = "Vai trò của bạn phải xác thực hai lớp. Hãy thiết lập trước"
    assert (words in client.get("/admin/").content.decode()) is is_demanded
    later(client.user, days=15)
    response = client.get("/admin/pages/")
    assert (getattr(response, "url", "") == SECURITY) is is_demanded
    assert client.get(SECURITY).status_code == 200


def test_the_reminder_names_the_day(head, a):
    later(head, days=4)
    client, _response = attempt(a, head.email)
    day = timezone.localtime(timezone.now() + timedelta(days=10)).strftime("%d/%m/%Y")
    assert f"ngày {day}" in client.get("/admin/").content.decode()


def test_after_the_time_only_setting_up_and_leaving_are_open(head, a, give_app):
    later(head, days=15)
    client, _response = attempt(a, head.email)
    for path in ("/admin/", "/admin/pages/", "/admin/account/", "/admin/members/"):
        assert client.get(path).url == SECURITY
    assert client.get("/admin/", headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    for path in (SECURITY, "/admin/jsi18n/", "/admin/security/sessions/"):
        assert client.get(path).status_code == 200
    page = client.get(SECURITY).content.decode()
    assert ("Hãy thiết lập ngay để tiếp tục." in page, "Hãy thiết lập trước" in page) == (True, False)
    give_app(head)
    assert client.get("/admin/").status_code == 200


def test_acting_for_a_portal_demands_a_factor_too(a, head):
    person = make_user("x@xa-a.example", portal=a, role=Role.EDITOR)
    row = role_of(person)
    assert demanded_since(person, [row]) is None
    row.reason, row.expires_at = "Làm thay khi đơn vị nghỉ", timezone.now() + timedelta(hours=4)
    assert demanded_since(person, [row]) == max(row.granted_at, person.date_joined)


def test_the_time_runs_from_the_first_password_not_from_the_invitation(head):
    later(head, days=30)
    head.refresh_from_db()
    head.activated_at = timezone.now()
    assert demanded_since(head, [role_of(head)]) == head.activated_at


def test_a_lost_factor_is_reset_recorded_and_told(chief, a, b, give_app):
    person = make_user("x@xa-a.example", portal=a, role=Role.EDITOR)
    stranger = make_user("x@xa-b.example", portal=b, role=Role.EDITOR)
    other = make_user("truongban2@xa-a.example", portal=a, role=Role.CHIEF)
    for user in (person, stranger, other):
        give_app(user)
    session, _response = attempt(a, person.email)
    session.post(CODE, {"code": code_now()})
    page = chief.get(PEOPLE).content.decode()
    assert [f"{PEOPLE}factor/{role_of(user).pk}/" in page for user in (person, stranger, other)] == [
        True,
        False,
        False,
    ]
    for user in (stranger, other):
        assert chief.post(f"{PEOPLE}factor/{role_of(user).pk}/").status_code in (302, 403, 404)
        assert factors_of(user) == ["recovery_codes", "totp"]
    assert chief.get(f"{PEOPLE}factor/{role_of(person).pk}/").status_code == 200
    assert factors_of(person) == ["recovery_codes", "totp"]
    chief.post(f"{PEOPLE}factor/{role_of(person).pk}/")
    assert factors_of(person) == []
    assert session.get("/admin/").status_code == 302
    (event,) = PortalEvent.objects.filter(kind="factor")
    assert (event.portal, event.by, event.data) == (a, chief.user, {"user": person.pk})


def test_a_chiefs_factor_is_reset_by_the_province(admin, chief, a, b, give_app, django_capture_on_commit_callbacks):
    give_app(chief.user)
    with django_capture_on_commit_callbacks(execute=True):
        admin.post(f"{PEOPLE}factor/{role_of(chief.user).pk}/")
    assert factors_of(chief.user) == []
    assert [letter.to for letter in mail.outbox] == [[chief.user.email]]


def test_resetting_touches_nobody_else(head, a, b, give_app):
    other = User.objects.get(email="lanhdao@xa-b.example")
    give_app(head), give_app(other)
    reset_second_factor(head, by=None, now=timezone.now())
    assert (factors_of(head), factors_of(other)) == ([], ["recovery_codes", "totp"])


def test_what_does_not_change_is_not_recorded(admin, province):
    values = {"grace_days": 14, "idle_days": 90, "session_hours": 12}
    set_policy(by=admin.user, now=timezone.now(), **values)
    set_policy(by=admin.user, now=timezone.now(), **{**values, "grace_days": 0})
    with platform_scope():
        (entry,) = AuditEntry.objects.filter(action="login.policy")
    assert (entry.portal_id, entry.detail["before"]["grace_days"], entry.detail["after"]["grace_days"]) == (
        province.pk,
        14,
        0,
    )
