"""Quy định đăng nhập: who sets the province's rules, and what is asked before they stop people."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.utils import timezone

from tenants.models import LoginPolicy, Role
from tests.factories import make_user

from .conftest import attempt, later

SECURITY = "/admin/security/"


def test_the_province_sets_how_long(admin, head, a, django_capture_on_commit_callbacks):
    path = "/admin/login-policy/"
    values = {"grace_days": 3, "idle_days": 30, "session_hours": 8}
    with django_capture_on_commit_callbacks(execute=True):
        assert admin.post(path, values).url == path
    later(head, days=4)
    client, _response = attempt(a, head.email)
    assert client.get("/admin/").url == SECURITY
    for wrong in ({"idle_days": 1}, {"session_hours": 0}, {"grace_days": 1000}):
        assert list(admin.post(path, {**values, **wrong}).context["form"].errors) == list(wrong)


def test_a_shorter_time_that_stops_people_at_once_asks_first(admin, head, a, b, give_app):
    path, values = "/admin/login-policy/", {"grace_days": 0, "idle_days": 30, "session_hours": 8}
    has_app = make_user("truongban@xa-a.example", portal=a, role=Role.CHIEF)
    give_app(has_app)
    make_user("bientap@xa-a.example", portal=a, role=Role.EDITOR)
    asked = admin.post(path, values)
    page = asked.content.decode()
    assert (asked.status_code, list(asked.context["form"].errors)) == (200, ["confirmed"])
    assert "Nếu lưu, 3 người chưa thiết lập" in page  # the administrator and the heads of both portals
    assert "Trong đó có chính bạn." in page
    assert LoginPolicy.objects.count() == 0
    assert admin.post(path, {**values, "confirmed": "on"}).url == path
    assert LoginPolicy.objects.get().grace_days == 0


def test_where_nobody_is_stopped_nothing_is_asked(admin, head, a):
    path, values = "/admin/login-policy/", {"grace_days": 5, "idle_days": 30, "session_hours": 8}
    assert 'name="confirmed"' not in admin.get(path).content.decode()
    assert admin.post(path, values).url == path
    later(head, days=6)  # stopped already, by the rules as they are
    assert admin.post(path, {**values, "grace_days": 4}).url == path
    assert admin.post(path, {**values, "grace_days": 7}).url == path


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PROVINCE_ADMIN}))
def test_nobody_else_sets_it(enter_as, role):
    client = enter_as(role)
    assert client.get("/admin/login-policy/").status_code in (302, 403)
    client.post("/admin/login-policy/", {"grace_days": 365, "idle_days": 30, "session_hours": 8})
    assert "/admin/login-policy/" not in client.get("/admin/").content.decode()


def test_who_would_be_stopped_is_named_up_to_twenty(admin, a, b):
    for number in range(22):
        make_user(f"{number}@xa-b.example", portal=b, role=Role.HEAD, last_name="Vừ", first_name=f"N{number:02}")
    page = admin.post("/admin/login-policy/", {"grace_days": 0, "idle_days": 30, "session_hours": 12}).content.decode()
    assert "Vừ N00, Vừ N01" in page and "Vừ N21" not in page and "và 3 người khác" in page


def test_fewer_hours_that_end_running_sessions_ask_first(admin, head, a, b):
    path, values = "/admin/login-policy/", {"grace_days": 14, "idle_days": 30, "session_hours": 2}
    attempt(a, head.email)
    started = timezone.now() - timedelta(hours=3)
    assert UserSession.objects.filter(user=head).update(created_at=started) == 1
    asked = admin.post(path, values)
    assert (asked.status_code, list(asked.context["form"].errors)) == (200, ["confirmed"])
    assert "Nếu lưu, 1 phiên đang mở" in asked.content.decode()
    assert admin.post(path, {**values, "session_hours": 4}).url == path
    assert admin.post(path, {**values, "confirmed": "on"}).url == path
