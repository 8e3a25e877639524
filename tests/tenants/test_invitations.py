"""Adding a person: what a chief may give and where, and the link that sets a password once."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import authenticate
from django.core import mail
from django.test import Client

from tenants.models import Membership, Role, User
from tests.factories.people import PASSWORD

from .screens import PEOPLE, emails, is_refused, names_b, role_of, text

NEW_PASSWORD = "mot-mat-khau-khac"


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
