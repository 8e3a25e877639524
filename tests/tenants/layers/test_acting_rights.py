"""A person of two portals has in each the rights of the role held there, and sleeps in the other."""

import re

import pytest
from django.utils import timezone

from cms.pages.models import PortalPage
from cms.pages.people.models import Person
from tenants.actions import grant, revoke
from tenants.models import Role
from tenants.permissions import may_manage_people, memberships_managed_by, portals_readable_by, roles_of
from tenants.scoping import portal_scope


@pytest.fixture
def person(enter, a, b):
    """Chief in A, officer for questions in B."""
    client = enter(a, Role.CHIEF)
    grant(client.user, portal=b, role=Role.OFFICER, now=timezone.now())
    return client


def _answers(client, portal, rows):
    """Status of a few screens on a portal's host: write, upload, keep people, the register."""
    host = {"host": f"{portal.slug}.localhost"}
    news = rows.page.get_parent()
    addresses = [
        f"/admin/pages/add/pages/articlepage/{news.pk}/",
        f"/admin/pages/{rows.page.pk}/edit/",
        "/admin/images/add/",
        "/admin/people/posts/add/",
        f"/admin/images/{rows.image.pk}/",
        "/admin/members/",
    ]
    return [client.get(address, headers=host).status_code == 200 for address in addresses]


def test_rights_held_in_one_portal_are_not_carried_into_the_other(person, a, b, of_a, of_b):
    assert _answers(person, a, of_a) == [True] * 6
    assert _answers(person, b, of_b) == [False] * 6


def test_nothing_is_written_in_b_by_a_right_held_in_a(person, b, of_a, of_b):
    before = Person._base_manager.count(), PortalPage._base_manager.count()
    host = {"host": "xa-b.localhost"}
    person.post("/admin/people/persons/add/", {"name": "Người mới"}, headers=host)
    person.post(f"/admin/pages/{of_b.page.pk}/unpublish/", headers=host)
    assert (Person._base_manager.count(), PortalPage._base_manager.count()) == before
    assert PortalPage._base_manager.get(pk=of_b.page.pk).live


def test_a_form_offers_the_collections_of_one_portal(person, a, b, of_a, of_b):
    grant(person.user, portal=b, role=Role.EDITOR, now=timezone.now())
    a.collection.add_child(name="Ảnh lễ hội của A")
    b.collection.add_child(name="Ảnh lễ hội của B")
    for portal, own, other in ((a, "A", "B"), (b, "B", "A")):
        page = person.get("/admin/images/multiple/add/", headers={"host": f"{portal.slug}.localhost"})
        text = page.content.decode()
        assert (f"lễ hội của {own}" in text, f"lễ hội của {other}" in text) == (True, False)


def test_people_and_scores_are_those_of_the_portal_acted_for(person, a, b, of_a, of_b):
    grant(person.user, portal=b, role=Role.CHIEF, now=timezone.now())
    for portal in (a, b):
        with portal_scope([portal]):
            kept = memberships_managed_by(person.user).values_list("portal__slug", flat=True)
            assert set(kept) == {portal.slug}
            assert list(portals_readable_by(person.user)) == [portal]


def test_the_province_keeps_its_own_rights_while_it_acts_for_a_portal(enter, province, a, b):
    office = enter(province, Role.PROVINCE_OFFICE)
    with portal_scope([a]):
        assert set(portals_readable_by(office.user).values_list("slug", flat=True)) >= {"tinh", "xa-a", "xa-b"}


def test_a_request_asks_once_what_a_person_holds(person, a, b, of_a, of_b, django_assert_max_num_queries):
    for portal in (a, b):
        host = {"host": f"{portal.slug}.localhost"}
        person.get("/admin/images/", headers=host)
        with django_assert_max_num_queries(40) as asked:
            person.get("/admin/images/", headers=host)
        tables = [re.search(r" FROM \"(\w+)\" ", query["sql"].rsplit(' AS "has_factor"', 1)[-1]) for query in asked]
        read = [found[1] for found in tables if found]
        assert read.count("tenants_membership") == 1
        assert {"auth_group", "mfa_authenticator", "tenants_portal"} & set(read) == set()


def test_what_ends_in_one_request_is_gone_in_the_next(person, a, b, of_a, of_b):
    assert person.get("/admin/members/", headers={"host": "xa-a.localhost"}).status_code == 200
    revoke(person.user.memberships.get(portal=a), by=None, now=timezone.now())
    assert _answers(person, a, of_a) == _answers(person, b, of_b) == [False] * 6


def test_of_anybody_else_the_database_is_asked_within_a_request_too(person, enter, a, b):
    other, held = enter(b, Role.CHIEF).user, tuple(person.user.memberships.all())
    with portal_scope([a], user_id=person.user.pk, memberships=held):
        assert roles_of(person.user) == {a.pk: {Role.CHIEF}}
        assert (roles_of(other), may_manage_people(other)) == ({}, False)
    with portal_scope([b], user_id=person.user.pk, memberships=held):
        assert roles_of(person.user) == {b.pk: {Role.OFFICER}}
        assert (may_manage_people(person.user), may_manage_people(other)) == (False, True)
