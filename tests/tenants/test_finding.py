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
        ("binh an", ["xa-a"]),
        ("dang thi tran dong", ["thi-tran-1", "thi-tran-2"]),
        ("an yen", []),
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
        ("đào nguyễn", ["dao@xa-a.example"]),
        ("biên tập viên xã an bình", ["dao@xa-a.example"]),
        ("an binh dao", ["dao@xa-a.example"]),
    ],
)
def test_a_person_is_found_by_whole_name_and_address(a, b, text, found):
    make_user("dao@xa-a.example", portal=a, role=Role.EDITOR, last_name="Nguyễn Thị", first_name="Đào")
    make_user("dao@xa-b.example", portal=b, role=Role.EDITOR, last_name="Lê", first_name="Đào")
    memberships = memberships_named(Membership.objects.all(), text)
    assert sorted(memberships.values_list("user__email", flat=True)) == found
    own = memberships_named(Membership.objects.filter(portal=a), text)
    assert list(own.values_list("user__email", flat=True)) == ["dao@xa-a.example"]


def test_a_person_is_found_by_role_and_place_in_any_order(district, a, b):
    sa_pa = make_portal("sa-pa", name="Thị xã Sa Pa", level="district", group="district")
    ta_van = make_portal("ta-van", name="Xã Tả Van", parent="sa-pa")
    for portal in (sa_pa, ta_van, a):
        make_user(f"chief@{portal.slug}.example", portal=portal, role=Role.CHIEF)
    make_user("hoa@ta-van.example", portal=ta_van, role=Role.EDITOR)

    def found(text):
        return sorted(memberships_named(Membership.objects.all(), text).values_list("user__email", flat=True))

    assert found("trưởng ban sa pa") == ["chief@sa-pa.example", "chief@ta-van.example"]
    assert found("sa pa truong ban bien tap thi xa") == ["chief@sa-pa.example", "chief@ta-van.example"]
    assert found("tả van") == ["chief@ta-van.example", "hoa@ta-van.example"]
    assert found("trưởng ban huyện a") == []
