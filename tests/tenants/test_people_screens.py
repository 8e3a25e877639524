"""Người và vai trò: a chief keeps the own portal's people and learns nothing of another's."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import authenticate
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tenants.actions import deactivate, grant
from tenants.models import Membership, Role, User
from tests.factories import make_user
from tests.factories.pages import local
from tests.factories.people import PASSWORD

from .screens import PEOPLE, is_refused, rows, text

NOW = local(2024, 3, 1)
NEW_PASSWORD = "mot-mat-khau-khac"
VERBS = ("revoke", "deactivate", "reactivate", "link")


@pytest.fixture
def chief(enter, a):
    return enter(a, Role.CHIEF)


@pytest.fixture
def admin(enter, province):
    return enter(province, Role.PROVINCE_ADMIN)


@pytest.fixture
def people(a, b):
    """{"a": ..., "b": ...}: an editor of each portal with a telling name."""
    return {
        "a": make_user("hoa@xa-a.example", portal=a, role=Role.EDITOR, last_name="Lê", first_name="Hoa"),
        "b": make_user("mai@xa-b.example", portal=b, role=Role.EDITOR, last_name="Trần", first_name="Mai"),
    }


def role_of(user):
    return Membership.objects.get(user=user)


def emails(response):
    return sorted(row.user.email for row in rows(response))


def names_b(response):
    return [word for word in ("Trần", "mai@xa-b.example", "Xã Bình Yên", "xa-b") if word in text(response)]


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


def _invite(client, portal, role="editor", email="moi@example.vn"):
    data = {"email": email, "last_name": "Lê", "first_name": "Mới", "portal": portal.pk, "role": role}
    return client.post(f"{PEOPLE}new/", data)


def test_the_form_offers_a_chief_the_own_portal_and_a_chiefs_roles(chief, people, a, b):
    response = chief.get(f"{PEOPLE}new/")
    form = response.context["form"]
    assert list(form.fields["portal"].queryset) == [a]
    assert [value for value, _label in form.fields["role"].choices] == ["", "editor", "chief", "officer"]
    assert names_b(response) == []


@pytest.mark.parametrize("role", sorted(Role))
def test_a_chief_gives_nothing_in_another_portal(chief, people, a, b, province, role):
    before = Membership.objects.count(), User.objects.count()
    for portal in (b, province):
        response = _invite(chief, portal, role)
        assert response.status_code == 200
        assert "portal" in response.context["form"].errors
    assert (Membership.objects.count(), User.objects.count()) == before


@pytest.mark.parametrize("role", ["head", "district_assessor", "province_office", "province_admin", "king"])
def test_a_chief_gives_no_role_above_the_own(chief, people, a, b, role):
    response = _invite(chief, a, role)
    assert "role" in response.context["form"].errors
    assert not User.objects.filter(email="moi@example.vn").exists()


def test_an_administrator_gives_province_roles_in_the_province_alone(admin, people, province, a, b):
    for portal in (a, b):
        assert "role" in _invite(admin, portal, "province_office").context["form"].errors
    assert not User.objects.filter(email="moi@example.vn").exists()
    assert _invite(admin, province, "province_office").status_code == 200
    assert list(Membership.objects.filter(user__email="moi@example.vn").values_list("portal__slug", "role")) == [
        ("tinh", "province_office")
    ]


def _link(response):
    return re.search(r'value="(http[^"]+)"', text(response)).group(1)


def _choose_password(link):
    """Follow the link in a browser of its own; sends the form if there is one."""
    parts = urlsplit(link)
    client = Client(HTTP_HOST=parts.netloc)
    form = client.get(parts.path, follow=True)
    if form.redirect_chain:
        client.post(form.redirect_chain[-1][0], {"new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD})


def test_a_new_person_gets_a_link_by_mail_and_on_the_screen_that_works_once(chief, people, a, b):
    response = _invite(chief, a)
    link = _link(response)
    assert link.startswith("http://xa-a.localhost/admin/")
    assert "no-store" in response.headers["Cache-Control"]
    (letter,) = mail.outbox
    assert (letter.to, link in letter.body, b.name in letter.body) == (["moi@example.vn"], True, False)
    _choose_password(link)
    user = authenticate(username="moi@example.vn", password=NEW_PASSWORD)
    assert list(user.memberships.values_list("portal__slug", "role")) == [("xa-a", "editor")]
    password = user.password
    _choose_password(link)
    assert User.objects.get(pk=user.pk).password == password


def test_a_letter_that_cannot_be_sent_leaves_the_link_on_the_screen(chief, people, a, b, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    response = _invite(chief, a)
    assert "Chưa gửi được thư" in text(response)
    assert _link(response)
    assert "moi@example.vn" not in caplog.text


def test_an_address_known_in_another_portal_reveals_nothing_of_it(chief, people, a, b):
    response = _invite(chief, a, email="MAI@xa-b.example")
    assert response.status_code == 302
    answer = chief.get(response.url)
    assert emails(answer) == ["chief@xa-a.example", "hoa@xa-a.example", "mai@xa-b.example"]
    assert "Xã Bình Yên" not in text(answer)
    known = User.objects.get(email="mai@xa-b.example")
    assert (str(known), known.check_password(PASSWORD), mail.outbox) == ("Trần Mai", True, [])
    assert sorted(known.memberships.values_list("portal__slug", "role")) == [("xa-a", "editor"), ("xa-b", "editor")]
    assert b.events.filter(kind__in=["granted", "invited"], by=chief.user).count() == 0


def test_of_somebody_shared_a_chief_takes_the_own_role_and_not_the_account(chief, people, a, b):
    shared = people["b"]
    own = grant(shared, portal=a, role=Role.EDITOR, now=NOW)
    for verb in ("deactivate", "reactivate", "link"):
        assert is_refused(chief.post(f"{PEOPLE}{verb}/{own.pk}/")), verb
    shared.refresh_from_db()
    assert shared.is_active
    assert chief.post(f"{PEOPLE}revoke/{own.pk}/").status_code == 302
    assert list(shared.memberships.values_list("portal__slug", flat=True)) == ["xa-b"]


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


def test_a_new_link_replaces_the_first_and_who_has_a_password_gets_none(chief, people, a, b):
    first = _link(_invite(chief, a))
    row = Membership.objects.get(user__email="moi@example.vn")
    second = _link(chief.post(f"{PEOPLE}link/{row.pk}/"))
    _choose_password(first)
    assert not User.objects.get(pk=row.user_id).has_usable_password()
    _choose_password(second)
    assert authenticate(username="moi@example.vn", password=NEW_PASSWORD) == row.user
    for user in (row.user, people["a"]):
        assert is_refused(chief.post(f"{PEOPLE}link/{role_of(user).pk}/"))
    assert authenticate(username="hoa@xa-a.example", password=PASSWORD) == people["a"]


def test_a_chief_who_is_no_longer_one_is_turned_away_at_once(chief, people, a, b):
    Membership.objects.filter(user=chief.user).update(role=Role.EDITOR)
    assert is_refused(chief.get(PEOPLE))
    assert is_refused(_invite(chief, a))
