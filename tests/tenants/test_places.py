"""Where a portal may stand: refused with a sentence at the field, by form and by list alike."""

from dataclasses import replace

import pytest

from tenants.models import Portal
from tenants.portal_file import REQUIRED, parse_rows, provision_rows
from tenants.provisioning import CREATED, PortalSpec, Refused, describe, provision
from tests.factories import make_portal
from tests.factories.pages import local

from .screens import PORTALS

NOW = local(2024, 3, 1)
NEW = PortalSpec("xa-moi", "Xã Mới", "commune", "commune", "tinh", "commune", "province", "active")
WRONG = [
    ({"parent": "xa-b"}, "parent", "Đơn vị quản lý của một xã phải là huyện hoặc tỉnh."),
    ({"parent": "so-a"}, "parent", "Đơn vị quản lý của một xã phải là huyện hoặc tỉnh."),
    ({"parent": ""}, "parent", "Đơn vị quản lý của một xã phải là huyện hoặc tỉnh."),
    ({"scored_by": "district"}, "scored_by", "Chỉ đơn vị thuộc huyện mới do huyện chấm"),
    ({"name": "Xã Bình Yên"}, "name", "Cùng đơn vị quản lý đã có cổng tên “Xã Bình Yên”."),
    ({"name": "xã  BÌNH yên "}, "name", "Cùng đơn vị quản lý đã có cổng tên"),
    ({"level": "province", "parent": ""}, "level", "Hệ thống đã có cổng cấp tỉnh."),
]


@pytest.mark.parametrize(("wrong", "field", "reason"), WRONG)
def test_what_has_no_place_is_refused_at_its_field(office, a, b, wrong, field, reason):
    before = Portal.objects.count()
    with pytest.raises(Refused, match=reason) as refusal:
        provision(replace(NEW, **wrong), now=NOW)
    assert refusal.value.field == field
    spec = replace(NEW, **wrong)
    parent = Portal.objects.filter(slug=spec.parent).first()
    data = {**vars(spec), "parent": parent.pk if parent else "", "opened_on": ""}
    response = office.post(f"{PORTALS}new/", data)
    assert (response.status_code, list(response.context["form"].errors)) == (200, [field])
    assert reason in response.context["form"].errors[field][0]
    assert Portal.objects.count() == before


@pytest.mark.parametrize(
    "right",
    [
        {"parent": "huyen-a", "scored_by": "district"},
        {"parent": "huyen-a", "name": "Xã Bình Yên"},
        {"name": "Xã Binh Yên"},
        {"level": "district", "group": "district", "parent": ""},
    ],
)
def test_the_same_elsewhere_is_welcome(district, a, b, right):
    assert provision(replace(NEW, **right), now=NOW) == CREATED


def test_a_portal_keeps_its_own_name_and_takes_no_neighbours(a, b):
    describe(a, name="XÃ AN BÌNH", now=NOW)
    with pytest.raises(Refused, match="Cùng đơn vị quản lý"):
        describe(a, name=b.name, now=NOW)
    assert [Portal.objects.get(pk=portal.pk).name for portal in (a, b)] == ["XÃ AN BÌNH", "Xã Bình Yên"]


def test_a_list_refuses_the_second_of_one_name(a, b):
    rows = [f"xa-{n},Xã Cùng Tên,commune,commune,tinh,commune,province,active" for n in (1, 2)]
    outcome = provision_rows(parse_rows("\n".join([",".join(REQUIRED), *rows]).encode()), now=NOW)
    assert [(row.slug, row.result) for row in outcome.rows] == [("xa-1", "created"), ("xa-2", "refused")]


def test_managing_units_stand_in_the_order_of_the_alphabet(office, a, b):
    make_portal("dong", name="Xã Đông")
    make_portal("an", name="Ấn Độ", level="district", group="district")
    make_portal("dai", name="Xã Dài")
    for address in (f"{PORTALS}new/", f"{PORTALS}edit/{a.pk}/"):
        labels = [label for _value, label in office.get(address).context["form"].fields["parent"].choices][1:]
        expected = ["Ấn Độ", "Sở Thử", "Tỉnh Thử", "Xã An Bình", "Xã Bình Yên", "Xã Dài", "Xã Đông"]
        assert labels == [name for name in expected if name != a.name or address.endswith("new/")]
