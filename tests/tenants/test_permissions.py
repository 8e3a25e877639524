"""Every question of permissions.py, allowed and refused, with another portal's people beside."""

import pytest
from django.contrib.auth.models import AnonymousUser

from tenants.actions import grant
from tenants.models import Membership, Portal, Role, User
from tenants.permissions import (
    CHIEF_GRANTS,
    accounts_managed_by,
    has_province_role,
    may_manage_people,
    may_manage_portals,
    memberships_managed_by,
    memberships_revocable_by,
    portals_of,
    portals_readable_by,
    portals_staffed_by,
    roles_grantable_by,
    roles_of,
)
from tenants.policies import MembershipPolicy, PortalPolicy
from tests.factories import make_user
from tests.factories.pages import local

NOW = local(2024, 3, 1)
UNIT_ROLES = [Role.EDITOR, Role.CHIEF, Role.HEAD, Role.OFFICER]
ALL_PORTALS = ["huyen-a", "so-a", "tinh", "xa-a", "xa-b", "xa-c"]


@pytest.fixture
def people(a, b, province, district):
    """One person of each role in A and B, three of the province and the district; {"role@portal": user}."""
    placed = [(portal, role) for portal in (a, b) for role in UNIT_ROLES]
    placed += [(province, Role.PROVINCE_OFFICE), (province, Role.PROVINCE_ADMIN), (district, Role.DISTRICT_ASSESSOR)]
    made = {
        f"{role}@{portal.slug}": make_user(f"{role}@{portal.slug}.example", portal=portal, role=role)
        for portal, role in placed
    }
    made["nobody"] = make_user("nobody@example.vn")
    made["closed"] = make_user("closed@xa-a.example", portal=a, role=Role.CHIEF, is_active=False)
    made["anonymous"] = AnonymousUser()
    made["root"] = User.objects.create_superuser("root@example.vn", "x")
    made["closed root"] = User.objects.create_superuser("r2@example.vn", "x", is_active=False)
    return made


def slugs(portals):
    return sorted(portals.values_list("slug", flat=True))


def those(people, question):
    """Names of the people to whom the answer is yes."""
    return sorted(name for name, user in people.items() if question(user))


def names(memberships):
    return sorted(f"{m.role}@{m.portal.slug}" for m in memberships)


def test_who_holds_a_province_role(people):
    assert those(people, has_province_role) == ["province_admin@tinh", "province_office@tinh", "root"]
    assert those(people, lambda u: has_province_role(u, Role.PROVINCE_ADMIN)) == ["province_admin@tinh", "root"]


def test_who_opens_the_screens(people):
    assert those(people, may_manage_portals) == ["province_admin@tinh", "province_office@tinh", "root"]
    assert those(people, may_manage_people) == ["chief@xa-a", "chief@xa-b", "province_admin@tinh", "root"]


def test_the_policies_answer_the_same_to_wagtails_screens(people):
    known = {name: user for name, user in people.items() if "root" not in name and name != "anonymous"}
    portals, members = PortalPolicy(Portal), MembershipPolicy(Membership)
    assert those(known, lambda u: portals.user_has_permission(u, "change")) == those(known, may_manage_portals)
    assert those(known, lambda u: members.user_has_permission(u, "delete")) == those(known, may_manage_people)
    assert those(known, lambda u: portals.user_has_permission(u, "delete")) == []
    assert those(known, lambda u: members.user_has_permission(u, "change")) == []
    for policy, question in ((portals, may_manage_portals), (members, may_manage_people)):
        emails = sorted(policy.users_with_any_permission(["add"]).values_list("email", flat=True))
        assert emails == sorted(user.email for user in known.values() if question(user))
    assert list(portals.users_with_any_permission(["delete"])) == []


def test_roles_of_a_person_by_portal(people, a, b):
    both = people["editor@xa-a"]
    grant(both, portal=b, role=Role.OFFICER, now=NOW)
    assert roles_of(both) == {a.pk: {"editor"}, b.pk: {"officer"}}
    assert [roles_of(people[name]) for name in ("nobody", "closed", "anonymous")] == [{}, {}, {}]


@pytest.mark.parametrize(
    ("who", "works_for", "reads"),
    [
        ("editor@xa-a", ["xa-a"], ["xa-a"]),
        ("chief@xa-b", ["xa-b"], ["xa-b"]),
        ("head@xa-a", ["xa-a"], ["xa-a"]),
        ("officer@xa-b", ["xa-b"], ["xa-b"]),
        ("district_assessor@huyen-a", ["huyen-a"], ["huyen-a", "xa-c"]),
        ("province_office@tinh", ["tinh"], ALL_PORTALS),
        ("province_admin@tinh", ["tinh"], ALL_PORTALS),
        ("root", ALL_PORTALS, ALL_PORTALS),
        ("nobody", [], []),
        ("closed", [], []),
        ("anonymous", [], []),
        ("closed root", [], []),
    ],
)
def test_for_which_portals_one_works_and_which_one_reads(people, who, works_for, reads):
    assert (slugs(portals_of(people[who])), slugs(portals_readable_by(people[who]))) == (works_for, reads)


