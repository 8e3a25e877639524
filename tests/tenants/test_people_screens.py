"""Người và vai trò: a chief keeps the own portal's people and learns nothing of another's."""

import pytest
from django.contrib.auth import authenticate
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tenants.actions import deactivate, grant, invite
from tenants.models import Membership, Role
from tests.factories import make_user
from tests.factories.pages import local
from tests.factories.people import PASSWORD

from .screens import PEOPLE, PORTALS, emails, is_refused, names_b, role_of, rows, text

NOW = local(2024, 3, 1)
VERBS = ("revoke", "deactivate", "reactivate", "link")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["chief@xa-a.example", "hoa@xa-a.example"]),
        ("?q=hoa", ["hoa@xa-a.example"]),
        ("?q=Lê Hoa", ["hoa@xa-a.example"]),
        ("?q=mai", []),
        ("?q=xa-b", []),
        ("?q=example", ["chief@xa-a.example", "hoa@xa-a.example"]),
        ("?role=editor", ["hoa@xa-a.example"]),
        ("?role=province_admin", []),
        ("?account=active", ["chief@xa-a.example", "hoa@xa-a.example"]),
        ("?account=invited", []),
    ],
)
@pytest.mark.parametrize("page", ["", "results/"])
def test_a_chief_finds_the_own_portals_people_only(chief, admin, people, asked, found, page):
    response = chief.get(f"{PEOPLE}{page}{asked}")
    assert emails(response) == found
    if "mai" not in asked and "xa-b" not in asked:
        assert names_b(response) == []
        assert "province_admin@" not in text(response)


def test_a_chief_cannot_filter_by_another_portal(chief, people, a, b):
    response = chief.get(f"{PEOPLE}?portal={b.pk}")
    assert names_b(response) == []
    assert "mai@xa-b.example" not in emails(response)
    assert emails(chief.get(f"{PEOPLE}?portal={a.pk}")) == ["chief@xa-a.example", "hoa@xa-a.example"]


def test_the_administrator_finds_everybody(admin, people, a, b):
    everybody = ["hoa@xa-a.example", "mai@xa-b.example", "province_admin@tinh.example"]
    assert emails(admin.get(PEOPLE)) == everybody
    assert emails(admin.get(f"{PEOPLE}?portal={b.pk}")) == ["mai@xa-b.example"]
    assert emails(admin.get(f"{PEOPLE}?q=trần mai")) == ["mai@xa-b.example"]
    deactivate(people["b"], now=NOW)
    assert emails(admin.get(f"{PEOPLE}?account=closed")) == ["mai@xa-b.example"]


def test_a_chief_reaches_no_row_of_another_portal_by_its_number(chief, people, province):
    office = make_user("o@tinh.example", portal=province, role=Role.PROVINCE_OFFICE)
    for user in (people["b"], office):
        row = role_of(user)
        for verb in (*VERBS, "edit", "delete", "history", "inspect", "usage"):
            for send in (chief.get, chief.post):
                response = send(f"{PEOPLE}{verb}/{row.pk}/")
                assert response.status_code == 404, verb
                assert names_b(response) == [], verb
        user.refresh_from_db()
        assert (user.is_active, role_of(user)) == (True, row)


def test_an_asker_in_the_list_costs_the_same_with_many_people(chief, admin, people, a, b):
    for client in (chief, admin):
        assert _cost(client)[0] >= 2
    few = [_cost(client) for client in (chief, admin)]
    for number in range(28):
        make_user(f"{number}@xa-a.example", portal=a, role=Role.EDITOR)
    many = [_cost(client) for client in (chief, admin)]
    assert many == [(count + 28, queries) for count, queries in few]


def _cost(client):
    client.get(PEOPLE)
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(PEOPLE)
    return len(rows(response)), len(asked)


def test_of_somebody_shared_a_chief_takes_the_own_role_and_not_the_account(chief, people, a, b):
    shared = people["b"]
    own = grant(shared, portal=a, role=Role.EDITOR, now=NOW)
    for verb in ("deactivate", "reactivate", "link"):
        assert is_refused(chief.post(f"{PEOPLE}{verb}/{own.pk}/")), verb
    shared.refresh_from_db()
    assert shared.is_active
    assert chief.post(f"{PEOPLE}revoke/{own.pk}/").status_code == 302
    assert list(shared.memberships.values_list("portal__slug", flat=True)) == ["xa-b"]


def test_of_somebody_shared_a_chief_reads_who_keeps_the_account(chief, people, a, b):
    kept = "Tài khoản do quản trị tỉnh giữ, vì người này còn vai trò khác."
    own = grant(people["b"], portal=a, role=Role.EDITOR, now=NOW)
    page = text(chief.get(PEOPLE))
    assert (page.count(kept), "Xã Bình Yên" in page, "xa-b.localhost" in page) == (1, False, False)
    rows = [(own, True), (role_of(people["a"]), False)]
    assert [kept in text(chief.get(f"{PEOPLE}revoke/{row.pk}/")) for row, _told in rows] == [told for _r, told in rows]


def test_the_administrator_keeps_every_account(admin, chief, people, a, b):
    grant(people["b"], portal=a, role=Role.EDITOR, now=NOW)
    assert "do quản trị tỉnh giữ" not in text(admin.get(PEOPLE))


