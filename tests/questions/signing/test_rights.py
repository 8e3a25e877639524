"""Who may do what, asked of a request as the admin makes it."""

import pytest
from django.utils import timezone

from cms.questions import permissions
from tenants.actions import act_for, grant
from tenants.models import Portal, User
from tenants.scoping import Scope, same_scope
from tests.factories import make_portal, make_user

ASKED = ("may_work", "may_sign", "may_see_asker", "may_set_up", "may_pair")
MAY = {
    "officer": {"may_work", "may_see_asker"},
    "head": {"may_work", "may_sign", "may_see_asker"},
    "chief": {"may_set_up", "may_pair"},
    "editor": set(),
}


def asking(rf, user, portal):
    request = rf.get("/admin/")
    request.user, request.acting_portal, request.portal, request.session = user, portal, portal, {}
    return request


def allowed(rf, user, portal):
    request = asking(rf, user, portal)
    return {name for name in ASKED if getattr(permissions, name)(request)}


@pytest.mark.parametrize("role", MAY)
def test_a_role_in_the_own_portal_and_nothing_in_another(rf, a, b, role):
    user = make_user("x@xa-a.example", portal=a, role=role)
    assert allowed(rf, user, a) == MAY[role] and allowed(rf, user, b) == set() == allowed(rf, user, None)


@pytest.mark.parametrize("role", ["province_office", "province_admin"])
def test_the_province_acting_for_a_portal_sets_up_and_neither_pairs_nor_sees_the_asker(rf, a, b, province, role):
    user = make_user("x@tinh.example", portal=province, role=role)
    act_for(user, portal=a, reason="Hỗ trợ.", now=timezone.now())
    assert allowed(rf, user, a) == {"may_set_up"} and allowed(rf, user, b) == set()


def test_an_operator_sees_no_asker_and_signs_nothing(rf, a, b):
    user = User.objects.create_superuser("root@example.com", "x")
    grant(user, portal=a, role="head", now=timezone.now())
    assert allowed(rf, user, a) == {"may_work", "may_set_up", "may_pair"}


def test_who_oversees_whom(a, b, province):
    district = make_portal("huyen-a", level="district", group="district", scale="none", scored_by="none")
    make_portal("xa-c", parent="huyen-a")
    people = {
        "province_office": (province, set(Portal.objects.values_list("slug", flat=True))),
        "district_assessor": (district, {"xa-c"}),
        "officer": (a, set()),
        "head": (district, set()),
    }
    for role, (portal, slugs) in people.items():
        user = make_user(f"{role}@x.example", portal=portal, role=role)
        with same_scope(Scope(frozenset([portal.pk]), user.pk)):
            assert permissions.may_oversee(user) is (role == "province_office")
            assert set(permissions.overseen_portals(user).values_list("slug", flat=True)) == slugs
