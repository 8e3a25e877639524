"""Finding portals and people the way names are typed in a hurry, on every database alike."""

import pytest

from tenants.models import Membership, Portal, Role
from tenants.queries import memberships_named, portals_listed, portals_named
from tests.factories import make_portal, make_user


@pytest.fixture
def dong(a, b):
    """A name full of what databases fold differently, beside one that differs in accents only."""
    make_portal("thi-tran-1", name="Thị trấn Nông trường Đồng Đăng", name_en="Dong Dang Township")
    make_portal("thi-tran-2", name="Thị trấn Đông Đằng")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đồng Đăng", ["thi-tran-1", "thi-tran-2"]),
        ("ĐỒNG ĐĂNG", ["thi-tran-1", "thi-tran-2"]),
        ("dong dang", ["thi-tran-1", "thi-tran-2"]),
        ("  nông   trường ", ["thi-tran-1"]),
        ("TOWNSHIP", ["thi-tran-1"]),
        ("thi-tran-2", ["thi-tran-2"]),
        ("thi-tran-2.localhost", ["thi-tran-2"]),
        ("xa an binh", ["xa-a"]),
        ("%", []),
        ("_", []),
        ("'; --", []),
    ],
)
def test_a_portal_is_found_by_name_slug_and_host(dong, text, found):
    portals = portals_named(portals_listed(), text)
    assert sorted(portals.values_list("slug", flat=True)) == found


def test_only_among_the_portals_that_were_asked_for(dong, a, b):
    assert list(portals_named(Portal.objects.filter(pk=a.pk), "xã")) == [a]
    assert list(portals_named(Portal.objects.filter(pk=a.pk), "xa-b.localhost")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nguyễn thị đào", ["dao@xa-a.example"]),
        ("NGUYEN THI DAO", ["dao@xa-a.example"]),
        ("Thị Đào", ["dao@xa-a.example"]),
        ("Dao@XA-A", ["dao@xa-a.example"]),
        ("đào", ["dao@xa-a.example", "dao@xa-b.example"]),
    ],
)
def test_a_person_is_found_by_whole_name_and_address(a, b, text, found):
    make_user("dao@xa-a.example", portal=a, role=Role.EDITOR, last_name="Nguyễn Thị", first_name="Đào")
    make_user("dao@xa-b.example", portal=b, role=Role.EDITOR, last_name="Lê", first_name="Đào")
    memberships = memberships_named(Membership.objects.all(), text)
    assert sorted(memberships.values_list("user__email", flat=True)) == found
    own = memberships_named(Membership.objects.filter(portal=a), text)
    assert list(own.values_list("user__email", flat=True)) == ["dao@xa-a.example"]