def test_of_who_has_not_accepted_a_chief_reads_nothing_of_the_account(chief, people, a, b):
    data = {"last_name": "Y", "first_name": "Y", "portal": a.pk, "role": "editor"}
    for email in ("mai@xa-b.example", "moi@example.vn"):
        chief.post(f"{PEOPLE}new/", {**data, "email": email})
    page = text(chief.get(PEOPLE))
    assert (Membership.objects.exclude(invited_as="").count(), "do quản trị tỉnh giữ" in page) == (2, False)


def test_an_invitation_is_called_off_and_a_role_taken_away(chief, people, a, b):
    data = {"email": "moi@example.vn", "last_name": "Y", "first_name": "Y", "portal": a.pk, "role": "editor"}
    chief.post(f"{PEOPLE}new/", data)
    invitation = Membership.objects.exclude(invited_as="").get()
    pages = [text(chief.get(f"{PEOPLE}revoke/{row.pk}/")) for row in (invitation, role_of(people["a"]))]
    assert [("Hủy lời mời" in page, "Thu hồi vai trò" in page) for page in pages] == [(True, False), (False, True)]
    assert "Đã hủy lời mời Y Y." in text(chief.post(f"{PEOPLE}revoke/{invitation.pk}/", follow=True))


LAST = "không còn trưởng ban biên tập nào"


def test_taking_away_the_last_chief_is_said_before(admin, enter, people, a, b):
    first = role_of(enter(a, Role.CHIEF).user)
    invite("moi@x.example", last_name="L", first_name="M", portal=a, role=Role.CHIEF, now=timezone.now())
    enter(b, Role.CHIEF)
    pages = [text(admin.get(f"{PEOPLE}revoke/{row.pk}/")) for row in (first, role_of(people["a"]))]
    assert [LAST in page for page in pages] == [True, False]
    make_user("hai@xa-a.example", portal=a, role=Role.CHIEF)
    assert LAST not in text(admin.get(f"{PEOPLE}revoke/{first.pk}/"))


def test_who_loses_a_role_gets_a_letter_and_whose_invitation_is_withdrawn_none(
    admin, people, a, b, mailoutbox, django_capture_on_commit_callbacks
):
    offered = invite("moi@x.example", last_name="L", first_name="M", portal=a, role=Role.EDITOR, now=timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        for row in (offered, role_of(people["b"])):
            admin.post(f"{PEOPLE}revoke/{row.pk}/")
    (letter,) = mailoutbox
    assert (letter.to, letter.subject) == (["mai@xa-b.example"], "Thu hồi vai trò trên Xã Bình Yên")
    assert "Bạn không còn là Biên tập viên của Xã Bình Yên." in letter.body


def test_titles_say_it_once(chief, admin, people, a, b):
    assert _title(chief.get(f"{PEOPLE}new/")) == "Thêm người"
    assert _title(admin.get(f"{PORTALS}new/")) == "Thêm cổng"
    assert _title(admin.get(f"{PORTALS}state/{a.pk}/")) == "Trạng thái – Xã An Bình"


def _title(response):
    return text(response).split("<title>")[1].split("</title>")[0].split(" - ")[0].strip()


def test_asking_first_changes_nothing_and_doing_it_takes_the_role(chief, people, a, b):
    row = role_of(people["a"])
    assert "Lê Hoa" in text(chief.get(f"{PEOPLE}revoke/{row.pk}/"))
    assert Membership.objects.filter(pk=row.pk).exists()
    assert chief.post(f"{PEOPLE}revoke/{row.pk}/").url == PEOPLE
    assert not Membership.objects.filter(pk=row.pk).exists()
    assert people["a"].groups.count() == 0
    assert Membership.objects.filter(user=people["b"]).count() == 1


def test_nobody_takes_the_own_last_role_away(chief, admin, people):
    for client in (chief, admin):
        row = role_of(client.user)
        for verb in ("revoke", "deactivate"):
            assert is_refused(client.get(f"{PEOPLE}{verb}/{row.pk}/")), verb
            assert is_refused(client.post(f"{PEOPLE}{verb}/{row.pk}/")), verb
        client.user.refresh_from_db()
        assert (client.user.is_active, role_of(client.user)) == (True, row)


def test_a_chief_does_not_take_a_heads_role(chief, people, a, b):
    head = make_user("head@xa-a.example", portal=a, role=Role.HEAD)
    for verb in ("revoke", "deactivate"):
        assert is_refused(chief.post(f"{PEOPLE}{verb}/{role_of(head).pk}/"))
    head.refresh_from_db()
    assert (head.is_active, head.memberships.count()) == (True, 1)


def test_an_account_is_closed_and_opened_again(chief, people, a, b):
    row = role_of(people["a"])
    chief.post(f"{PEOPLE}deactivate/{row.pk}/")
    assert authenticate(username="hoa@xa-a.example", password=PASSWORD) is None
    assert "Đã khóa" in text(chief.get(PEOPLE))
    assert a.events.get(kind="deactivated").by == chief.user
    chief.post(f"{PEOPLE}reactivate/{row.pk}/")
    assert authenticate(username="hoa@xa-a.example", password=PASSWORD) == people["a"]
    assert b.events.filter(kind__in=["deactivated", "reactivated"]).count() == 0


def test_a_chief_who_is_no_longer_one_is_turned_away_at_once(chief, people, a, b):
    Membership.objects.filter(user=chief.user).update(role=Role.EDITOR)
    assert is_refused(chief.get(PEOPLE))
    data = {"email": "y@example.vn", "last_name": "Y", "first_name": "Y", "portal": a.pk, "role": "editor"}
    assert is_refused(chief.post(f"{PEOPLE}new/", data))