def test_an_assessor_outside_a_district_reads_no_communes(people, a, province):
    for portal in (a, province):
        user = make_user(f"assessor@{portal.slug}.example")
        Membership.objects.create(
            user=user, portal=portal, role=Role.DISTRICT_ASSESSOR
        )  # past `grant`, which refuses it here
        assert slugs(portals_readable_by(user)) == [portal.slug]


def test_a_chief_sees_the_own_portals_people_without_the_provinces(people, a, b):
    boss = make_user("boss@example.vn")
    Membership.objects.create(user=boss, portal=a, role=Role.PROVINCE_OFFICE)  # past `grant`, which refuses it here
    assert names(memberships_managed_by(people["chief@xa-a"])) == sorted(
        ["chief@xa-a", "chief@xa-a", "editor@xa-a", "head@xa-a", "officer@xa-a"]
    )
    assert boss.pk not in memberships_managed_by(people["chief@xa-a"]).values_list("user", flat=True)
    assert {m.portal for m in memberships_managed_by(people["chief@xa-b"])} == {b}


def test_the_administrator_sees_everybody_and_the_others_nobody(people):
    everybody = Membership.objects.count()
    counts = {name: memberships_managed_by(user).count() for name, user in people.items()}
    assert {name for name, count in counts.items() if count == everybody} == {"province_admin@tinh", "root"}
    assert {name for name, count in counts.items() if 0 < count < everybody} == {"chief@xa-a", "chief@xa-b"}


def test_roles_that_may_be_given(people, district, a, b, province):
    everywhere = (a, b, district, province)
    chief = [roles_grantable_by(people["chief@xa-a"], portal) for portal in everywhere]
    assert chief == [list(CHIEF_GRANTS), [], [], []]
    units = [Role.EDITOR, Role.CHIEF, Role.HEAD, Role.OFFICER]
    assert [roles_grantable_by(people["province_admin@tinh"], portal) for portal in everywhere] == [
        units,
        units,
        [*units, Role.DISTRICT_ASSESSOR],
        [*units, Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN],
    ]
    for name in set(people) - {"chief@xa-a", "chief@xa-b", "province_admin@tinh", "root"}:
        assert [roles_grantable_by(people[name], portal) for portal in everywhere] == [[], [], [], []], name


def test_portals_in_which_roles_may_be_given(people):
    assert slugs(portals_staffed_by(people["chief@xa-a"])) == ["xa-a"]
    assert slugs(portals_staffed_by(people["province_admin@tinh"])) == ALL_PORTALS
    for name in ("editor@xa-a", "head@xa-a", "province_office@tinh", "nobody", "closed", "anonymous"):
        assert slugs(portals_staffed_by(people[name])) == [], name


def test_a_chief_takes_back_only_what_a_chief_gives_and_not_the_own_last_role(people, a):
    chief = people["chief@xa-a"]
    assert names(memberships_revocable_by(chief)) == ["chief@xa-a", "editor@xa-a", "officer@xa-a"]
    assert chief.memberships.get() not in memberships_revocable_by(chief)
    grant(chief, portal=a, role=Role.EDITOR, now=NOW)
    assert names(memberships_revocable_by(chief).filter(user=chief)) == ["chief@xa-a", "editor@xa-a"]


def test_the_last_administrators_role_stays(people, province):
    admin, role = people["province_admin@tinh"], Role.PROVINCE_ADMIN
    grant(admin, portal=province, role=Role.EDITOR, now=NOW)
    assert names(memberships_revocable_by(admin).filter(user=admin)) == ["editor@tinh"]
    closed = make_user("second@tinh.example", portal=province, role=role, is_active=False)
    assert not memberships_revocable_by(admin).filter(user=admin, role=role).exists()
    User.objects.filter(pk=closed.pk).update(is_active=True)
    assert memberships_revocable_by(admin).filter(user=admin, role=role).exists()


def test_nobody_else_takes_back_anything(people):
    for name in ("editor@xa-a", "head@xa-a", "province_office@tinh", "nobody", "closed", "anonymous"):
        assert names(memberships_revocable_by(people[name])) == [], name


def emails(users):
    return sorted(users.values_list("email", flat=True))


def test_a_chief_closes_accounts_of_the_own_portal_alone(people, b):
    chief = people["chief@xa-a"]
    assert emails(accounts_managed_by(chief)) == ["closed@xa-a.example", "editor@xa-a.example", "officer@xa-a.example"]
    grant(people["editor@xa-a"], portal=b, role=Role.EDITOR, now=NOW)  # of both portals now: neither chief's alone
    assert emails(accounts_managed_by(chief)) == ["closed@xa-a.example", "officer@xa-a.example"]
    assert "editor@xa-a.example" not in emails(accounts_managed_by(people["chief@xa-b"]))


def test_an_administrator_closes_any_account_with_a_role_but_the_own_and_superusers(people, a):
    grant(people["root"], portal=a, role=Role.EDITOR, now=NOW)
    admin = people["province_admin@tinh"]
    with_role = set(Membership.objects.values_list("user__email", flat=True))
    assert set(emails(accounts_managed_by(admin))) == with_role - {admin.email, "root@example.vn"}


def test_nobody_else_closes_accounts(people):
    for name in ("editor@xa-a", "head@xa-a", "province_office@tinh", "nobody", "closed", "anonymous"):
        assert emails(accounts_managed_by(people[name])) == [], name
