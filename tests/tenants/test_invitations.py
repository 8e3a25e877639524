"""Adding a person: what a chief may give and where, and the link that sets a password once."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import authenticate
from django.core import mail
from django.test import Client
from django.utils import timezone

from tenants.models import Membership, Role, User
from tenants.tasks import end_what_is_over
from tests.factories.people import PASSWORD

from .screens import PEOPLE, is_refused, names_b, role_of, text

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


def test_an_administrator_makes_an_assessor_in_a_district_alone(admin, people, district, province, a, b):
    for portal in (a, b, province):
        errors = _invite(admin, portal, "district_assessor").context["form"].errors
        assert errors == {
            "role": [
                f"“Cán bộ chấm điểm cấp huyện” chỉ giao được ở cổng cấp huyện; {portal.name} không phải cấp huyện."
            ]
        }
    assert not User.objects.filter(email="moi@example.vn").exists()
    assert _invite(admin, district, "district_assessor").status_code == 200
    assert Membership.objects.get(user__email="moi@example.vn").portal == district


def _link(letter):
    return re.search(r"http\S+", letter.body).group()


def _follow(link):
    """Accept in a browser of its own, and choose a password if asked. Returns the address where it ends."""
    parts = urlsplit(link)
    client = Client(HTTP_HOST=parts.netloc)
    client.get(parts.path)
    answer = client.post(parts.path)
    if answer.status_code == 302 and "/password_reset/" in answer.url:
        form = client.get(answer.url, follow=True).redirect_chain[-1][0]
        answer = client.post(form, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    return answer.url if answer.status_code == 302 else ""


def _roles(email):
    held = User.objects.get(email=email).memberships.filter(invited_as="")
    return sorted(held.values_list("portal__slug", "role"))


def test_a_new_person_gets_a_link_by_mail_that_works_once(chief, people, a, b):
    response = _invite(chief, a)
    (letter,) = mail.outbox
    link = _link(letter)
    assert link.startswith("http://xa-a.localhost/admin/invitation/")
    assert (letter.to, b.name in letter.body, link in text(response)) == (["moi@example.vn"], False, False)
    assert letter.body.count(link) == 2  # in Vietnamese and in English
    assert "no-store" in response.headers["Cache-Control"]
    assert _roles("moi@example.vn") == []
    assert "/password_reset/complete/" in _follow(link)
    user = authenticate(username="moi@example.vn", password=NEW_PASSWORD)
    assert _roles("moi@example.vn") == [("xa-a", "editor")]
    assert a.events.get(kind="accepted").by == user
    password = user.password
    assert _follow(link) == ""
    assert User.objects.get(pk=user.pk).password == password


def test_who_accepted_and_chose_no_password_may_come_back(chief, a, b):
    _invite(chief, a)
    parts = urlsplit(_link(mail.outbox[0]))
    stranger = Client(HTTP_HOST=parts.netloc)
    first, second = (stranger.post(parts.path).url for _ in range(2))
    assert "/password_reset/" in first and "/password_reset/" in second and first != second
    assert _roles("moi@example.vn") == [("xa-a", "editor")]
    assert a.events.filter(kind="accepted").count() == 1


def test_a_letter_that_cannot_be_sent_is_told_and_the_address_kept_out_of_the_log(chief, a, b, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    response = _invite(chief, a)
    assert "Chưa gửi được thư: hãy nhờ quản trị tỉnh" in text(response)
    assert "moi@example.vn" not in caplog.text


def test_an_administrator_of_the_province_can_hand_the_link_over(admin, a, b):
    response = _invite(admin, a)
    shown = re.search(r'value="(http[^"]+)"', text(response)).group(1)
    assert shown == _link(mail.outbox[0])
    assert _invite(admin, b, email="editor@x.example").status_code == 200


def _alike(answer, name, email):
    """The answer without what the chief typed and what differs at each request."""
    body = text(answer).replace(email, "EMAIL").replace(name, "NAME")
    return re.sub(r"[A-Za-z0-9]{32,}|/\d+/|\b\d+\b", "", body)


def test_an_address_known_elsewhere_looks_to_a_chief_like_a_new_one(chief, people, a, b):
    known = people["b"]
    User.objects.filter(pk=known.pk).update(last_login=timezone.now(), is_active=True)
    answers, lists = [], []
    for email in ("MAI@xa-b.example", "new@xa-b.example"):
        answers.append(_alike(_invite(chief, a, email=email), "Lê Mới", email.lower()))
        for query in ("", "?q=tran", "?q=mai", "?account=active", "?account=pending", "?ordering=-last_login"):
            lists.append(_alike(chief.get(f"{PEOPLE}{query}"), "Lê Mới", email.lower()))
        Membership.objects.filter(portal=a).exclude(invited_as="").delete()
    assert answers[0] == answers[1]
    half = len(lists) // 2
    assert [one == other for one, other in zip(lists[:half], lists[half:], strict=True)] == [
        True,
        True,
        False,
        *[True] * 3,
    ]
    assert "Trần" not in "".join(lists)
    assert _roles("mai@xa-b.example") == [("xa-b", "editor")]
    assert b.events.filter(kind__in=["granted", "invited"], by=chief.user).count() == 0


def test_the_account_of_who_has_not_accepted_is_out_of_reach(chief, people, a, b):
    _invite(chief, a, email="mai@xa-b.example")
    row = Membership.objects.get(portal=a, user=people["b"])
    for verb in ("deactivate", "reactivate"):
        assert is_refused(chief.post(f"{PEOPLE}{verb}/{row.pk}/"))
    people["b"].refresh_from_db()
    assert people["b"].is_active
    assert "Trần" not in text(chief.get(f"{PEOPLE}revoke/{row.pk}/"))
    chief.post(f"{PEOPLE}revoke/{row.pk}/")
    assert _follow(_link(mail.outbox[0])) == ""
    assert [m.portal for m in Membership.objects.filter(user=people["b"])] == [b]


def test_who_is_known_accepts_by_the_letter_and_keeps_the_password(chief, people, a, b):
    _invite(chief, a, email="mai@xa-b.example")
    assert _follow(_link(mail.outbox[0])) == "/admin/"
    assert _roles("mai@xa-b.example") == [("xa-a", "editor"), ("xa-b", "editor")]
    assert authenticate(username="mai@xa-b.example", password=PASSWORD) == people["b"]
    assert "Trần Mai" in text(chief.get(PEOPLE))


def test_who_holds_the_role_is_not_invited_again(chief, people, a, b):
    response = _invite(chief, a, email="hoa@xa-a.example")
    assert "Người này đã có vai trò này." in text(response)
    assert (mail.outbox, a.memberships.filter(user=people["a"]).count()) == ([], 1)


def test_a_new_link_replaces_the_first_and_who_has_a_password_gets_none(chief, people, a, b):
    _invite(chief, a)
    row = Membership.objects.get(user__email="moi@example.vn")
    chief.post(f"{PEOPLE}link/{row.pk}/")
    first, second = (_link(letter) for letter in mail.outbox)
    assert (_follow(first), _roles("moi@example.vn")) == ("", [])
    _follow(second)
    assert authenticate(username="moi@example.vn", password=NEW_PASSWORD) == row.user
    for user in (row.user, people["a"]):
        assert is_refused(chief.post(f"{PEOPLE}link/{role_of(user).pk}/"))
    assert authenticate(username="hoa@xa-a.example", password=PASSWORD) == people["a"]


def test_an_invitation_that_nobody_takes_ends(chief, a, b):
    _invite(chief, a)
    row = Membership.objects.get(user__email="moi@example.vn")
    link = _link(mail.outbox[0])
    Membership.objects.filter(pk=row.pk).update(expires_at=timezone.now())
    assert _follow(link) == ""
    assert "moi@example.vn" not in text(chief.get(PEOPLE))
    end_what_is_over.enqueue()
    assert not Membership.objects.filter(pk=row.pk).exists()
    assert (a.events.get(kind="expired").data["name"], b.events.filter(kind="expired").count()) == ("Lê Mới", 0)


@pytest.mark.parametrize("token", ["x", "a:b:c", "0" * 5000, "%00", "Ấ"])
def test_a_link_made_up_opens_nothing(db, a, b, token):
    stranger = Client(HTTP_HOST="xa-a.localhost")
    for answer in (stranger.get(f"/admin/invitation/{token}/"), stranger.post(f"/admin/invitation/{token}/")):
        assert "không còn hiệu lực" in text(answer)
