"""Who may see which scores: one's own, one's district's communes, or all. Tested for allowed and refused."""

import pytest
from django.contrib.auth.models import AnonymousUser

from compliance.permissions import may_see_score, portals_scored_for
from tenants.models import Role
from tests.factories import make_portal, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def district():
    """A district with two communes; "xa-a" and "xa-b" belong to nobody's district."""
    make_portal("huyen-a", level="district", group="district", scale="government", scored_by="province")
    make_portal("xa-a1", parent="huyen-a")
    make_portal("xa-a2", parent="huyen-a")
    return make_portal("huyen-a", level="district", group="district", scale="government", scored_by="province")


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CHIEF, Role.HEAD, Role.OFFICER])
def test_people_of_a_unit_see_their_own_portal_alone(a, b, role):
    user = make_user("nguoi@xa-a.example", portal=a, role=role)
    assert [portal.slug for portal in portals_scored_for(user)] == ["xa-a"]
    assert may_see_score(user, a)
    assert not may_see_score(user, b)


@pytest.mark.parametrize("role", [Role.PROVINCE_OFFICE, Role.PROVINCE_ADMIN])
def test_the_province_sees_all(province, a, b, department, role):
    user = make_user("vp@tinh.example", portal=province, role=role)
    assert all(may_see_score(user, portal) for portal in (province, a, b, department))


def test_an_assessor_sees_the_communes_of_the_district(a, b, district):
    user = make_user("cham@huyen-a.example", portal=district, role=Role.DISTRICT_ASSESSOR)
    assert sorted(portal.slug for portal in portals_scored_for(user)) == ["huyen-a", "xa-a1", "xa-a2"]
    assert not may_see_score(user, a)


def test_an_editor_of_a_district_does_not_see_its_communes(a, district):
    user = make_user("bt@huyen-a.example", portal=district, role=Role.EDITOR)
    assert [portal.slug for portal in portals_scored_for(user)] == ["huyen-a"]


def test_nobody_in_particular_sees_nothing(a, b):
    assert not may_see_score(AnonymousUser(), a)
    assert not may_see_score(make_user("ai-do@example.vn"), a)


def test_who_was_deactivated_sees_nothing(a, b):
    user = make_user("cu@xa-a.example", portal=a, role=Role.EDITOR, is_active=False)
    assert not may_see_score(user, a)
