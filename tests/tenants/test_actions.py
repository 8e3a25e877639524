"""Every verb writes one event in its portal, does nothing twice, and touches no other portal."""

import pytest
from django.contrib.auth import authenticate
from django.test import Client

from tenants.actions import (
    RoleOutOfPlace,
    accept,
    change_state,
    deactivate,
    grant,
    invite,
    issue_invitation,
    reactivate,
    revoke,
)
from tenants.models import Membership, PortalEvent, Role, State, User
from tenants.permissions import portals_of
from tenants.provisioning import Refused
from tenants.signals import portal_state_changed
from tests.factories import make_user
from tests.factories.pages import local
from tests.factories.people import PASSWORD

NOW = local(2024, 3, 1)
NEW_PASSWORD = "mot-mat-khau-khac"


@pytest.fixture
def chief(a):
    return make_user("chief@xa-a.example", portal=a, role=Role.CHIEF)


def events(portal, *kinds):
    """[(kind, happened_at, by, data)] of these kinds in the order in which they were told."""
    rows = PortalEvent.objects.filter(portal=portal, kind__in=kinds).order_by("pk")
    return [(row.kind, row.happened_at, row.by, row.data) for row in rows]


def test_granting_twice_is_granting_once(a, b, chief):
    user = make_user("x@example.vn")
    first = grant(user, portal=a, role=Role.EDITOR, now=NOW, by=chief)
    again = grant(user, portal=a, role=Role.EDITOR, now=local(2024, 4, 1))
    assert (first, again.granted_by) == (again, chief)
    told = {"user": user.pk, "role": "editor"}
    assert events(a, "granted")[1:] == [("granted", NOW, chief, told)]  # the first is the chief's own
    assert events(b, "granted") == []


@pytest.mark.parametrize("role", [Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN])
def test_a_province_role_is_held_in_the_provincial_portal_only(province, a, b, role):
    user = make_user("x@example.vn")
    for portal in (a, b):
        with pytest.raises(RoleOutOfPlace):
            grant(user, portal=portal, role=role, now=NOW)
    grant(user, portal=province, role=role, now=NOW)
    assert list(Membership.objects.filter(user=user).values_list("portal__slug", flat=True)) == ["tinh"]


def test_an_assessor_of_a_district_is_one_in_the_portal_of_a_district_only(district, province, department, a, b):
    user = make_user("x@example.vn")
    for portal in (a, b, province, department):
        with pytest.raises(RoleOutOfPlace):
            grant(user, portal=portal, role=Role.DISTRICT_ASSESSOR, now=NOW)
        with pytest.raises(RoleOutOfPlace):
            invite("x@example.vn", last_name="Lê", first_name="X", portal=portal, role="district_assessor", now=NOW)
    grant(user, portal=district, role=Role.DISTRICT_ASSESSOR, now=NOW)
    assert list(Membership.objects.filter(user=user).values_list("portal__slug", flat=True)) == ["huyen-a"]


def test_revoking_leaves_the_roles_elsewhere(a, b, chief):
    user = make_user("x@example.vn", portal=b, role=Role.EDITOR)
    revoke(grant(user, portal=a, role=Role.EDITOR, now=NOW), now=NOW, by=chief)
    assert list(user.memberships.values_list("portal__slug", "role")) == [("xa-b", "editor")]
    assert events(a, "revoked") == [("revoked", NOW, chief, {"user": user.pk, "role": "editor"})]
    assert events(b, "revoked") == []


def test_a_new_person_gets_an_account_without_password_and_no_right(a, b, chief):
    membership = invite(
        "Moi@Example.VN", last_name="Lê", first_name="Mới", portal=a, role=Role.EDITOR, now=NOW, by=chief
    )
    user = membership.user
    assert (user.email, str(user), user.has_usable_password()) == ("moi@example.vn", "Lê Mới", False)
    assert (list(user.groups.all()), portals_of(user).count()) == ([], 0)
    assert (membership.portal, membership.role, membership.granted_by) == (a, "editor", chief)
    assert not b.memberships.exists()


def test_of_a_person_known_already_nothing_changes_till_they_accept(a, b, chief):
    known = make_user("known@example.vn", portal=b, role=Role.HEAD, last_name="Trần", first_name="Cũ")
    membership = invite(
        "KNOWN@example.vn", last_name="Lê", first_name="Mới", portal=a, role=Role.EDITOR, now=NOW, by=chief
    )
    assert (membership.user, str(membership)) == (known, "Lê Mới - Biên tập viên - Xã An Bình")
    known.refresh_from_db()
    assert (str(known), known.check_password(PASSWORD)) == ("Trần Cũ", True)
    assert [group.name for group in known.groups.all()] == ["xa-b:head"]
    assert list(portals_of(known)) == [b]
    accept(membership, now=NOW)
    assert sorted(known.memberships.values_list("portal__slug", "role")) == [("xa-a", "editor"), ("xa-b", "head")]


def _invited(portal, email="moi@example.vn"):
    fields = {"last_name": "Lê", "first_name": "Mới", "portal": portal, "role": Role.EDITOR, "now": NOW}
    return accept(invite(email, **fields), now=NOW).user


