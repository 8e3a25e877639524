"""While the province acts for a portal, its people read it on their first screen and its chiefs in a letter."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tenants.actions import act_for, end_acting, invite
from tenants.models import Role
from tests.factories import make_user

from .screens import text

REASON = "Đăng thông báo bão số 3"
SAID = "Tỉnh đang làm thay cổng này đến"


def begin(office, portal, *, hours_ago=0):
    return act_for(office.user, portal=portal, reason=REASON, now=timezone.now() - timedelta(hours=hours_ago))


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CHIEF, Role.HEAD, Role.OFFICER])
def test_everybody_of_the_portal_reads_who_why_and_until_when(office, enter, a, b, role):
    mine, other = enter(a, role), enter(b, role)
    acting = begin(office, a)
    said = text(mine.get("/admin/"))
    until = f"{timezone.localtime(acting.expires_at):%H:%M %d/%m/%Y}"
    assert f"{SAID} {until}: {office.user}, lý do: {REASON}." in said
    assert ("Xem nhật ký" in said) is (role in (Role.CHIEF, Role.HEAD))
    assert SAID not in text(other.get("/admin/"))
    end_acting(acting, now=timezone.now())
    assert SAID not in text(mine.get("/admin/"))


def test_who_acts_is_not_told_of_it_twice(office, a, b):
    begin(office, a)
    assert SAID not in text(office.get("/admin/"))


def test_it_costs_one_query_however_many_act(office, admin, chief, a, b):
    def asked():
        chief.get("/admin/")
        with CaptureQueriesContext(connection) as seen:
            chief.get("/admin/")
        return len(seen)

    without = asked()
    begin(office, a)
    one = asked()
    begin(admin, a)
    assert (asked(), one) == (without + 1, without + 1)


def test_the_chiefs_get_a_letter(office, a, b, mailoutbox, django_capture_on_commit_callbacks):
    chief = make_user("truong@xa-a.example", portal=a, role=Role.CHIEF)
    make_user("truong@xa-b.example", portal=b, role=Role.CHIEF)
    make_user("vien@xa-a.example", portal=a, role=Role.EDITOR)
    invite("moi@x.example", last_name="Lê", first_name="M", portal=a, role=Role.CHIEF, now=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        begin(office, a)
    (letter,) = mailoutbox
    assert (letter.to, letter.subject) == ([chief.email], "Tỉnh đang làm thay Xã An Bình")
    assert f"Lý do: {REASON}" in letter.body and "http://xa-a.localhost" in letter.body
    assert "/admin/audit/" in letter.body