def _choose_password(portal, path):
    """Follow a one-time link to its form and send it; returns the last answer."""
    client = Client(HTTP_HOST=f"{portal.slug}.localhost")
    form = client.get(path, follow=True)
    if not form.redirect_chain:
        return form
    data = {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD}
    return client.post(form.redirect_chain[-1][0], data, follow=True)


def test_a_link_sets_a_password_once_and_never_again(a, b):
    user = _invited(a)
    path = issue_invitation(user, portal=a, now=NOW)
    assert events(a, "invited")[1:] == [("invited", NOW, None, {"user": user.pk})]
    assert _choose_password(a, path).status_code == 200
    assert authenticate(username="moi@example.vn", password=NEW_PASSWORD) == user
    before = User.objects.get(pk=user.pk).password
    _choose_password(a, path)
    assert User.objects.get(pk=user.pk).password == before
    assert events(b, "invited") == []


def test_a_newer_link_kills_the_older(a, b):
    user = _invited(a)
    older, newer = (issue_invitation(user, portal=a, now=NOW) for _ in range(2))
    _choose_password(a, older)
    assert not User.objects.get(pk=user.pk).has_usable_password()
    _choose_password(a, newer)
    assert User.objects.get(pk=user.pk).check_password(NEW_PASSWORD)


def test_one_persons_link_opens_nobody_elses_account(a, b):
    first, second = _invited(a, "1@example.vn"), _invited(b, "2@example.vn")
    own = issue_invitation(first, portal=a, now=NOW)
    foreign = issue_invitation(second, portal=b, now=NOW)
    token = own.rstrip("/").rsplit("/", 1)[1]
    _choose_password(a, "/".join([*foreign.rstrip("/").split("/")[:-1], token, ""]))
    assert [User.objects.get(pk=user.pk).has_usable_password() for user in (first, second)] == [False, False]


def test_an_old_link_has_expired(a, b, settings):
    user = _invited(a)
    settings.PASSWORD_RESET_TIMEOUT = -1
    _choose_password(a, issue_invitation(user, portal=a, now=NOW))
    assert not User.objects.get(pk=user.pk).has_usable_password()


def test_who_has_a_password_gets_no_link(a, b, chief):
    with pytest.raises(Refused, match="đã có mật khẩu"):
        issue_invitation(chief, portal=a, now=NOW)
    chief.refresh_from_db()
    assert chief.check_password(PASSWORD)
    assert events(a, "invited") == []


def test_a_closed_account_cannot_log_in_and_keeps_its_roles_till_opened_again(a, b, chief):
    user = make_user("x@example.vn", portal=a, role=Role.EDITOR)
    grant(user, portal=b, role=Role.HEAD, now=NOW)
    other = make_user("y@example.vn", portal=a, role=Role.EDITOR)
    for _ in range(2):
        deactivate(user, now=NOW, by=chief)
    assert authenticate(username=user.email, password=PASSWORD) is None
    assert authenticate(username=other.email, password=PASSWORD) == other
    assert [events(portal, "deactivated") for portal in (a, b)] == [
        [("deactivated", NOW, chief, {"user": user.pk})],
        [("deactivated", NOW, chief, {"user": user.pk})],
    ]
    assert Membership.objects.filter(user=user).count() == 2
    for _ in range(2):
        reactivate(user, now=NOW, by=chief)
    assert authenticate(username=user.email, password=PASSWORD) == user
    assert [len(events(portal, "reactivated")) for portal in (a, b)] == [1, 1]


def test_closing_an_account_ends_its_session_at_once(enter, a, b):
    editor, other = enter(a, "editor"), enter(b, "editor")
    assert [client.get("/admin/").status_code for client in (editor, other)] == [200, 200]
    deactivate(editor.user, now=NOW)
    assert [client.get("/admin/").status_code for client in (editor, other)] == [302, 200]


def test_a_portal_changes_its_state_once_and_tells_those_above(a, b, chief, visit):
    told = []

    def listen(sender, portal, before, after, **kwargs):
        told.append((portal, before, after))

    portal_state_changed.connect(listen)
    try:
        for _ in range(2):
            change_state(a, state="suspended", now=NOW, by=chief, note="QĐ 12/QĐ-UBND")
    finally:
        portal_state_changed.disconnect(listen)
    assert told == [(a, "active", "suspended")]
    assert events(a, "state") == [("state", NOW, chief, {"before": "active", "after": "suspended"})]
    assert a.events.get(kind="state").note == "QĐ 12/QĐ-UBND"
    b.refresh_from_db()
    assert (b.state, events(b, "state")) == (State.ACTIVE, [])
    assert "noindex" in visit(a).headers["X-Robots-Tag"]
    assert "X-Robots-Tag" not in visit(b).headers


def test_a_person_gives_a_note_to_a_change_of_state(a, b, chief):
    for note in ("", "  "):
        with pytest.raises(Refused, match="căn cứ hoặc lý do"):
            change_state(a, state="suspended", now=NOW, by=chief, note=note)
    a.refresh_from_db()
    assert (a.state, b.state, events(a, "state")) == ("active", "active", [])


def test_an_unknown_state_is_no_state(a, b):
    with pytest.raises(ValueError, match="sleeping"):
        change_state(a, state="sleeping", now=NOW)
    a.refresh_from_db()
    assert (a.state, b.state, events(a, "state")) == ("active", "active", [])
